#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every file of the project keeps to: a licence line, a length, a form, and nothing of the machine it was
written on."""
import os
import re
import shutil
import subprocess

from tap import ROOT, case, complaints, done, read, skip, tracked

LONGEST = 700
NEED_LICENCE = (".c", ".h", ".py", ".build", ".ui", ".css", ".sql", ".sh", ".in", ".svg", ".xml", ".txt", "dev", "run")
NO_LICENCE = re.compile(r"(COPYING|LINGUAS|POTFILES\.in|\.desktop\.in|\.json|\.md|\.tsv|\.csv|\.gpx|\.fit|\.db|\.png|ignore|config|format)$")
# A person's or a machine's own folders, and leftovers of a merge.
MACHINE = re.compile(r"(/home/[a-z]+/(?!lumbar)|/root/|/work/|/Users/|/tmp/[a-z]+/|^<<<<<<< |^>>>>>>> )", re.MULTILINE)
MACHINE_ALLOWED = {"dev", "tests/house/test-sources.py"}
OTHERS_DATA = re.compile(r"tests/.*/(data|fixtures|corpus|samples)/")
WORDS = [
    (re.compile(r"\binjury detected\b", re.I), "injury detected"),
    (re.compile(r"\bsafe to run\b", re.I), "safe to run"),
]


def texts():
    for name in tracked():
        try:
            yield name, read(name)
        except UnicodeDecodeError:
            continue


def main():
    all_texts = [(name, text) for name, text in texts() if not OTHERS_DATA.search(name)]
    sources = tracked(".c", ".h")

    unlicensed = []
    for name, text in all_texts:
        head = "\n".join(text.splitlines()[:5])
        if NO_LICENCE.search(name) or "SPDX-License-Identifier:" in head:
            continue
        if name.endswith(NEED_LICENCE) or text.startswith("#!"):
            unlicensed.append(name)
    case("every file says its licence", unlicensed)

    case(f"no source is longer than {LONGEST} lines",
         [f"{name}: {len(text.splitlines())}" for name, text in all_texts
          if name.endswith((".c", ".h", ".py", ".ui", ".css")) and len(text.splitlines()) > LONGEST])

    case("nothing of a machine", [f"{name}: {found[0]}" for name, text in all_texts
                                  for found in [MACHINE.search(text)] if found and name not in MACHINE_ALLOWED])

    case("every header is read once", [n for n in sources if n.endswith(".h") and "#pragma once" not in read(n)])

    case("no word that promises or frightens", [f"{name}: {word}" for name, text in all_texts
                                                 for rule, word in WORDS
                                                 if name.startswith(("src/", "ui/", "data/")) and rule.search(text)])

    case("deprecated things stay in src/ui/compat",
         [n for n in sources if n.startswith("src/") and not n.startswith("src/ui/compat/")
          and re.search(r"IGNORE_DEPRECATIONS|GTK_CHECK_VERSION|ADW_CHECK_VERSION", read(n))])

    shown = subprocess.run(["clang-format", "--version"], text=True, capture_output=True, check=False).stdout \
        if shutil.which("clang-format") else ""
    if re.search(r"version 14\.", shown):
        case("clang-format has nothing to say",
             complaints(["clang-format", "--dry-run", "--Werror", *(os.path.join(ROOT, n) for n in sources)]))
    else:
        skip("clang-format has nothing to say", "the form is clang-format 14's, which is not here")

    scripts = [name for name, text in all_texts if re.match(r"#!/bin/(ba)?sh", text)]
    if shutil.which("shellcheck"):
        case("shellcheck has nothing to say", complaints(["shellcheck", *scripts]))
    else:
        skip("shellcheck has nothing to say", "shellcheck is not here")

    case("scripts can be run", [n for n, text in all_texts if text.startswith("#!") and not os.access(os.path.join(ROOT, n), os.X_OK)])
    done()


main()
