# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad input: one sentence, the right exit status, nothing lost and nothing half written."""
import os
import sqlite3
import subprocess

from cli import PROGRAM, Journal, case, check, done, equal, nobody, small_disk


WRONG = [
    ("a score that is none", [["pain", s] for s in ("7.5", "11", "-1", "", "5 ", "x", "٣", "1e1", "00", "nan")]),
    ("a date that does not exist",
     [["pain", "5", "--date", d] for d in ("2026-02-30", "2025-02-29", "2026-13-01", "2026-00-10", "26-05-01", "today",
                                           "2026-5-1", "2026-05-01T10:00", "", "2026-05-32", "20260501")]
     + [["pain", "5", "--started", "2026-04-31"], ["pain", "5", "--started", "2026-05-28"],
        ["run", "5km", "30", "--date", "2026-06-31"], ["visit", "--date", "2026-02-30"],
        ["visit", "--next", "soon"], ["flare", "2026-02-30", "yes"], ["gap", "2026-02-30", "2026-03-01", "hurt"],
        ["gap", "2026-03-02", "2026-03-01", "hurt"], ["history", "--from", "x"],
        ["history", "--from", "2026-05-02", "--to", "2026-05-01"], ["chart", "c.png", "--from", "2026-02-30"],
        ["report", "r.pdf", "--to", "2026-02-30"]]),
    ("a distance that is none",
     [["run", d, "45:10"] for d in ("0", "0km", "-5km", "8.2.1km", "abc", "", "8.2parsec", "1001km", "inf", "1e3", "0x10")]
     + [["baseline", d] for d in ("", "x", "-1km", "99999km")]),
    ("a time that is none",
     [["run", "8km", t] for t in ("0", "0:00", "45:60", "1:60:00", "abc", "", "-5", "1:2:3:4", "45.5", "999:00:00", ":30")]
     + [["run", "8km", "45", "--time", t] for t in ("24:00", "7", "07:60", "7:5", "")]),
    ("other details that are none",
     [["run", "8km", "45", "--effort", "11"], ["run", "8km", "45", "--pain-before", "2.5"],
      ["run", "8km", "45", "--ascent", "-3"], ["run", "8km", "45", "--ascent", "high"],
      ["run", "8km", "45", "--surface", "moon"], ["pain", "5", "--moment", "noon"], ["pain", "5", "--how", "magic"],
      ["gap", "2026-05-01", "2026-05-02", "maybe"], ["flare", "2026-05-01", "perhaps"],
      ["chart", "c.bmp"], ["chart", "c.png", "--width", "1"], ["chart", "c.png", "--height", "1000000"],
      ["report", "r.txt"], ["report", "r.pdf", "--paper", "a3"],
      ["report", "r.pdf", "--sections", ""], ["report", "r.pdf", "--sections", "page,"], ["sample", "--years", "0"], ["sample", "--seed", "x"]]),
    ("a wrong command line",
     [[], ["dance"], ["pain"], ["pain", "5", "6"], ["run", "5km"], ["status", "now"], ["pain", "5", "--colour", "red"],
      ["pain", "5", "--date"], ["status", "--json=yes"], ["import"], ["check", "it"], ["gap", "2026-05-01"],
      ["export"], ["backup"], ["restore"], ["-x"]]),
]


def refuse(name, lines):
    def test(j):
        j.run("pain", "4", "--date", "2026-05-01")
        before = j.days()
        for line in lines:
            j.run(*line, status=2)
        equal(j.days(), before)
        empty = Journal(j.folder, "new.db")
        for line in lines:
            empty.run(*line, status=2)
        check(not os.path.exists(empty.path), "wrong usage made a journal")
    test.__doc__ = f"{name} is refused as wrong usage, and makes no journal"
    case(test)


for name, lines in WRONG:
    refuse(name, lines)


@case
def wrong_today(j):
    """--today and --journal need values that make sense"""
    j.run("status", today="2026-02-30", status=2)
    done_ = subprocess.run([PROGRAM, "status", "--journal"], capture_output=True)
    equal((done_.returncode, done_.stderr.count(b"\n")), (2, 1))


@case
def not_utf8(j):
    """a note that is not UTF-8 is refused"""
    done_ = subprocess.run([PROGRAM, "pain", "5", "--note", b"caf\xe9", "--journal", j.path], capture_output=True)
    equal((done_.returncode, done_.stderr.count(b"\n")), (2, 1), done_.stderr)


@case
def missing(j):
    """reading a journal that is not there is an error, and makes none"""
    for line in (["status"], ["history"], ["chart", "c.png"], ["report", "r.pdf"], ["export", "e.json"],
                 ["backup", "b.db"], ["check"]):
        check("journal.db" in j.run(*line, status=1, cwd=j.folder), line)
    equal(os.listdir(j.folder), [])


@case
def no_journal(j):
    """a file that is no journal is refused and left as it was"""
    sqlite3.connect(os.path.join(j.folder, "foreign.db")).executescript("CREATE TABLE t (a); INSERT INTO t VALUES (1);")
    for name, content in (("text.db", b"a shopping list, quite long, with many things on it\n" * 40), ("foreign.db", None)):
        other = Journal(j.folder, name)
        if content:
            other.write(name, content)
        before = other.bytes()
        for line in (["status"], ["pain", "5"], ["check"], ["sample"]):
            check(name in other.run(*line, status=1), line)
        equal(other.bytes(), before, name)


@case
def empty_file(j):
    """an empty file is not taken for a journal when read"""
    j.write("journal.db", b"")
    j.run("status", status=1)
    equal(j.bytes(), b"")


