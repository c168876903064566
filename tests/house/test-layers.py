#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The arrows between the rooms. The build keeps them for our own headers; this reads every #include and every list
of dependencies, so that the system's headers keep them too and a hole in the build is seen."""
import os
import re
import subprocess
import sys

from tap import ROOT, case, done, read, skip, tracked

# A room sees itself and these. `store` and `io` are journal's own.
SEES = {
    "core": set(),
    "store": {"core"},
    "io": {"core"},
    "chart": {"core"},
    "report": {"chart", "core"},
    "journal": {"store", "io", "report", "chart", "core"},
    "cli": {"journal", "report", "chart", "core"},
    "ui": {"journal", "report", "chart", "core"},
    "main": {"ui", "core"},
}

# Which rooms may include a system header, by how it begins.
SYSTEM = [
    (re.compile(r"sqlite3\.h$"), {"store"}),
    (re.compile(r"(gtk/|gdk/|gsk/|gdk-pixbuf/|adwaita)"), {"ui", "main"}),
    (re.compile(r"json-glib/"), {"journal", "io"}),
    (re.compile(r"archive"), {"io"}),
    (re.compile(r"(cairo|pango/)"), {"chart", "report", "ui"}),
]

# The same for what a meson.build links.
DEPENDENCY = {
    "sqlite_dep": {"store"},
    "gtk_dep": {"ui", "main"},
    "adw_dep": {"ui", "main"},
    "json_dep": {"journal", "io"},
    "archive_dep": {"io"},
    "cairo_dep": {"chart", "report", "ui"},
    "cairo_pdf_dep": {"chart", "report"},
    "cairo_svg_dep": {"chart", "report"},
    "pangocairo_dep": {"chart", "report", "ui"},
}

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)


def room_of(path):
    """src/store/sql/x.c is in store; src/main.c is main's."""
    parts = path.split("/")
    return parts[1] if len(parts) > 2 else "main"


def main():
    sources = [name for name in tracked(".c", ".h") if name.startswith("src/")]
    ours = {}
    for name in sources:
        if name.endswith(".h"):
            ours.setdefault(os.path.basename(name), set()).add(room_of(name))

    case("there is something to check", [] if len(sources) > 20 else [f"only {len(sources)} sources were found"])
    case("every room is one of the drawing", sorted(f"{n}: {room_of(n)} is no room" for n in sources if room_of(n) not in SEES))

    # What meson makes is named in a meson.build.
    generated = set(re.findall(r"[\w-]+\.h\b", "".join(read(name) for name in tracked("meson.build"))))

    upward, foreign, unknown = [], [], []
    for name in sources:
        room = room_of(name)
        for mark, header in INCLUDE.findall(read(name)):
            if mark == "<":
                foreign += [f"{name} includes <{header}>" for rule, rooms in SYSTEM if rule.match(header) and room not in rooms]
                continue
            owners = ours.get(os.path.basename(header))
            if owners is None:
                if header not in generated and not header.endswith("-resources.h"):
                    unknown.append(f'{name} includes "{header}", which is nowhere')
            elif not owners & (SEES.get(room, set()) | {room}):
                upward.append(f'{name} includes "{header}" of {", ".join(sorted(owners))}')
    case("no header of a room that is out of sight", upward)
    case("system headers only where they belong", foreign)
    case("every header of ours exists", unknown)
    case("no two headers of one name", sorted(f"{name}: {', '.join(sorted(rooms))}" for name, rooms in ours.items() if len(rooms) > 1))

    linked = []
    for name in tracked("meson.build"):
        if not name.startswith("src/") or name.count("/") < 2:
            continue
        room = room_of(name)
        text = re.sub(r"#.*", "", read(name))
        for word in set(re.findall(r"\b(\w+_dep|lum_\w+)\b", text)):
            if word in DEPENDENCY:
                if room not in DEPENDENCY[word]:
                    linked.append(f"{name} uses {word}")
                continue
            other = re.fullmatch(r"(?:lum_)?(core|store|io|chart|report|journal|cli|ui)(?:_dep)?", word)
            if other and other[1] != room and other[1] not in SEES[room]:
                linked.append(f"{name} uses {word}")
    case("every room links only what it sees", sorted(linked))

    text = re.sub(r"#.*", "", read("src/journal/meson.build"))
    declared = re.search(r"journal_dep\s*=\s*declare_dependency\s*\((.*?)\n\)", text, re.DOTALL)
    if declared:
        leaks = re.findall(r"\b(store_dep|io_dep|store_inc|io_inc|json_dep|sqlite_dep)\b", declared[1])
        case("journal does not hand on the store's and io's headers", [f"journal_dep hands on {leak}" for leak in leaks])
    else:
        skip("journal does not hand on the store's and io's headers", "journal declares nothing yet")

    for program, wanted in (("lumbar-cli", ("libgtk", "libgdk", "libadwaita", "libgraphene")),):
        path = os.path.join(sys.argv[1], "src/cli", program) if len(sys.argv) > 1 else ""
        if not os.path.exists(path):
            skip(f"{program} links no GTK", "it is not built")
            continue
        shown = subprocess.run(["ldd", path], text=True, capture_output=True, check=False).stdout
        case(f"{program} links no GTK", [line.strip() for line in shown.splitlines() if any(w in line for w in wanted)])

    length = len(read("src/main.c").splitlines()) if os.path.exists(os.path.join(ROOT, "src/main.c")) else 0
    case("main is under 40 lines", [f"{length} lines"] if length >= 40 else [])
    done()


main()
