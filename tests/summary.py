# SPDX-FileCopyrightText: The Seven Console authors
# SPDX-License-Identifier: MIT
"""Adds up what the test programs of one or more meson runs said, shows each failure in full, and ends with one line.

Called as: summary.py [--failed=N] TESTLOG.json…"""

import json
import re
import sys

POINT = re.compile(r"^(not )?ok\b(?!.*# *(?i:skip))")
SKIPPED = re.compile(r"^ok\b.*# *(?i:skip)(.*)")
POINT_PASSED = re.compile(r"^ok\b")
TAIL = 80  # lines of a failed program's output


def entries(path):
    """The test programs of one run, in the order in which they ended."""
    with open(path, encoding="utf-8") as log:
        return [json.loads(line) for line in log if line.strip()]


def points(output):
    """How many points passed and failed, and why others were left out."""
    found = [POINT.match(line) for line in output.splitlines()]
    failed = sum(1 for point in found if point and point[1])
    passed = sum(1 for point in found if point) - failed
    skipped = [skip[1].strip() for skip in map(SKIPPED.match, output.splitlines()) if skip]
    return passed, failed, skipped


def count(entry):
    """Passed and failed points; a program that failed as a whole, or said nothing, is a failure of its own."""
    passed, failed, skipped = points(entry.get("stdout") or "")
    whole = entry["result"] in ("OK", "SKIP", "EXPECTEDFAIL")
    if not failed and (not whole or not (passed or skipped)):
        failed = 1
    return passed, failed, skipped


def show(entry, path):
    """What a failed program printed but for the points that passed; of a long text the failed points and the end."""
    folder = path.partition("/meson-logs")[0]
    print(f"\n--- {entry['name']} ({folder}): {entry['result']}, status {entry['returncode']}")
    for stream in ("stdout", "stderr"):
        lines = [line for line in (entry.get(stream) or "").splitlines() if not POINT_PASSED.match(line)]
        cut = [line for line in lines[:-TAIL] if line.startswith("not ok")]
        for line in cut + ["…"] * bool(cut) + lines[-TAIL:]:
            print(f"  {line}")


def main(arguments):
    passed = failed = 0
    for argument in arguments:
        if argument.startswith("--failed="):
            failed += int(argument.partition("=")[2])
            continue
        for entry in entries(argument):
            more_passed, more_failed, skipped = count(entry)
            passed += more_passed
            failed += more_failed
            for reason in skipped:
                print(f"skipped in {entry['name']}: {reason}")
            if more_failed:
                show(entry, argument)
    print(f"{passed} passed, {failed} failed")
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
