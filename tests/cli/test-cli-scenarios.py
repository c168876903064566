# SPDX-License-Identifier: GPL-3.0-or-later
"""The scenarios of rules.md §10 through the command line: written as CSV, imported, asked for the status."""
import json

from cli import case, date, done, equal, parse_diary, shared

KINDS = ("status", "status_future", "trend", "flare_candidate", "severe_or_worse", "spike", "association")


def write_pain(j, given, last):
    """A CSV of the diary. Entries after today do not exist yet, unless the scenario keeps them."""
    reported = given.get("reported", {})
    rows = ["date,score,started"]
    for day, scores in enumerate(parse_diary(given["diary"])):
        for i, score in enumerate(scores if day <= last else []):
            started = reported.get(str(day)) if i == 0 else None
            rows.append(f"{date(day)},{score},{date(started) if started is not None else ''}")
    j.write("in/pain.csv", "\n".join(rows) + "\n")
    answers = [f"{date(first)},{date(to)},{word}" for first, to, word in given.get("answers", [])]
    if answers:
        j.write("in/gaps.csv", "\n".join(["from,to,answer", *answers]) + "\n")


def write_runs(j, given):
    rows = [f"{date(day)},{metres},{metres // 3}" for day, metres in given["runs"]]
    j.write("in/runs.csv", "\n".join(["date,distance_m,duration_s", *rows]) + "\n")
    if "baseline_m" in given:
        j.run("baseline", f"{given['baseline_m']}m")


def write_series(j, given):
    """Load as minutes of running, pain as the day's average; entered on the day, and once more far too late."""
    pain = ["date,score,entered"]
    for day, score in enumerate(given["pain"]):
        if score is not None:
            pain.append(f"{date(day)},{score},{date(day)}")
        else:
            pain.append(f"{date(day)},9,{date(day + 3)}")
    j.write("in/pain.csv", "\n".join(pain) + "\n")
    runs = [f"{date(day)},5000,{60 * minutes}" for day, minutes in enumerate(given["load"]) if minutes]
    j.write("in/runs.csv", "\n".join(["date,distance_m,duration_s", *runs]) + "\n")


def check_association(got, expect):
    for key, wanted in expect.items():
        if key == "rho":
            equal({lag: round(rho, 3) + 0 for lag, rho in got["rho"].items()}, wanted, key)
        else:
            equal(got[key], wanted, key)


def check_status(got, expect):
    for key, wanted in expect.items():
        if key in ("onset", "last_pain") and wanted is not None:
            wanted = date(wanted)
        equal(got.get(key), wanted, key)


def check_scenario(j, scenario):
    kind, given, expect = scenario["kind"], scenario["input"], scenario["expect"]
    if kind == "spike":
        write_runs(j, given)
        today = given["runs"][-1][0]
    elif kind == "association":
        write_series(j, given)
        today = len(given["load"]) - 1
    else:
        today = given.get("today", given.get("day"))
        write_pain(j, given, 10 ** 6 if given.get("keep_future") else today)
    j.run("import", j.folder + "/in")
    got = j.json("status", today=date(today))
    equal(got["date"], date(today))

    if kind == "association":
        check_association(got["association"], expect)
    elif kind.startswith("status"):
        check_status(got, expect)
    elif kind == "trend":
        trend = got["trend"] and [got["trend"]["verdict"], got["trend"]["previous"], got["trend"]["last"]]
        equal(trend, expect)
    elif kind == "spike":
        spike = [s for s in got["spikes"] if s["date"] == date(today)][-1]
        ratio = None if spike["ratio"] is None else round(spike["ratio"], 4)
        equal([spike["category"], ratio, spike["reference_m"]], expect)
    else:
        equal(got[kind], expect)


def run_scenario(scenario):
    def test(j):
        check_scenario(j, scenario)
    test.__doc__ = f"{scenario['id']} {scenario['kind']}: {scenario['name']}"
    case(test)


def load():
    from cli import Skip
    try:
        with open(shared("scenarios.json")) as file:
            return json.load(file)
    except Skip as skip:
        print(f"1..0 # SKIP {skip}")
        return None


scenarios = load()
if scenarios is not None:
    for one in scenarios:
        if one["kind"] in KINDS:
            run_scenario(one)
    done()
