#!/usr/bin/env python3
"""FileCheck for a scan of several files: `findings.py OUTPUT SOURCE…` holds what was reported against the CHECK: lines of
each source, in which every finding is marked, and fails where a file has another one."""
import pathlib
import re
import subprocess
import sys


def main():
    output, *sources = map(pathlib.Path, sys.argv[1:])
    reported = [line for line in output.read_text().splitlines() if ": error: " in line]
    failed = False
    for source in sources:
        is_own = re.compile(rf"(?:.*/)?{re.escape(source.name)}:\d+:").match
        own = "\n".join(filter(is_own, reported))
        reported = [line for line in reported if not is_own(line)]
        if "CHECK:" in source.read_text():
            command = ["FileCheck", "--implicit-check-not=error:", str(source)]
            failed |= subprocess.run(command, input=own, text=True).returncode != 0
        elif own:
            print(f"{source}: nothing is expected, and this is reported:\n{own}", file=sys.stderr)
            failed = True
    for line in reported:
        print(f"in none of the files: {line}", file=sys.stderr)
    sys.exit(failed or bool(reported))


if __name__ == "__main__":
    main()
