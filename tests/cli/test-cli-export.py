#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an export holds is what its schema says, to the ends of every range, and the program takes no more than that."""
import copy
import json
import os
import sys

from cli import Journal, Skip, case, check, done, equal

try:
    import jsonschema
except ImportError:
    jsonschema = None

with open(sys.argv[2], encoding="utf-8") as _file:
    SCHEMA = json.load(_file)
TABLES = [name for name in SCHEMA["properties"] if name not in ("format", "version", "deleted")]
BASE = ("id", "created_at", "updated_at", "utc_offset")
TARGETS = {"shoe_id": "shoes", "run_id": "runs", "batch_id": "import_batches", "activity_id": "activities"}


def problems(export):
    if not jsonschema:
        raise Skip("python3-jsonschema is not here")
    validator = jsonschema.Draft202012Validator(SCHEMA)
    validator.check_schema(SCHEMA)
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}" for error in validator.iter_errors(export)]


def resolve(field):
    return {**SCHEMA["$defs"][field["$ref"].rsplit("/", 1)[1]], **field} if "$ref" in field else field


def fields_of(table):
    return {name: resolve(field) for name, field in SCHEMA["$defs"][table]["properties"].items() if name not in BASE}


def identity(table, number):
    return f"{TABLES.index(table):08x}-0000-4000-8000-{number:012x}"


def make_value(name, field, end):
    """The least or the most that a field may hold."""
    if name in TARGETS:
        return identity(TARGETS[name], end)
    if "enum" in field:
        return field["enum"][-end]
    if field["type"] == "boolean":
        return bool(end)
    if field["type"] == "integer":
        return field["maximum" if end else "minimum"]
    if field["type"] == "number":
        return 12345.678 if end else 0
    if field.get("format") == "date":
        return "2026-05-27" if end else "1999-12-31"
    if field.get("format") == "date-time":
        return "2026-05-27T06:30:00.125Z" if end else "2001-01-01T00:00:00Z"
    return "“Text”, of\ntwo lines" if end else ""


def make_record(table, end):
    record = {"id": identity(table, end), "created_at": "2026-05-01T08:00:00Z", "updated_at": "2026-05-02T08:00:00.500Z",
              "utc_offset": 64800 if end else -64800}
    return {**record, **{name: make_value(name, field, end) for name, field in fields_of(table).items()}}


def make_export():
    """A journal with two records of every kind, which have every field."""
    export = {"format": "lumbar-journal", "version": SCHEMA["properties"]["version"]["const"]}
    for table in TABLES:
        export[table] = [make_record(table, 0), make_record(table, 1)]
    export["deleted"] = {table: [{"id": identity(table, 9), "deleted_at": "2026-05-03T08:00:00Z"}] for table in TABLES}
    return export


def restore(j, export, status=0, name="in.json"):
    return j.run("restore", j.write(name, json.dumps(export)), status=status)


def export_of(j):
    path = os.path.join(j.folder, "out.json")
    j.run("export", path)
    with open(path, encoding="utf-8") as file:
        return json.load(file)


@case
def sample(j):
    """the export of a sample journal is in form"""
    j.run("sample", "--years", "1")
    export = export_of(j)
    check(len(export["pain"]) > 100 and len(export["runs"]) > 50, "it is hardly a sample")
    equal(problems(export), [])


@case
def every_kind(j):
    """a record of every kind, with all its fields at the ends of their ranges, comes in and goes out in form"""
    wanted = make_export()
    equal(problems(wanted), [])
    restore(j, wanted)
    export = export_of(j)
    equal(problems(export), [])
    for table in TABLES:
        equal(sorted(export[table], key=lambda record: record["id"]), wanted[table], table)
    equal(export["deleted"], wanted["deleted"])
    check("order" in j.run("check"), "check")


@case
def wrong_files(j):
    """a file that is wrong in one place fails before the schema"""
    good = make_export()

    def wrong(why, change):
        bad = copy.deepcopy(good)
        change(bad)
        check(problems(bad), why, "was not noticed")

    wrong("a score of eleven", lambda e: e["pain"][0].update(score=11))
    wrong("a score as text", lambda e: e["pain"][0].update(score="5"))
    wrong("a moment of no word", lambda e: e["pain"][0].update(moment="noon"))
    wrong("an entry without a day", lambda e: e["pain"][0].pop("day"))
    wrong("a field that nobody knows", lambda e: e["runs"][0].update(colour="red"))
    wrong("a table that nobody knows", lambda e: e.update(moods=[]))
    wrong("a table that is missing", lambda e: e.pop("visits"))
    wrong("a date like no other", lambda e: e["runs"][0].update(day="27.5.2026"))
    wrong("a time without a zone", lambda e: e["runs"][0].update(updated_at="2026-05-27T06:30:00"))
    wrong("an identity that is none", lambda e: e["shoes"][0].update(id="one"))
    wrong("an older version", lambda e: e.update(version=1))
    wrong("a deletion with contents", lambda e: e["deleted"]["pain"][0].update(score=3))
    wrong("a deletion without its time", lambda e: e["deleted"]["pain"][0].pop("deleted_at"))


@case
def beyond(j):
    """what is one beyond the schema is refused by the program, too, and nothing of the file comes in"""
    refused = 0
    for table in TABLES:
        for name, field in fields_of(table).items():
            values = {"integer": ["5"], "number": [-1, "5"], "boolean": [1], "string": [7]}[field["type"]]
            if field["type"] == "integer":
                values += [field["minimum"] - 1, field["maximum"] + 1]
            if "enum" in field:
                values.append("unheard-of")
            if field.get("format"):
                values.append("2026-02-30" if field["format"] == "date" else "2026-05-27 06:30")
            for value in values:
                bad = make_export()
                bad[table][0][name] = value
                said = restore(j, bad, status=1)
                check("in.json" in said and table in said, name, said)
                refused += 1
        for name in SCHEMA["$defs"][table]["required"]:
            if resolve(SCHEMA["$defs"][table]["properties"][name])["type"] != "boolean":
                bad = make_export()
                del bad[table][0][name]
                # A rating of nothing says nothing, and is let go; the rest comes in.
                if name != "activity_id":
                    said = restore(j, bad, status=1)
                    check("in.json" in said and table in said, "without", name, said)
    check(refused > 150, "only", refused)
    check(not os.path.exists(j.path), "a journal was made")


@case
def forms_of_old(j):
    """version 1, which told of no deletions, is still read"""
    old = make_export()
    old["version"] = 1
    del old["deleted"]
    restore(j, old)
    export = export_of(j)
    equal(problems(export), [])
    equal(len(export["pain"]), 2)
    other = Journal(j.folder, "other.db")
    restore(other, export)
    equal(export_of(other), export)


done()
