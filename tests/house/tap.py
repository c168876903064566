# SPDX-License-Identifier: GPL-3.0-or-later
"""TAP for the checks of the house: a case is a name and the list of what is wrong, empty where all is well."""
import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

_cases = 0
_failed = 0


def case(name, problems):
    global _cases, _failed
    _cases += 1
    problems = list(problems)
    print(f"{'not ok' if problems else 'ok'} {_cases} - {name}")
    for problem in problems:
        for line in str(problem).splitlines():
            print("#   " + line)
    _failed += bool(problems)


def skip(name, why):
    global _cases
    _cases += 1
    print(f"ok {_cases} - {name} # SKIP {why}")


def done():
    print(f"1..{_cases}")
    sys.exit(1 if _failed else 0)


def tracked(*endings):
    """The files of the project, relative to its root: what git knows, or in a tree without git all but _build."""
    try:
        listed = subprocess.run(["git", "-C", ROOT, "ls-files", "-z"], capture_output=True, check=True).stdout
        names = [name for name in listed.decode().split("\0") if name]
    except (subprocess.CalledProcessError, FileNotFoundError):
        names = []
    if not names:
        for folder, folders, files in os.walk(ROOT):
            folders[:] = [f for f in folders if not f.startswith("_build") and f not in (".git", ".cache", "__pycache__")]
            names += [os.path.relpath(os.path.join(folder, f), ROOT) for f in files]
    return sorted(n for n in names if (not endings or n.endswith(endings)) and os.path.isfile(os.path.join(ROOT, n)))


def read(name):
    with open(os.path.join(ROOT, name), encoding="utf-8") as file:
        return file.read()


def complaints(command, **options):
    """What a validator says, as a list: empty where it is content."""
    done_ = subprocess.run(command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options)
    return [] if done_.returncode == 0 else [f"{' '.join(map(str, command[:3]))}… exit {done_.returncode}", done_.stdout]
