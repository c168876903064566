# SPDX-License-Identifier: GPL-3.0-or-later
"""Import: what comes in, what is known, what is refused and named."""
import json
import os
import random
import subprocess

from cli import PROGRAM, Journal, case, check, done, equal, nobody, shared

GPX = """<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" creator="test" xmlns="http://www.topografix.com/GPX/1/1"><trk><name>{name}</name><type>running</type>
<trkseg>{points}</trkseg></trk></gpx>
"""


def gpx(day, minutes=30, hour=6, name="Run", speed=3.0):
    points = []
    for i in range(minutes + 1):
        lat = 50 + i * 60 * speed / 111195
        at = hour * 60 + i
        points.append(f'<trkpt lat="{lat:.7f}" lon="8.0"><ele>100</ele>'
                      f'<time>{day}T{at // 60:02}:{at % 60:02}:00Z</time></trkpt>')
    return GPX.format(name=name, points="".join(points))


def counts(batch):
    return tuple(batch[key] for key in ("new", "known", "similar", "not_a_run", "refused"))


@case
def thousand(j):
    """a folder of 1,000 files with 3 bad ones imports 997 and names the 3"""
    for i in range(997):
        year, rest = 2015 + i // 336, i % 336
        j.write(f"runs/{i % 10}/{i:04}.gpx", gpx(f"{year}-{rest // 28 + 1:02}-{rest % 28 + 1:02}", minutes=3))
    j.write("runs/bad-half.gpx", gpx("2019-01-01")[:900])
    j.write("runs/bad-empty.gpx", "")
    j.write("runs/3/bad-noise.gpx", bytes(random.Random(1).randrange(256) for _ in range(3000)))
    batch = j.json("import", os.path.join(j.folder, "runs"))
    equal(counts(batch), (997, 0, 0, 0, 3))
    bad = {item["file"]: item["reason"] for item in batch["items"] if item["status"] == "refused"}
    equal(sorted(bad), ["runs/3/bad-noise.gpx", "runs/bad-empty.gpx", "runs/bad-half.gpx"])
    check(all(len(reason) > 10 for reason in bad.values()), bad)
    equal(sum(len(d["runs"]) for d in j.days()), 997)
    again = j.json("import", os.path.join(j.folder, "runs"))
    equal(counts(again), (0, 997, 0, 0, 3))
    equal(sum(len(d["runs"]) for d in j.days()), 997)


ITEM_KEYS = ["file", "member", "format", "status", "reason", "warnings", "sport", "start", "utc_offset_s", "elapsed_s",
             "timer_s", "moving_s", "distance_m", "avg_hr", "max_hr", "ascent_m", "descent_m", "title", "notes",
             "effort", "shoe"]
ALWAYS = ["file", "format", "status", "warnings", "sport", "start", "utc_offset_s", "elapsed_s", "timer_s", "distance_m"]


@case
def form(j):
    """import --json has the keys of the contract, in their order"""
    j.write("in/a.gpx", gpx("2026-05-01", name="Morning"))
    j.write("in/b.txt", "hello")
    j.write("in/pain.csv", "date,score\n2026-05-01,3\n2026-05-02,4\n")
    j.write("in/runs.csv", "date,distance_m,duration_s,effort,shoe,note\n2026-05-03,5000,1800,4,Blue,fine\n")
    batch = j.json("import", os.path.join(j.folder, "in"))
    equal(list(batch), ["items", "new", "known", "similar", "not_a_run", "refused"])
    for item in batch["items"]:
        equal(list(item), [key for key in ITEM_KEYS if key in item])
        check(all(key in item for key in ALWAYS), item)
    items = {item["file"]: item for item in batch["items"]}
    equal((items["in/a.gpx"]["title"], items["in/a.gpx"]["start"], items["in/a.gpx"]["sport"]),
          ("Morning", "2026-05-01T06:00:00Z", "running"))
    equal((items["in/runs.csv"]["effort"], items["in/runs.csv"]["shoe"], items["in/runs.csv"]["notes"]), (4, "Blue", "fine"))
    check(items["in/b.txt"]["status"] == "refused" and items["in/b.txt"]["reason"], items["in/b.txt"])


