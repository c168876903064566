#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Flips each comparison of src/core/analysis and moves each parameter by one; a test must fail for each.

usage: run.py [--again] [WORD…]

WORD      only mutants with that word in their file's name or their parameter's
--again   only those that no test failed for the last time

A test is only run for a mutant that would have made a difference in it. What no test fails for is run once more under the
sanitizers, as ./dev test does. The table of all goes to
_build/mutation/table.tsv. Mutants that cannot change what a person sees are listed, with a reason, in
tests/mutation/equivalent.txt."""
import collections
import json
import os
import re
import resource
import signal
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
WORK = os.path.join(ROOT, "_build", "mutation")
TREE = os.path.join(WORK, "tree")
PLAIN = (os.path.join(WORK, "build"), "-Ddebug=false")
SANITIZED = (os.path.join(WORK, "asan"), "-Db_sanitize=address,undefined", "-Db_lundef=false")
TABLE = os.path.join(WORK, "table.tsv")
SEEN = os.path.join(WORK, "seen")
EQUIVALENT = os.path.join(ROOT, "tests", "mutation", "equivalent.txt")
# The tests that can see the analysis: those of its own room, then what stands nearest to it in other rooms.
OWN = "/tests/core/"
OTHERS = ("journal-watch", "journal-prompt", "cli-scenarios")
# Memory that nobody filled holds the same nonsense each time, bytes of 0x81: below zero, and odd.
FIXED = {"MALLOC_PERTURB_": "126", "GLIBC_TUNABLES": "glibc.malloc.tcache_count=0", "LUMBAR_RANDOM_DIARIES": "2000",
         "LUMBAR_SEED": "1", "LUMBAR_SHARED": os.path.join(ROOT, "..", "shared")}
NONSENSE = ":max_malloc_fill_size=65536:malloc_fill_byte=129"
HARSH = "halt_on_error=1:abort_on_error=1:print_summary=0"
MOST_MEMORY = 4 << 30  # a loop that does not end any more may fill it


def command(log, *words):
    with open(os.path.join(WORK, log), "wb") as out:
        if subprocess.run(words, stdout=out, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, check=False).returncode == 0:
            return
    with open(os.path.join(WORK, log), encoding="utf-8", errors="replace") as text:
        sys.exit("".join(text.readlines()[-30:]) + f"\n{' '.join(words[:3])} failed")


class Test:
    def __init__(self, row, folder, sanitized):
        self.sanitized, self.name, self.command = sanitized, row["name"], row["cmd"]
        self.environment = {**os.environ, **row["env"], **FIXED}
        if sanitized:
            self.environment |= {"ASAN_OPTIONS": HARSH + NONSENSE + ":detect_leaks=0", "UBSAN_OPTIONS": HARSH}
        self.directory = row["workdir"] or folder
        self.own = OWN in self.command[0]
        self.seconds, self.seen = 0.0, set()

    def run(self, mutant, timeout, seen=None):
        """"" where it is well, else what went wrong."""
        environment = {**self.environment, "LUM_MUTANT": str(mutant)}
        if seen:
            environment["LUM_MUTANT_SEEN"] = seen
        with subprocess.Popen(self.command, cwd=self.directory, env=environment, stdin=subprocess.DEVNULL, start_new_session=True,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=lambda: set_limits(self.sanitized)) as process:
            try:
                code = process.wait(timeout)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                return "does not end"
        return "" if code == 0 else "crash" if -code in (signal.SIGSEGV, signal.SIGBUS, signal.SIGFPE) else "failed"

    def look(self):
        """Runs it without a mutant: how long it takes, and what it can see."""
        if os.path.exists(SEEN):
            os.remove(SEEN)
        begin = time.monotonic()
        wrong = self.run(0, 300, SEEN)
        self.seconds = time.monotonic() - begin
        if os.path.exists(SEEN):
            with open(SEEN, encoding="ascii") as file:
                self.seen = {int(line) for line in file}
        return wrong


def set_limits(sanitized):
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sanitized:  # the sanitizer's own map is larger than any limit
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def build(folder, *options):
    if not os.path.exists(os.path.join(folder, "build.ninja")):
        command("setup.log", "meson", "setup", folder, TREE, "-Doptimization=1", *options)
    else:
        command("setup.log", "ninja", "-C", folder, "build.ninja")
    shown = subprocess.run(["meson", "introspect", folder, "--tests"], check=True, capture_output=True, text=True).stdout
    sanitized = (folder, *options) == SANITIZED
    tests = [Test(row, folder, sanitized) for row in json.loads(shown)
             if OWN in row["cmd"][0] or row["name"] in OTHERS and not sanitized]
    programs = {os.path.relpath(word, folder) for test in tests for word in map(os.path.normpath, test.command)
                if word.startswith(folder + "/")}
    command("build.log", "ninja", "-C", folder, "-j1", *sorted(programs))
    for test in tests:
        wrong = test.look()
        if wrong:
            sys.exit(f"{folder}: {test.name} {wrong} without a mutant: nothing can be said")
    return tests


def get_key(mutant):
    if mutant["kind"] == "parameter":
        return f"parameter :: {mutant['function']} :: {mutant['flipped']}"
    nth = f" #{mutant['nth']}" if mutant["nth"] > 1 else ""
    return f"{mutant['file'].removeprefix('src/core/analysis/')} :: {mutant['function']} :: {mutant['text']}{nth}"


def describe(mutant):
    if mutant["kind"] == "parameter":
        return f"{mutant['function']}\t{mutant['text']} → {mutant['flipped']}"
    return f"{mutant['file']}:{mutant['line']}\t{mutant['function']}\t{mutant['text']} → {mutant['flipped']}"


def read_equivalent():
    rows = {}
    with open(EQUIVALENT, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if line.startswith("#") or not line.strip():
                continue
            words = line.rstrip("\n").split(" :: ")
            if len(words) != 4 or not words[3].strip():
                sys.exit(f"{EQUIVALENT}:{number}: a line is file :: function :: comparison :: reason")
            rows[" :: ".join(words[:3])] = words[3]
    return rows


def find_killer(mutant, tests, kills):
    """The test that fails for it, as likely and fast ones first."""
    group = mutant["file"]
    able = [t for t in tests if mutant["id"] in t.seen]
    able.sort(key=lambda t: (t.sanitized, not t.own, -(kills[group, t.name] + 0.1) / (t.seconds + 0.005)))
    for test in able:
        wrong = test.run(mutant["id"], 2 + 10 * test.seconds)
        if wrong:
            kills[group, test.name] += 1
            return f"{test.name}: {wrong}" + (" under the sanitizers" if test.sanitized else "")
    return ""


def choose(mutants, words, again):
    if words:
        return [m for m in mutants if any(w in os.path.basename(m["file"]) or w in m["function"] and m["kind"] == "parameter"
                                          for w in words)]
    if again:
        with open(TABLE, encoding="utf-8") as file:
            left = {line.split("\t")[1] for line in file if line.startswith(("survived\t", "equivalent\t"))}
        return [m for m in mutants if get_key(m) in left]
    return mutants


def main():
    words = [w for w in sys.argv[1:] if not w.startswith("-")]
    if any(w not in ("--again",) for w in sys.argv[1:] if w.startswith("-")):
        sys.exit(__doc__)
    reasons = read_equivalent()
    os.makedirs(WORK, exist_ok=True)
    command("mutants.log", sys.executable, os.path.join(ROOT, "tests/mutation/mutants.py"), os.path.join(ROOT, "_build"), TREE)
    with open(os.path.join(TREE, "mutants.json"), encoding="utf-8") as file:
        found = json.load(file)
    chosen = choose(found["mutants"], words, "--again" in sys.argv)
    tests = build(*PLAIN) + build(*SANITIZED)

    print(f"{len(chosen)} mutants, {len(tests)} tests, which see {len(set().union(*(t.seen for t in tests)))} of them", flush=True)

    counts, kinds, kills, wrong_reasons = collections.Counter(), collections.Counter(), collections.Counter(), []
    rows = []
    for n, mutant in enumerate(chosen, 1):
        killer = find_killer(mutant, tests, kills)
        key = get_key(mutant)
        state = "killed" if killer else "equivalent" if key in reasons else "survived"
        if killer and key in reasons:
            wrong_reasons.append(f"{key}: listed as equivalent, but {killer}")
        counts[state] += 1
        kinds[mutant["kind"], state] += 1
        rows.append(f"{state}\t{key}\t{mutant['id']}\t{describe(mutant)}\t{killer or reasons.get(key, '')}")
        if state == "survived":
            print(f"survived\t{describe(mutant)}", flush=True)
        if n % 100 == 0:
            print(f"… {n} of {len(chosen)}", flush=True)
    keys = {get_key(m) for m in found["mutants"]}
    wrong_reasons += [f"{key}: listed as equivalent, but there is no such mutant" for key in reasons if key not in keys]
    rows += [f"not mutated\t\t\t{m['file']}:{m['line']}\t{m['function']}\t{m['text']}\t{m['why']}" for m in found["left"]]
    if chosen == found["mutants"]:
        with open(TABLE, "w", encoding="utf-8") as file:
            file.write("\n".join(["state\tkey\tid\tmutant\t\t\tby or why", *rows]) + "\n")
    for line in [r for r in rows if r.startswith("not mutated")] + wrong_reasons:
        print(re.sub(r"\t+", "\t", line))
    for kind in ("comparison", "parameter"):
        print(f"{kind}s: " + ", ".join(f"{kinds[kind, s]} {s}" for s in ("killed", "survived", "equivalent")))
    print(f"{len(chosen)} mutants, {counts['killed']} killed, {counts['survived']} survived, {counts['equivalent']} equivalent, "
          f"{len(found['left'])} not mutated")
    sys.exit(1 if counts["survived"] or wrong_reasons else 0)


main()
