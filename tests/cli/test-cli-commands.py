# SPDX-License-Identifier: GPL-3.0-or-later
"""Every command, as a person would type it."""
import json
import os
import stat
import subprocess

from cli import PROGRAM, case, check, done, equal


@case
def pain(j):
    """pain writes one entry with all its details, and makes the journal"""
    j.run("pain", "5")
    j.run("pain", "7", "--date", "2026-05-20", "--moment", "after-run", "--started", "2026-05-18", "--how", "lifting",
          "--note", "after the garden, “twisted”")
    days = j.days()
    equal([d["date"] for d in days], ["2026-05-20", "2026-05-27"])
    equal(days[0]["pain"], [{"moment": "after-run", "score": 7, "started": "2026-05-18", "how": "lifting",
                             "entered": "2026-05-27", "note": "after the garden, “twisted”"}])
    equal(days[1]["pain"][0]["moment"], "average")
    equal(stat.S_IMODE(os.stat(j.path).st_mode), 0o600, "mode of the journal")


@case
def pain_twice(j):
    """a second entry on the same day is welcome"""
    j.run("pain", "5")
    j.run("pain", "0", "--moment=waking")
    equal(sorted(e["score"] for e in j.days()[0]["pain"]), [0, 5])
    equal(j.days()[0]["highest"], 5)


@case
def run(j):
    """run takes the forms of distance and time, and every detail"""
    j.run("run", "8.2km", "45:10", "--date", "2026-05-20", "--time", "07:30", "--effort", "6", "--shoe", "Blue",
          "--ascent", "120", "--descent", "118.5", "--surface", "trail", "--race", "--pain-before", "2", "--note", "n")
    j.run("run", "5mi", "1:05:00", "--date", "2026-05-21", "--shoe", "blue ")
    j.run("run", "8,05 km", "45", "--date", "2026-05-22")
    one, two, three = (d["runs"][0] for d in j.days())
    equal(one, {"start": "2026-05-20T05:30:00Z", "utc_offset_s": 7200, "distance_m": 8200, "duration_s": 2710,
                "effort": 6, "ascent_m": 120, "descent_m": 118.5, "surface": "trail", "race": True, "pain_before": 2,
                "shoe": "Blue", "title": None, "note": "n", "file": None})
    equal((two["distance_m"], two["duration_s"], two["shoe"]), (8046.72, 3900, "Blue"))
    equal((three["distance_m"], three["duration_s"], three["start"], three["shoe"]), (8050, 2700, None, None))


@case
def gap(j):
    """gap answers silence, first and last day included"""
    j.run("pain", "4", "--date", "2026-05-01")
    j.run("gap", "2026-05-02", "2026-05-04", "hurt")
    equal(j.json("status", today="2026-05-04")["known_days"], 4)
    j.run("gap", "2026-05-02", "2026-05-04", "unsure")
    equal(j.json("status", today="2026-05-04")["known_days"], 1)


@case
def baseline(j):
    """baseline opens the data gate of the spike rule for a new journal"""
    j.run("baseline", "10km")
    for day, km in ((20, 5), (22, 5), (25, 12)):
        j.run("run", f"{km}km", "60", "--date", f"2026-05-{day}")
    spike = j.json("status")["spikes"][-1]
    equal((spike["category"], spike["ratio"], spike["reference_m"]), ("small", 1.2, 10000))
    j.run("baseline", "12km")
    equal(j.json("status")["spikes"][-1]["category"], "reference", "a second baseline replaces the first:")


@case
def flare(j):
    """flare answers for a day, once; the second answer replaces the first"""
    j.run("flare", "2026-05-20", "yes")
    equal(j.days()[0]["flare"], True)
    j.run("flare", "2026-05-20", "no")
    equal([d["flare"] for d in j.days()], [False])


@case
def visit(j):
    """visit writes down who was seen and what was agreed"""
    j.run("visit", "--date", "2026-05-20", "--who", "A physiotherapist", "--agreed", "easy runs", "--next", "2026-06-10")
    j.run("visit")
    equal(j.days()[0]["visits"], [{"who": "A physiotherapist", "agreed": "easy runs", "next": "2026-06-10"}])
    equal(j.days()[1]["date"], "2026-05-27")


STATUS_KEYS = ["date", "state", "age", "course", "onset", "last_pain", "episodes", "bouts", "flags", "pain_days",
               "known_days", "share", "trend", "flare_candidate", "severe_or_worse", "load", "spikes", "overuse",
               "association", "cards"]
