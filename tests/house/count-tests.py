#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds up the test cases of meson's test logs, shows what failed, and closes with one line: N passed, N failed.

A case is a line of TAP; a program that speaks none is one case. A program that failed without a case that says so
(it crashed, hung, or stopped half-way) is one failure more.
"""
import json
import os
import re
import sys

CASE = re.compile(r"^(ok|not ok)\b(?P<rest>.*)$")
DIRECTIVE = re.compile(r"#\s*(SKIP|TODO)\b", re.IGNORECASE)


def count(test):
    """The passed, failed and skipped cases of one program."""
    passed = failed = skipped = 0
    for line in test.get("stdout", "").splitlines():
        case = CASE.match(line)
        if not case:
            continue
        directive = DIRECTIVE.search(case["rest"])
        if directive and (directive[1].upper() == "SKIP" or case[1] == "not ok"):
            skipped += 1
        elif case[1] == "ok":
            passed += 1
        else:
            failed += 1
    result = test["result"]
    if result in ("OK", "EXPECTEDFAIL"):
        passed += passed + failed + skipped == 0
    elif result == "SKIP":
        skipped += passed + failed + skipped == 0
    elif failed == 0:
        failed = 1
    return passed, failed, skipped


def show(log, test):
    print(f"\n──── {test['name']}: {test['result']} (exit {test.get('returncode')}, {log}) ────")
    for stream in ("stdout", "stderr"):
        lines = [line for line in test.get(stream, "").splitlines() if not line.startswith("ok ")]
        print("\n".join(lines[-60:]))


def main(logs):
    total = [0, 0, 0]
    for log in logs:
        if not os.path.exists(log):
            print(f"{log}: this suite left no log")
            total[1] += 1
            continue
        with open(log, encoding="utf-8", errors="replace") as lines:
            tests = [json.loads(line) for line in lines if line.strip()]
        here = [sum(column) for column in zip(*map(count, tests))] or [0, 0, 0]
        total = [a + b for a, b in zip(total, here)]
        for test in tests:
            if count(test)[1]:
                show(log, test)
        print(f"{log}: {len(tests)} programs: {here[0]} passed, {here[1]} failed, {here[2]} skipped".replace(": ", " — ", 1))
    print(f"\n{total[0]} passed, {total[1]} failed" + (f", {total[2]} skipped" if total[2] else ""))
    return 0 if total[0] and not total[1] else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
