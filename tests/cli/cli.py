# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the real lumbar-cli in a folder of its own, and tells TAP what came of it."""
import contextlib
import datetime
import json
import os
import shutil
import subprocess
import sys
import tempfile

PROGRAM = sys.argv[1]
os.environ.setdefault("TZ", "Europe/Berlin")
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

_cases = 0
_failed = 0


class Failure(Exception):
    pass


class Skip(Exception):
    pass


def check(condition, *what):
    if not condition:
        raise Failure(" ".join(str(part) for part in what))


def equal(got, wanted, *what):
    check(got == wanted, *what, "got", repr(got), "wanted", repr(wanted))


class Journal:
    """A folder with a journal in it, which may not be there yet."""

    def __init__(self, folder, name="journal.db"):
        self.folder = folder
        self.path = os.path.join(folder, name)

    def run(self, *args, status=0, today="2026-05-27", command=(), env=None, cwd=None):
        """Runs one command. Errors must be one line that names the program, and silence otherwise."""
        line = [*command, PROGRAM, *map(str, args), "--journal", self.path]
        if today:
            line += ["--today", today]
        done = subprocess.run(line, capture_output=True, timeout=120, env={**os.environ, **(env or {})}, cwd=cwd)
        out, err = done.stdout.decode(), done.stderr.decode()
        check(done.returncode == status, f"{args}: exit {done.returncode}, not {status}; {err or out}")
        if status and args[:1] != ("import",):
            check(err.startswith("lumbar-cli: ") and err.count("\n") == 1 and len(err) > 25, f"{args}: {err!r}")
        elif args[:1] != ("import",):
            equal(err, "", args)
        return err if status and "--json" not in args else out

    def json(self, *args, **options):
        return json.loads(self.run(*args, "--json", **options))

    def imports(self, name, text, **options):
        return self.json("import", self.write(name, text), **options)

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb" if isinstance(text, bytes) else "w") as file:
            file.write(text)
        return path

    def days(self, **options):
        return self.json("history", **options)["days"]

    def bytes(self):
        with open(self.path, "rb") as file:
            return file.read()


def case(function):
    """Runs a test with a fresh folder. Its name is the function's first line of documentation."""
    global _cases, _failed
    _cases += 1
    name = function.__doc__.strip().splitlines()[0]
    folder = tempfile.mkdtemp(prefix="lumbar-cli-test-")
    os.chmod(folder, 0o755)
    try:
        function(Journal(folder))
        print(f"ok {_cases} - {name}")
    except Skip as skip:
        print(f"ok {_cases} - {name} # SKIP {skip}")
    except (Failure, KeyError, IndexError, ValueError, subprocess.TimeoutExpired, OSError) as failure:
        _failed += 1
        print(f"not ok {_cases} - {name}")
        for line in f"{type(failure).__name__}: {failure}".splitlines():
            print("#   " + line)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    sys.stdout.flush()


def done():
    print(f"1..{_cases}")
    sys.exit(1 if _failed else 0)


def shared(*path):
    found = os.path.join(os.environ.get("LUMBAR_SHARED", ""), *path)
    if not os.path.exists(found):
        raise Skip(f"{os.path.join(*path)} is not there (LUMBAR_SHARED)")
    return found


def date(day):
    """A day number of a scenario as a date; day 0 is a Monday."""
    return (datetime.date(2026, 1, 5) + datetime.timedelta(days=day)).isoformat()


def nobody():
    """What to put before a command so that permissions hold for it, also where the tests run as root."""
    if os.geteuid() != 0:
        return []
    if not shutil.which("setpriv"):
        raise Skip("root may write everywhere, and there is no setpriv")
    return ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]


@contextlib.contextmanager
def small_disk(folder, kib):
    """A file system with hardly any room."""
    place = os.path.join(folder, "small")
    os.mkdir(place)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kib}k", "tmpfs", place], capture_output=True)
    if mounted.returncode:
        raise Skip("a small tmpfs cannot be mounted here")
    try:
        yield place
    finally:
        subprocess.run(["umount", place], capture_output=True)


def parse_diary(text):
    """The diary of a scenario: "3x5 . .x9 3/0" as a list of lists of scores."""
    days = []
    for word in text.split():
        what, times = word, 1
        if "x" in word:
            what, times = word.split("x")
        days += [[] if what == "." else [int(score) for score in what.split("/")]] * int(times)
    return days