CARD_KEYS = ["rule", "severity", "title", "message", "evidence", "clears", "source", "shown"]


@case
def status(j):
    """status --json has the keys of the contract, in their order"""
    j.run("gap", "2026-05-01", "2026-05-02", "unsure")
    empty = j.json("status")
    equal(list(empty), STATUS_KEYS)
    equal((empty["state"], empty["onset"], empty["pain_days"], empty["known_days"], empty["share"], empty["trend"]),
          ("no_data", None, None, None, None, None))
    rows = "".join(f"2026-05-{day:02},{4 if day < 25 else 3}\n" for day in range(1, 28))
    j.imports("pain.csv", "date,score\n" + rows)
    full = j.json("status")
    equal((full["date"], full["state"], full["age"], full["onset"], full["last_pain"], full["share"]),
          ("2026-05-27", "beyond", 26, "2026-05-01", "2026-05-27", 1))
    equal(list(full["trend"]), ["verdict", "previous", "last"])
    check(full["cards"], "three weeks of pain say nothing")
    for card in full["cards"]:
        equal(list(card), CARD_KEYS)
        check(card["severity"] in ("note", "caution", "alert") and isinstance(card["evidence"], dict), card)
    equal(full["flags"], sorted(full["flags"]))
    check("27 May 2026" in j.run("status"), "the day is not in the text")


@case
def unknown_state(j):
    """status --json tells the last known state only where the state is unknown"""
    j.imports("pain.csv", "date,score\n" + "".join(f"2026-03-{day:02},4\n" for day in range(1, 10)))
    known, unknown = j.json("status", today="2026-03-09"), j.json("status", today="2026-05-27")
    check("last_known_state" not in known, known)
    equal((unknown["state"], unknown["last_known_state"]), ("unknown", "within"))
    equal(list(unknown)[:4], ["date", "state", "last_known_state", "age"])


@case
def history(j):
    """history is bounded by --from and --to"""
    for day in (1, 10, 20):
        j.run("pain", "3", "--date", f"2026-05-{day:02}")
    equal([d["date"] for d in j.json("history", "--from", "2026-05-02", "--to", "2026-05-20")["days"]],
          ["2026-05-10", "2026-05-20"])
    check("10 May 2026" in j.run("history"), "text")


@case
def where_it_cannot_go(j):
    """a folder that is missing and one that takes no files are told apart, whatever is written"""
    j.run("pain", "3")
    there = [("missing", os.path.join(j.folder, "nowhere"), ("not there", "does not exist"))]
    if os.path.isdir("/proc/self") and os.access("/proc", os.W_OK):
        there.append(("closed", "/proc", ("takes no files",)))
    for _, folder, words in there:
        for command, name in (("report", "r.pdf"), ("chart", "c.svg"), ("export", "e.json"), ("backup", "b.db")):
            error = j.run(command, os.path.join(folder, name), status=1)
            check(any(word in error for word in words), command, error)


@case
def history_details(j):
    """history also tells how it began, the day's details and treatments"""
    j.run("pain", "3", "--date", "2026-05-10", "--how", "after-run", "--started", "2026-05-09")
    path = os.path.join(j.folder, "e.json")
    j.run("export", path)
    with open(path, encoding="utf-8") as file:
        data = json.load(file)
    stamp = {key: data["pain"][0][key] for key in data["pain"][0] if key in ("created_at", "updated_at", "utc_offset")}
    data["day_details"] = [{"id": "00000000-0000-4000-8000-000000000001", **stamp, "day": "2026-05-10",
                            "where_left": True, "nights_woken": 1, "leg_numb": True,
                            "worse_with": "sitting\ndriving"}]
    data["treatments"] = [{"id": "00000000-0000-4000-8000-000000000002", **stamp, "kind": "other",
                           "name": "massage", "first": "2026-05-12", "last": "2026-05-14", "helped": 1}]
    with open(path, "w", encoding="utf-8") as file:
        json.dump(data, file)
    j.run("restore", path)
    text = j.run("history")
    for line in ("    began 9 May 2026, after a run\n",
                 "  left, numb or weak leg, woken 1, worse with sitting, driving\n",
                 "  tried massage, until 14 May 2026, helped: some\n"):
        check(line in text, line, text)
    days = {d["date"]: d for d in j.days()}
    equal(days["2026-05-10"]["details"],
          {"where_left": True, "leg_numb": True, "nights_woken": 1, "worse_with": "sitting\ndriving"})
    equal(days["2026-05-12"]["treatments"],
          [{"kind": "other", "name": "massage", "first": "2026-05-12", "last": "2026-05-14", "helped": 1}])


