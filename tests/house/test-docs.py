#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The documents speak of what is there."""
import os
import re
import subprocess

from tap import ROOT, case, done, read, tracked

DOCUMENTS = ["README.md", "HACKING.md", "CHANGELOG.md"]
# A word between backticks that begins like a path of ours.
PATH = re.compile(r"`((?:src|tests|data|po|flatpak|ui)/[^`\s]*?)`")
LIBRARIES = {"glib": "GLib", "gtk4": "GTK", "libadwaita": "libadwaita", "sqlite3": "SQLite", "json-glib": "json-glib", "cairo": "cairo",
             "pangocairo": "Pango"}


def main():
    gone = []
    for document in DOCUMENTS:
        for path in PATH.findall(read(document)):
            path = path.split("…")[0]
            if not os.path.exists(os.path.join(ROOT, path)):
                gone.append(f"{document}: {path}")
        for target in re.findall(r"\]\(((?!https?:)[^)]+)\)", read(document)):
            if not os.path.exists(os.path.join(ROOT, target)):
                gone.append(f"{document}: link to {target}")
    case("every path that is named exists", gone)

    usage = subprocess.run([os.path.join(ROOT, "dev"), "help"], text=True, capture_output=True, check=True).stdout
    commands = set(re.findall(r"^  (\w+)", usage, re.MULTILINE))
    named = set(re.findall(r"\./dev (\w+)", "".join(read(d) for d in DOCUMENTS)))
    case("./dev has every command that is named", sorted(named - commands))
    case("every command of ./dev is named", sorted(commands - named - {"packages"}))

    wanted = re.findall(r"dependency\('([a-z0-9-]+?)(?:-\d+(?:\.\d+)?)?'", read("meson.build"))
    table = read("README.md")
    case("every library is in the README, with a reason",
         sorted({f"{lib}" for lib in wanted for root in [re.sub(r"^(cairo|glib|gobject|gio).*", lambda m: {"gobject": "glib", "gio": "glib"}.get(m[1], m[1]), lib)]
                 if not re.search(rf"^\|[^|]*{LIBRARIES.get(root, root)}", table, re.MULTILINE)}))

    rooms = {name.split("/")[1] for name in tracked(".c") if name.startswith("src/") and name.count("/") > 1}
    case("every room is in HACKING", [room for room in sorted(rooms) if f"`src/{room}`" not in read("HACKING.md")])
    case("the house keeps its files", [n for n in ("COPYING", "README.md", "HACKING.md", "CHANGELOG.md", ".clang-format", ".editorconfig", ".ci/run", "dev")
                                       if not os.path.exists(os.path.join(ROOT, n))])
    done()


main()