@case
def dry_run(j):
    """--dry-run tells the same and writes nothing, not even a journal"""
    j.write("a.gpx", gpx("2026-05-01"))
    path = os.path.join(j.folder, "a.gpx")
    equal(counts(j.json("import", path, "--dry-run")), (1, 0, 0, 0, 0))
    check(not os.path.exists(j.path), "a journal was made")
    j.run("pain", "3")
    equal(counts(j.json("import", path, "--dry-run")), (1, 0, 0, 0, 0))
    equal(sum(len(d["runs"]) for d in j.days()), 0)


@case
def diary_twice(j):
    """an entry is the same if date, moment, score, note and its position among equal ones agree"""
    rows = "date,moment,score,note\n2026-05-01,,3,\n2026-05-01,,3,\n2026-05-01,waking,3,\n2026-05-02,,4,a\n2026-05-02,,4,b\n"
    equal(counts(j.imports("pain.csv", rows)), (1, 0, 0, 0, 0))
    equal([len(d["pain"]) for d in j.days()], [3, 2])
    equal(counts(j.imports("pain.csv", rows)), (0, 1, 0, 0, 0))
    equal(counts(j.imports("other name.csv", rows)), (0, 1, 0, 0, 0))
    more = rows + "2026-05-01,,3,\n2026-05-02,,4,c\n"
    batch = j.imports("pain.csv", more)
    equal(counts(batch), (1, 0, 0, 0, 0))
    check(any("5" in warning for warning in batch["items"][0]["warnings"]), batch)
    equal([len(d["pain"]) for d in j.days()], [4, 3])


@case
def entered(j):
    """the day of entry comes with a diary; without it, it is the day itself"""
    j.imports("pain.csv", "date,score,started,entered\n2026-05-01,3,2026-04-20,2026-05-09\n2026-05-02,3,,\n")
    equal([(d["pain"][0]["started"], d["pain"][0]["entered"]) for d in j.days()],
          [("2026-04-20", "2026-05-09"), (None, "2026-05-02")])


@case
def gaps(j):
    """answers to silence come in in the file's order, and once"""
    rows = "from,to,answer\n2026-05-02,2026-05-05,fine\n2026-05-02,2026-05-05,hurt\n"
    j.run("pain", "4", "--date", "2026-05-01")
    equal(counts(j.imports("gaps.csv", rows)), (1, 0, 0, 0, 0))
    equal(j.json("status", today="2026-05-05")["pain_days"], 5, "the later answer wins:")
    equal(counts(j.imports("gaps.csv", rows)), (0, 1, 0, 0, 0))


@case
def same_run_other_file(j):
    """the same run from another file is known; one that only looks like it is shown and stays out"""
    j.write("a.gpx", gpx("2026-05-01"))
    j.write("b.gpx", gpx("2026-05-01", name="the same, saved again"))
    equal(counts(j.json("import", os.path.join(j.folder, "a.gpx"))), (1, 0, 0, 0, 0))
    equal(counts(j.json("import", os.path.join(j.folder, "b.gpx"))), (0, 1, 0, 0, 0))
    typed = Journal(j.folder, "typed.db")
    typed.run("run", "5.4km", "30:00", "--date", "2026-05-01")
    batch = typed.json("import", os.path.join(j.folder, "a.gpx"), status=1)
    equal(counts(batch), (0, 0, 1, 0, 0))
    check("1 May 2026" in batch["items"][0]["reason"], batch)
    equal(sum(len(d["runs"]) for d in typed.days()), 1)
    equal(counts(typed.json("import", os.path.join(j.folder, "a.gpx"), "--with-similar")), (0, 0, 1, 0, 0))
    equal(sum(len(d["runs"]) for d in typed.days()), 2)


@case
def two_runs_a_day(j):
    """two runs of a day are two, also when they are alike"""
    j.write("in/a.gpx", gpx("2026-05-01", hour=6))
    j.write("in/b.gpx", gpx("2026-05-01", hour=18))
    equal(counts(j.json("import", os.path.join(j.folder, "in"))), (2, 0, 0, 0, 0))


@case
def batch_twins(j):
    """a file that is there twice comes in once"""
    j.write("in/a.gpx", gpx("2026-05-01"))
    j.write("in/copy/a.gpx", gpx("2026-05-01"))
    batch = j.json("import", os.path.join(j.folder, "in"))
    equal(counts(batch), (1, 1, 0, 0, 0))
    equal(sum(len(d["runs"]) for d in j.days()), 1)