@case
def newer(j):
    """a journal of a newer Lumbar is refused and left as it was"""
    j.run("pain", "4")
    db = sqlite3.connect(j.path)
    db.execute("PRAGMA user_version = 9999")
    db.close()
    before = j.bytes()
    for line in (["status"], ["pain", "5"], ["check"]):
        check("newer" in j.run(*line, status=1), line)
    equal(j.bytes(), before)


@case
def damaged(j):
    """a damaged journal is refused, by reading, writing and checking, and left as it was"""
    j.run("sample", "--years", "2")
    data = bytearray(j.bytes())
    check(len(data) > 100000, "too small to damage")
    for start in range(4096, len(data) - 4096, 4096):
        data[start:start + 2048] = b"\x5a" * 2048
    j.write("journal.db", bytes(data))
    for line in (["status"], ["pain", "5"], ["check"]):
        j.run(*line, status=1)
    equal(j.bytes(), bytes(data))


@case
def truncated(j):
    """half a journal is refused and left as it was"""
    j.run("sample", "--years", "1")
    half = j.bytes()[:len(j.bytes()) // 2]
    j.write("journal.db", half)
    for line in (["status"], ["pain", "5"]):
        j.run(*line, status=1)
    equal(j.bytes(), half)


@case
def locked(j):
    """a journal that another program holds for writing gives a sentence, and can be read"""
    j.run("pain", "4")
    db = sqlite3.connect(j.path, isolation_level=None)
    db.execute("BEGIN IMMEDIATE")
    try:
        j.run("pain", "5", status=1)
        equal(len(j.days()), 1)
    finally:
        db.execute("ROLLBACK")
        db.close()
    equal(j.days()[0]["highest"], 4)


@case
def read_only(j):
    """a journal that may not be written is read, and a write says so"""
    command = nobody()
    j.run("pain", "4")
    before = j.bytes()
    os.chmod(j.path, 0o444)
    os.chmod(j.folder, 0o555)
    try:
        j.run("pain", "5", status=1, command=command)
        equal(j.bytes(), before)
        check('"highest": 4' in j.run("history", "--json", command=command), "reading")
    finally:
        os.chmod(j.folder, 0o755)


@case
def unreadable_folder(j):
    """a folder that may not be written gives a sentence for every file that would go there"""
    command = nobody()
    j.run("pain", "4")
    os.chmod(j.path, 0o644)
    os.chmod(j.folder, 0o777)
    closed = os.path.join(j.folder, "closed")
    os.mkdir(closed, 0o555)
    for line in (["export", "e.json"], ["export", "csv"], ["chart", "c.png"], ["chart", "c.svg"], ["report", "r.pdf"],
                 ["backup", "b.db"]):
        j.run(line[0], os.path.join(closed, line[1]), status=1, command=command)
    Journal(closed).run("pain", "5", status=1, command=command)
    equal(os.listdir(closed), [])


@case
def no_folder(j):
    """a folder that is not there gives a sentence"""
    j.run("pain", "4")
    for line in (["export", "no/e.json"], ["export", "no/csv"], ["chart", "no/c.png"], ["report", "no/r.pdf"],
                 ["backup", "no/b.db"]):
        j.run(line[0], os.path.join(j.folder, line[1]), status=1)
    check(not os.path.exists(os.path.join(j.folder, "no")), "a folder was made")


@case
def full_disk(j):
    """a full disk gives a sentence; the journal keeps what it had, and no half file stays"""
    j.run("sample", "--years", "3")
    with small_disk(j.folder, 64) as place:
        for line in (["export", "e.json"], ["export", "csv"], ["backup", "b.db"]):
            j.run(line[0], os.path.join(place, line[1]), status=1)
            equal(os.listdir(place), [], line)
    os.rmdir(os.path.join(j.folder, "small"))
    with small_disk(j.folder, 1024) as place:
        tight = Journal(place)
        tight.run("pain", "4")
        with open(os.path.join(place, "filler"), "wb", buffering=0) as filler:
            try:
                while filler.write(b"x" * 4096):
                    pass
            except OSError:
                pass
        rows = "date,score,note\n" + "".join(f"2020-{m:02}-{d:02},3,{'long note ' * 40}\n"
                                             for m in range(1, 13) for d in range(1, 29))
        tight.run("import", j.write("pain.csv", rows), status=1)
        os.unlink(os.path.join(place, "filler"))
        equal([d["highest"] for d in tight.days()], [4])
        tight.run("check")


@case
def bad_restore(j):
    """what is no export, a newer one or a damaged one is not restored, and makes no journal"""
    good = Journal(j.folder, "good.db")
    good.run("pain", "5", "--note", "x")
    path = os.path.join(j.folder, "e.json")
    good.run("export", path)
    with open(path) as file:
        text = file.read()
    bad = {
        "half": text[:len(text) // 2], "empty": "", "list": "[]", "foreign": '{"format": "other"}',
        "newer": text.replace('"version": 2', '"version": 3'), "score": text.replace('"score": 5', '"score": 11'),
        "date": text.replace('"day": "2026-05-27"', '"day": "2026-02-30"'), "type": text.replace('"score": 5', '"score": "5"'),
        "word": text.replace('"average"', '"noon"'), "id": text.replace('"id": "', '"id": "x'),
    }
    for name, content in bad.items():
        check(content != text, name)
        check(name + ".json" in j.run("restore", j.write(name + ".json", content), status=1), name)
    j.run("restore", os.path.join(j.folder, "nowhere.json"), status=1)
    check(not os.path.exists(j.path), "a journal was made")


done()