@case
def pictures(j):
    """chart and report write files of the right kind, for a person alone to read or at least whole"""
    j.run("sample", "--years", "1")
    for name, magic in (("c.svg", b"<?xml"), ("c.png", b"\x89PNG\r\n"), ("c.pdf", b"%PDF")):
        path = os.path.join(j.folder, name)
        j.run("chart", path, "--from", "2026-02-01", "--width", "800", "--height", "400")
        with open(path, "rb") as file:
            data = file.read()
        check(data.startswith(magic), name, data[:20])
        if name == "c.png":
            equal((int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")), (800, 400))
    path = os.path.join(j.folder, "r.pdf")
    j.run("report", path, "--from", "2026-02-01", "--paper", "letter", "--name", "A Runner")
    with open(path, "rb") as file:
        check(file.read().startswith(b"%PDF"), "report")

    def pages(*options):
        j.run("report", path, "--from", "2026-02-01", *options)
        with open(path, "rb") as file:
            return file.read().count(b"/Type /Page ")

    equal(pages(), 1)
    equal(pages("--sections", "page"), 1)
    equal(pages("--sections", "story, chart", "--grey"), 1)
    equal(pages("--sections", "page,weeks"), 2)
    check(pages("--sections", "all") > 2, "everything")
    unknown = j.run("report", path, "--sections", "story,weather", status=2)
    check("weather" in unknown and "self-check" in unknown and "entries" in unknown, unknown)


@case
def export_restore(j):
    """export and restore give the same bytes again, and a merge adds only what is new"""
    from cli import Journal
    j.run("sample", "--years", "1")
    j.run("pain", "3", "--note", 'a "quoted", note\nof two lines; with ümläuts\tand a tab')
    j.run("visit", "--who", "someone")
    first, second = os.path.join(j.folder, "a.json"), os.path.join(j.folder, "b.json")
    other = Journal(j.folder, "other.db")
    j.run("export", first)
    other.run("restore", first)
    other.run("export", second)
    with open(first, "rb") as a, open(second, "rb") as b:
        data = a.read()
        check(data == b.read(), "the bytes differ")
    equal(json.loads(data)["format"], "lumbar-journal")
    equal(stat.S_IMODE(os.stat(first).st_mode), 0o600, "mode of the export")
    equal(other.run("restore", first), "0 records restored.\n")
    j.run("pain", "9", "--moment", "worst")
    j.run("export", first)
    equal(other.run("restore", first), "1 record restored.\n")
    equal(other.json("history"), j.json("history"))


@case
def merge_two(j):
    """two computers become the same, whichever is merged into which; what was deleted on one stays so"""
    from cli import Journal
    exports = [os.path.join(j.folder, name) for name in ("a.json", "b.json", "c.json")]
    other = Journal(j.folder, "other.db")
    for day in ("2026-05-01", "2026-05-04"):
        j.run("pain", "3", "--date", day)
    j.run("export", exports[0])
    other.run("restore", exports[0])
    # Both write, and each answers a question of its own, as the first and so far only one.
    j.run("gap", "2026-05-02", "2026-05-03", "hurt", today="2026-05-10")
    other.run("gap", "2026-05-02", "2026-05-02", "fine", today="2026-05-11")
    other.run("run", "8km", "45:00")
    j.run("export", exports[0])
    other.run("export", exports[1])
    equal(other.run("restore", exports[0]), "1 record restored.\n")
    equal(j.run("restore", exports[1]), "2 records restored.\n")
    j.run("export", exports[0])
    other.run("export", exports[1])
    with open(exports[0], "rb") as a, open(exports[1], "rb") as b:
        equal(a.read(), b.read())
    check("order" in j.run("check"), "check")
    equal(j.json("status"), other.json("status"))

    # Another program's file says that an entry was deleted.
    with open(exports[0]) as file:
        export = json.load(file)
    equal(export["version"], 2)
    gone = export["pain"].pop(0)
    export["deleted"]["pain"] = [{"id": gone["id"], "deleted_at": "2030-01-01T00:00:00Z"}]
    path = j.write("d.json", json.dumps(export))
    equal(other.run("restore", path), "0 records restored.\n1 record deleted, as it was where the export comes from.\n")
    equal([d["date"] for d in other.days() if d["pain"]], ["2026-05-04"])
    # Who has it still does not bring it back, and a third computer hears of it.
    equal(other.run("restore", exports[0]), "0 records restored.\n")
    other.run("export", exports[2])
    third = Journal(j.folder, "third.db")
    third.run("restore", exports[2])
    third.run("restore", exports[0])
    equal(third.days(), other.days())


@case
def export_csv(j):
    """an export as CSV comes back as the same days, and adds nothing the second time"""
    from cli import Journal
    j.run("sample", "--years", "1")
    folder = os.path.join(j.folder, "csv")
    j.run("export", folder)
    check(not [n for n in os.listdir(folder) if n.startswith(".")], os.listdir(folder))
    other = Journal(j.folder, "other.db")
    batch = other.json("import", folder)
    equal((batch["refused"], batch["similar"]), (0, 0), [i for i in batch["items"] if i["status"] == "refused"][:3])
    mine, theirs = j.days(), other.days()
    equal([(d["date"], d["highest"], d["mean"], len(d["runs"])) for d in theirs],
          [(d["date"], d["highest"], d["mean"], len(d["runs"])) for d in mine])
    equal([r["shoe"] for d in theirs for r in d["runs"]], [r["shoe"] for d in mine for r in d["runs"]])
    equal(other.json("import", folder)["new"], 0)


@case
def backup_check(j):
    """backup is a journal of its own, and check finds both in order"""
    from cli import Journal
    j.run("pain", "4")
    copy = os.path.join(j.folder, "copy.db")
    j.run("backup", copy)
    check("order" in j.run("check"), "check")
    equal(Journal(j.folder, "copy.db").days(), j.days())


@case
def sample(j):
    """sample fills an empty journal, always in the same way, and refuses any other"""
    from cli import Journal
    j.run("sample", "--years", "1", "--seed", "7")
    other = Journal(j.folder, "other.db")
    other.run("sample", "--years", "1", "--seed", "7")
    equal(other.days(), j.days())
    before = j.days()
    check("not empty" in j.run("sample", status=1), "refusal")
    equal(j.days(), before)


@case
def help_texts(j):
    """--help and --version work with and without a command, and touch no journal"""
    overview = j.run("--help", today=None)
    for name in ("pain", "run", "gap", "baseline", "flare", "visit", "import", "status", "history", "chart", "report",
                 "export", "restore", "backup", "check", "sample"):
        check(f"\n  {name} " in overview, name)
        check("lumbar-cli " + name in j.run(name, "--help"), name)
    check(j.run("--version").startswith("lumbar-cli 0."), "version")
    check(not os.path.exists(j.path), "a journal was made")


@case
def order_of_options(j):
    """options may stand before the command, after it, with = or without; “--” ends them"""
    done_ = subprocess.run([PROGRAM, "--today=2026-05-01", "--journal", j.path, "pain", "--note=--odd", "--", "3"],
                           capture_output=True)
    equal((done_.returncode, done_.stderr), (0, b""))
    equal(j.days()[0]["pain"][0]["note"], "--odd")
    equal(j.days()[0]["date"], "2026-05-01")


@case
def default_journal(j):
    """without --journal it is $XDG_DATA_HOME/lumbar/journal.db, its folder 0700"""
    env = {**os.environ, "XDG_DATA_HOME": os.path.join(j.folder, "data")}
    done_ = subprocess.run([PROGRAM, "pain", "2"], capture_output=True, env=env)
    equal((done_.returncode, done_.stderr), (0, b""))
    folder = os.path.join(j.folder, "data", "lumbar")
    equal(stat.S_IMODE(os.stat(folder).st_mode), 0o700)
    equal(stat.S_IMODE(os.stat(os.path.join(folder, "journal.db")).st_mode), 0o600)


@case
def full_pipe(j):
    """an answer that cannot be written is an error"""
    j.run("pain", "3")
    if not os.path.exists("/dev/full"):
        from cli import Skip
        raise Skip("there is no /dev/full")
    with open("/dev/full", "w") as full:
        done_ = subprocess.run([PROGRAM, "history", "--json", "--journal", j.path], stdout=full, stderr=subprocess.PIPE)
    equal(done_.returncode, 1)
    check(done_.stderr.count(b"\n") == 1, done_.stderr)


done()
