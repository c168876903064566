#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Start-up: Lumbar with a journal of twenty years against an empty window, on the same bus, in turn.

  bench-start.py EMPTY LUMBAR LUMBAR-CLI [PAIRS]

Prints three ratios of medians. Run it under tests/with-display.
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time

TODAY = "2026-05-27"
LIMITS = [("start, a digit is accepted", "ready", 1.3), ("start, all of Today", "filled", 1.7), ("start, memory (PSS)", "pss", 1.3)]


def start(command):
    """What one start prints, times in milliseconds since just before it."""
    begin = time.monotonic_ns() / 1e3
    run = subprocess.run(command, text=True, capture_output=True, timeout=60, check=False)
    said = {words[0]: words[1:] for words in (line.split() for line in run.stdout.splitlines()) if words}
    if run.returncode or not {"ready", "filled", "pss"} <= said.keys():
        sys.exit(f"{command[0]}: exit {run.returncode}\n{run.stdout}{run.stderr}")
    return {"ready": (int(said["ready"][0]) - begin) / 1e3, "filled": (int(said["filled"][0]) - begin) / 1e3,
            "pss": int(said["pss"][0]), "size": said.get("size")}


def main(empty, lumbar, cli, pairs="20"):
    with tempfile.TemporaryDirectory() as folder:
        journal = os.path.join(folder, "data", "journal.db")
        os.makedirs(os.path.dirname(journal), mode=0o700)
        subprocess.run([cli, "--journal", journal, "--today", TODAY, "sample", "--years", "20"], check=True, stdout=subprocess.DEVNULL)
        ours = [lumbar, "--journal", journal, "--today", TODAY]
        # Not measured: files come into memory, the day's backup is made, and the window says how large it is.
        start(ours)
        yardstick = [empty, *start(ours)["size"]]
        start(yardstick)
        runs = [(start(yardstick), start(ours)) for _ in range(int(pairs))]

    worst = 0
    for name, key, limit in LIMITS:
        base, mine = (statistics.median(run[side][key] for run in runs) for side in (0, 1))
        unit = "KiB" if key == "pss" else "ms"
        print(f"{name}: ratio {mine / base:.2f} (limit {limit}) — {mine:.0f} against {base:.0f} {unit}, {len(runs)} pairs")
        worst = max(worst, mine / base / limit)
    return 1 if worst > 1 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
