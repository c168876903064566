# SPDX-License-Identifier: GPL-3.0-or-later
"""What surrounds the program: what it links, its manual page, its completions."""
import os
import re
import shutil
import subprocess

from cli import PROGRAM, ROOT, Skip, case, check, done, equal


def options_of(command):
    text = subprocess.run([PROGRAM, command, "--help"], capture_output=True, text=True, check=True).stdout
    return set(re.findall(r"^  --([a-z-]+)", text, re.M))


def commands():
    text = subprocess.run([PROGRAM, "--help"], capture_output=True, text=True, check=True).stdout
    return re.findall(r"^  ([a-z]+) +\S", text, re.M)


def read(*path):
    with open(os.path.join(ROOT, *path), encoding="utf-8") as file:
        return file.read()


@case
def links(j):
    """lumbar-cli links neither GTK nor libadwaita"""
    if not shutil.which("objdump"):
        raise Skip("there is no objdump")
    needed = subprocess.run(["objdump", "-p", PROGRAM], capture_output=True, text=True, check=True).stdout
    libraries = re.findall(r"NEEDED +(\S+)", needed)
    check(libraries, needed[:200])
    equal([name for name in libraries if re.match(r"lib(gtk|adwaita|gdk|graphene)", name)], [])


@case
def manual(j):
    """the manual page names every command and every option, and has no errors"""
    page = read("data", "man", "lumbar-cli.1")
    equal(len(commands()), 16, commands())
    for command in commands():
        check(re.search(rf"\.(It |)(Xo\n\.)?Ic {command}\b", page), command)
        for option in options_of(command):
            check(f"Fl Fl {option}" in page, command, option)
    if shutil.which("groff"):
        said = subprocess.run(["groff", "-mdoc", "-Tutf8", "-ww", "-z", os.path.join(ROOT, "data", "man", "lumbar-cli.1")],
                              capture_output=True, text=True)
        equal(said.stderr, "")


@case
def completions(j):
    """the completions of the three shells name every command and every option"""
    for name, form in (("lumbar-cli", "--{}"), ("_lumbar-cli", "--{}"), ("lumbar-cli.fish", "-l {}")):
        text = read("data", "completions", name)
        for command in commands():
            check(re.search(rf"\b{command}\b", text), name, command)
            for option in options_of(command):
                check(form.format(option) in text, name, command, option)


@case
def bash(j):
    """bash completes commands, options and words"""
    if not shutil.which("bash"):
        raise Skip("there is no bash")
    script = f"""
source '{os.path.join(ROOT, "data", "completions", "lumbar-cli")}'
complete_line () {{ COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _lumbar_cli; echo "${{COMPREPLY[@]}}"; }}
complete_line lumbar-cli re
complete_line lumbar-cli --journal /x pain --mo
complete_line lumbar-cli pain 5 --moment w
"""
    said = subprocess.run(["bash", "-c", script], capture_output=True, text=True)
    equal(said.stdout.splitlines(), ["report restore", "--moment", "waking worst"], said.stderr)


done()
