#!/usr/bin/env python3
"""How many places of the library system keep each clause, and how many break it: `clauses.py LEAST < TRACE`, where TRACE is what
`policy trace --format=json` prints of a pack. A function keeps the clauses that its comment begins with (`// CK-1, CK-2: …`), and
breaks those that a finding in it cites, or that its comment has in brackets (`… (CK-1)`). A program that is a test by itself is one
place: it keeps or breaks, as its `RUN: not` says, what its comment begins with. Fails where a clause that decides
something is kept or broken in fewer than LEAST places."""
import json
import pathlib
import re
import sys


def places(text):
    """Functions with the comments on top of them: what stands between two closing braces at the left margin."""
    if text.startswith("// RUN:"):
        return [text]
    return re.split(r"^\};?(?: // .*)?$", text, flags=re.M)


def without_checks(text):
    return "\n".join(line for line in text.splitlines() if "CHECK" not in line)


def kept(place):
    """The clauses that one of its comments begins with, or, of a whole program, the comment on top of it."""
    named = re.findall(r"(?:/\*|^ *//) ((?:[A-Z]{2}-\d, )*[A-Z]{2}-\d):", without_checks(place), re.M)
    return {clause for names in named for clause in names.split(", ")}


def broken(place, rules):
    cited = {clause for line in place.splitlines() if "CHECK" in line for rule in re.findall(r"[A-Z]{2}-\d[\w-]*", line)
             for clause in rules.get(rule, [])}
    if "CHECK" not in place:
        return set()
    if place.startswith("// RUN: not"):
        return cited | kept(place)
    bracketed = re.findall(r"\(((?:[A-Z]{2}-\d, )*[A-Z]{2}-\d)\)", without_checks(place))
    return cited | {clause for names in bracketed for clause in names.split(", ")}


def main():
    least = int(sys.argv[1])
    clauses = [clause for clause in json.load(sys.stdin)["clauses"] if clause["rules"]]
    rules = {}
    for clause in clauses:
        for rule in clause["rules"]:
            rules.setdefault(rule, []).append(clause["clause"])
    counts = {clause["clause"]: [0, 0] for clause in clauses}
    for file in sorted(pathlib.Path(__file__).parent.rglob("*.c*")):
        if file.suffix not in {".c", ".cpp"}:
            continue
        text = file.read_text()
        for place in places(text):
            isBroken = broken(place, rules)
            for clause in isBroken & counts.keys():
                counts[clause][1] += 1
            for clause in (kept(place) - isBroken) & counts.keys():
                counts[clause][0] += 1
    print("| clause | kept | broken |\n|---|---|---|")
    for clause, (keeps, breaks) in counts.items():
        print(f"| {clause} | {keeps} | {breaks} |")
    few = [clause for clause, count in counts.items() if min(count) < least]
    if few:
        print(f"kept or broken in fewer than {least} places: {', '.join(few)}", file=sys.stderr)
    sys.exit(bool(few))


if __name__ == "__main__":
    main()