@case
def equal_rows(j):
    """two equal rows of a table of runs are two runs, and known the second time"""
    rows = "date,distance_m,duration_s\n2026-05-01,5000,1800\n2026-05-01,5000,1800\n2026-05-03,5000,1800\n"
    equal(counts(j.imports("runs.csv", rows)), (3, 0, 0, 0, 0))
    equal(counts(j.imports("runs.csv", rows)), (0, 3, 0, 0, 0))
    equal(counts(j.imports("other.csv", rows)), (0, 3, 0, 0, 0))


@case
def deleted_comes_back(j):
    """what only another journal knows is new here"""
    j.imports("runs.csv", "date,time,distance_m,duration_s\n2026-05-01,07:00,5000,1800\n")
    other = Journal(j.folder, "other.db")
    equal(counts(other.json("import", os.path.join(j.folder, "runs.csv"))), (1, 0, 0, 0, 0))


@case
def links(j):
    """folders that link to themselves are read once"""
    j.write("in/a.gpx", gpx("2026-05-01"))
    os.symlink(".", os.path.join(j.folder, "in", "loop"))
    os.mkfifo(os.path.join(j.folder, "in", "pipe"))
    batch = j.json("import", os.path.join(j.folder, "in"))
    equal((batch["new"], batch["refused"]), (1, 1))


@case
def problems(j):
    """a file that is missing or closed is named with the reason, and the others come in"""
    command = nobody()
    good, closed = j.write("a.gpx", gpx("2026-05-01")), j.write("closed.gpx", gpx("2026-05-02"))
    os.chmod(closed, 0)
    os.chmod(j.folder, 0o777)
    batch = j.json("import", good, closed, os.path.join(j.folder, "nowhere.gpx"), command=command)
    equal(counts(batch), (1, 0, 0, 0, 2))
    reasons = {item["file"]: item["reason"] for item in batch["items"] if item["status"] == "refused"}
    check("permission" in reasons["closed.gpx"] and "not there" in reasons["nowhere.gpx"], reasons)


@case
def nothing_comes_in(j):
    """exit 1 where nothing came in and nothing was known; the names go to standard error"""
    errors = j.run("import", j.write("noise.gpx", b"\x00\x01\x02" * 500), status=1)
    check(errors.startswith("lumbar-cli: noise.gpx: "), errors)


@case
def refusals_once(j):
    """what is refused is said on standard error alone, a line each; the counts stand on standard output"""
    good = os.path.join(j.folder, "good.csv")
    with open(good, "w", encoding="utf-8") as file:
        file.write("date,score\n2026-05-20,3\n")
    bad = j.write("noise.gpx", b"\x00\x01\x02" * 500)
    done = subprocess.run([PROGRAM, "import", good, bad, "--journal", j.path, "--today", "2026-05-27"],
                          capture_output=True, text=True)
    equal(done.returncode, 0)
    equal(done.stderr.count("noise.gpx"), 1, done.stderr)
    equal(done.stderr.count("\n"), 1, done.stderr)
    check("noise.gpx" not in done.stdout and "refused 1" in done.stdout, done.stdout)
    members = os.path.join(j.folder, "two.csv")
    with open(members, "w", encoding="utf-8") as file:
        file.write("date,distance_m,duration_s\n" + "".join(f"2026-05-{d},76,{s}\n" for d, s in ((11, 40), (12, 900))))
    done = subprocess.run([PROGRAM, "import", members, "--dry-run", "--json", "--journal", j.path, "--today",
                           "2026-05-27"], capture_output=True, text=True)
    equal([item["warnings"] for item in json.loads(done.stdout)["items"]], [["Very short: 76 m."]] * 2)


@case
def too_large(j):
    """a file larger than 64 MiB is refused without being read"""
    path = os.path.join(j.folder, "large.gpx")
    with open(path, "wb") as file:
        file.truncate(65 * 1024 * 1024)
    check("64 MiB" in j.json("import", path, status=1)["items"][0]["reason"], "reason")


@case
def samples(j):
    """every GPX file of the samples is read or refused with a reason, and known the second time"""
    folder = shared("samples", "gpx")
    first = j.json("import", folder)
    check(first["new"] > 0, counts(first))
    for item in first["items"]:
        check(item["status"] not in ("refused", "not_a_run") or item["reason"], item)
    equal({item["file"].split("/")[-1] for item in first["items"]}, set(os.listdir(folder)))
    second = j.json("import", folder)
    equal((second["new"], second["known"]), (0, first["new"] + first["known"]))


done()
