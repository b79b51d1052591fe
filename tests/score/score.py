#!/usr/bin/env python3
"""Scores `circumspect check` on corpus/features, line by line.

The call of a sink is marked in a comment on its line: FLOW must be reported there (with the categories that follow the
mark, if any do), NO-FLOW must not. `known-gap: reason` after a mark says that the engine does not get it right yet: it
counts against recall or precision, and a gap that is closed is an error until its mark is removed. A file is a program;
so is a folder with all its files. A comment `FLAGS:` in a file's first line replaces the language standard.
"""
import argparse
import collections
import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

MARK = re.compile(r"(?://|/\*) (NO-)?FLOW\b((?: [a-z]+\.[a-z-]+)*)(?: known-gap: (.*?))?\s*(?:\*/)?$")
FLAGS = re.compile(r"(?://|/\*) FLAGS: ([^*]*)")

Mark = collections.namedtuple("Mark", "is_flow categories gap")


def marks_of(path):
    """The marks of a file by line. A comment that looks like a mark and is none is an error."""
    marks = {}
    for number, line in enumerate(path.read_text().splitlines(), 1):
        found = MARK.search(line)
        if found:
            marks[number] = Mark(not found[1], set(found[2].split()), found[3])
        elif re.search(r"(//|/\*).*\bFLOW\b", line):
            sys.exit(f"{path}:{number}: this mark is not understood: {line.strip()}")
    return marks


def command_of(path, include):
    flags = FLAGS.match(path.read_text())
    is_c = path.suffix == ".c"
    standard = flags[1].split() if flags else ["-std=gnu17" if is_c else "-std=c++20"]
    arguments = ["clang" if is_c else "clang++", *standard, f"-I{include}", str(path)]
    return {"file": str(path), "directory": str(path.parent), "arguments": arguments}


def scan(program, root, include, files):
    """What is reported, as {(file, line): categories}, and what went wrong."""
    with tempfile.TemporaryDirectory() as build:
        commands = [command_of(path, include) for path in files]
        pathlib.Path(build, "compile_commands.json").write_text(json.dumps(commands))
        policy = root / "rules/ridgefield/as-adopted.yaml"
        done = subprocess.run([program, "check", "--cache=", "--jobs=1", f"--policy={policy}", "--format=sarif", "-p", build],
                              cwd=root, capture_output=True, text=True)
    if done.returncode not in (0, 1, 3):
        return {}, [f"{files[0]}: exit status {done.returncode}: {done.stderr.strip()}"]
    run = json.loads(done.stdout)["runs"][0]
    reported = collections.defaultdict(set)
    for result in run["results"]:
        at = result["locations"][0]["physicalLocation"]
        line = (root / at["artifactLocation"]["uri"], at["region"]["startLine"])
        reported[line] |= {flow["message"]["text"] for flow in result.get("codeFlows", [])}
    problems = []
    invocation = run["invocations"][0]
    if not invocation["executionSuccessful"]:
        for notice in invocation["toolExecutionNotifications"]:
            at = notice.get("locations", [{}])[0].get("physicalLocation", {})
            where = f'{at.get("artifactLocation", {}).get("uri", files[0])}:{at.get("region", {}).get("startLine", 0)}'
            problems.append(f'{where}: incomplete: {notice["message"]["text"]}')
    return reported, problems


class Score:
    """Counts of lines: right and wrong reports, missed flows, and known gaps among the wrong and missed."""

    def __init__(self):
        self.right = self.wrong = self.missed = self.gaps = 0

    def add(self, other):
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)

    def row(self, name):
        recall = 100 * self.right / (self.right + self.missed) if self.right + self.missed else 100
        precision = 100 * self.right / (self.right + self.wrong) if self.right + self.wrong else 100
        return (f"{name:28} {self.right:5} {self.missed:7} {self.wrong:6} {self.gaps:5}"
                f" {recall:8.1f} % {precision:8.1f} %")


def compare(files, reported):
    """The score of one program, and what differs from the marks."""
    score, problems = Score(), []
    for path in files:
        marks = marks_of(path)
        lines = {line: terms for (file, line), terms in reported.items() if file == path}
        for line, mark in sorted(marks.items()):
            is_reported = line in lines
            score.right += mark.is_flow and is_reported
            score.missed += mark.is_flow and not is_reported
            score.wrong += not mark.is_flow and is_reported
            is_wrong = is_reported != mark.is_flow
            score.gaps += is_wrong and mark.gap is not None
            at = f"{path}:{line}"
            if mark.gap is not None and not is_wrong:
                problems.append(f"{at}: this is not a known gap any more: remove the mark")
            elif is_wrong and mark.gap is None:
                problems.append(f"{at}: reported, and must not be: {', '.join(sorted(lines[line]))}" if is_reported
                                else f"{at}: not reported")
            elif is_reported and not mark.categories <= lines[line]:
                problems.append(f"{at}: reported as {', '.join(sorted(lines[line]))}, and is"
                                f" {', '.join(sorted(mark.categories))}")
        for line in sorted(lines.keys() - marks.keys()):
            score.wrong += 1
            problems.append(f"{path}:{line}: reported on a line without a mark")
    problems += [f"{file}:{line}: reported outside the program" for file, line in reported if file not in files]
    return score, problems


def programs(folder):
    """Every program below the folder, by name, with its files."""
    for path in sorted(folder.iterdir()):
        if path.is_dir() and path.name != "include":
            yield path.name, sorted(file for file in path.iterdir() if file.suffix in (".c", ".cpp"))
        elif path.suffix in (".c", ".cpp"):
            yield path.name, [path]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, help="the circumspect to score")
    parser.add_argument("names", nargs="*", help="only these files and folders of corpus/features")
    options = parser.parse_args()
    root = pathlib.Path(__file__).resolve().parents[2]
    folder = root / "corpus/features"
    chosen = [(name, files) for name, files in programs(folder) if not options.names or name in options.names]

    def measure(entry):
        name, files = entry
        reported, problems = scan(os.path.abspath(options.program), root, folder / "include", files)
        score, differences = compare(files, reported)
        return name, score, problems + differences

    total, problems = Score(), []
    print(f"{'':28} right  missed  wrong  gaps     recall  precision")
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for name, score, found in pool.map(measure, chosen):
            print(score.row(name))
            total.add(score)
            problems += found
    print(total.row("all"))
    for problem in problems:
        print(problem.replace(f"{root}/", ""))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
