#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The files that the desktop reads, each before its own validator."""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

from tap import ROOT, case, complaints, done, read, skip, tracked

APP_ID = "io.github.lumbar_journal.Lumbar"
BUILD = sys.argv[1] if len(sys.argv) > 1 else os.path.join(ROOT, "_build")


def built(name):
    return os.path.join(BUILD, "data", name)


def check(name, command, **options):
    if shutil.which(command[0]):
        case(name, complaints(command, **options))
    else:
        skip(name, f"{command[0]} is not here")


def metainfo_problems():
    """Every error and warning, but for url-homepage-missing: Lumbar has no homepage yet, and one is not invented."""
    ran = subprocess.run(["appstreamcli", "validate", "--no-net", "--no-color", built(APP_ID + ".metainfo.xml")], text=True,
                         capture_output=True, check=False)
    said = (ran.stdout + ran.stderr).splitlines()
    found = [line for line in said if re.match(r"[EW]: ", line)]
    problems = [line for line in found if not re.match(r"W: .*: url-homepage-missing$", line.rstrip())]
    # A validator that fails without naming why has not validated.
    return said if problems or (ran.returncode and not found) else []


def flatpak_problems(manifest):
    """No network, no home, nothing of the machine: files come through the portal, but for watches (HACKING.md)."""
    allowed = {"--share=ipc", "--socket=wayland", "--socket=fallback-x11", "--device=dri",
               "--talk-name=org.gtk.vfs.*", "--filesystem=xdg-run/gvfsd", "--filesystem=/run/media:ro"}
    if manifest.get("id") != APP_ID:
        yield "the id is not the application's"
    if manifest.get("runtime") != "org.gnome.Platform" or manifest.get("sdk") != "org.gnome.Sdk":
        yield "the runtime is not GNOME's"
    if not re.fullmatch(r"\d\d", manifest.get("runtime-version", "")):
        yield "the runtime has no version"
    if manifest.get("command") != "lumbar":
        yield "the command is not lumbar"
    for permission in manifest.get("finish-args", ["none at all"]):
        if permission not in allowed:
            yield f"{permission} is more than is needed"
    modules = manifest.get("modules", [])
    if not modules or modules[-1].get("name") != "lumbar" or modules[-1].get("buildsystem") != "meson":
        yield "the last module is not Lumbar, built by meson"
    for module in modules:
        for source in module.get("sources", []):
            if source.get("type") in ("archive", "file") and "sha256" not in source:
                yield f"{module['name']}: a source without its sum"


def main():
    check("the desktop file", ["desktop-file-validate", built(APP_ID + ".desktop")])
    if shutil.which("appstreamcli"):
        case("the metainfo", metainfo_problems())
    else:
        skip("the metainfo", "appstreamcli is not here")
    for schema in (n for n in tracked(".gschema.xml")):
        with tempfile.TemporaryDirectory() as folder:
            check("the settings schema", ["glib-compile-schemas", "--strict", f"--targetdir={folder}",
                                          os.path.join(ROOT, os.path.dirname(schema))])
    markup = tracked(".svg", ".xml", ".ui") + tracked(".metainfo.xml.in")
    check("all markup is well formed", ["xmllint", "--noout", *markup])

    icons = [n for n in tracked(".svg") if n.startswith("data/icons/") or "-symbolic" in n]
    names = {os.path.basename(n) for n in icons}
    case("there is an icon in colour and a symbolic one",
         [n for n in (APP_ID + ".svg", APP_ID + "-symbolic.svg") if n not in names])
    for icon in icons:
        with tempfile.TemporaryDirectory() as folder:
            check(f"{os.path.basename(icon)} can be drawn", ["rsvg-convert", "-w", "64", "-h", "64", "-o", os.path.join(folder, "icon.png"), icon])
        tree = ElementTree.parse(os.path.join(ROOT, icon)).getroot()
        wrong = [] if tree.get("width") == tree.get("height") else ["it is not square"]
        if "-symbolic" in icon:
            # GTK recolours by the fill of each shape: a stroke would stay black on black.
            wrong += ["it has strokes" for node in tree.iter() if node.get("stroke") not in (None, "none")]
            if tree.get("width") != "16":
                wrong.append("it is not 16 wide")
        case(f"{os.path.basename(icon)} is in form", wrong)

    desktop = read(f"data/{APP_ID}.desktop.in")
    metainfo = ElementTree.parse(os.path.join(ROOT, f"data/{APP_ID}.metainfo.xml.in")).getroot()
    opens = set(re.search(r"^MimeType=(.*);$", desktop, re.MULTILINE)[1].split(";"))
    case("the desktop file and the metainfo name the same kinds of file", opens ^ {node.text for node in metainfo.iter("mediatype")})
    version = re.search(r"version: '([^']+)'", read("meson.build"))[1]
    case("the newest release of the metainfo is this version", [] if metainfo.find("releases")[0].get("version") == version else [version])
    case("the changelog knows this version", [] if f"## {version}" in read("CHANGELOG.md") else [version])

    if shutil.which("update-mime-database") and shutil.which("gio"):
        with tempfile.TemporaryDirectory() as folder:
            packages = os.path.join(folder, "mime/packages")
            os.makedirs(packages)
            shutil.copy(os.path.join(ROOT, f"data/{APP_ID}.mime.xml"), packages)
            for system in ("/usr/share/mime/packages/freedesktop.org.xml",):
                if os.path.exists(system):
                    shutil.copy(system, packages)
            wrong = complaints(["update-mime-database", os.path.join(folder, "mime")])
            samples = {"watch.fit": (bytes([14, 32, 0, 0, 0, 0, 0, 0]) + b".FIT\0\0" + bytes(40), "application/vnd.ant.fit"),
                       "no-name": (bytes([14, 32, 0, 0, 0, 0, 0, 0]) + b".FIT\0\0" + bytes(40), "application/vnd.ant.fit"),
                       "stars.fit": (b"SIMPLE  =                    T" + b" " * 2850, "/fits"),
                       "run.tcx": (b"<?xml version='1.0'?><TrainingCenterDatabase/>", "application/vnd.garmin.tcx+xml")}
            for name, (content, kind) in samples.items():
                with open(os.path.join(folder, name), "wb") as file:
                    file.write(content)
                shown = subprocess.run(["gio", "info", "-a", "standard::content-type", os.path.join(folder, name)], text=True,
                                       capture_output=True, check=False, env={**os.environ, "XDG_DATA_DIRS": folder, "XDG_DATA_HOME": folder})
                if kind not in shown.stdout:
                    wrong.append(f"{name} is not {kind}: {shown.stdout}{shown.stderr}")
        case("a watch's file is known by its bytes, an astronomer's stays one", wrong)
    else:
        skip("a watch's file is known by its bytes, an astronomer's stays one", "update-mime-database or gio is not here")

    manifest = json.loads(read(f"flatpak/{APP_ID}.json"))
    case("the flatpak manifest asks for no network and no home", flatpak_problems(manifest))
    worse = json.loads(json.dumps(manifest))
    worse["finish-args"] += ["--share=network", "--filesystem=home", "--filesystem=/run/media"]
    case("… and one that does is found out", [] if len(list(flatpak_problems(worse))) == 3 else ["it is not"])
    done()


main()
