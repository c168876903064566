#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a copy of the project in which every comparison of src/core/analysis can be flipped, and every parameter be
moved by one, by the environment of the running program: one build, hundreds of mutants.

usage: mutants.py BUILD TREE, where BUILD is a set up build folder and TREE the folder of the copy.

TREE/mutants.json lists them. The names of parameters and files come from the sources, so that a new one is mutated
without a change here. What stands where only a constant may stand is made changeable where that can be done:

- an array within a function gets its length at run time, one within a struct gets room for a few more;
- a constant of a function that is `static` is computed at each call;
- a table of a file is built with a mark instead of the number, and a constructor puts the number in its place.
"""
import ctypes
import json
import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass, field

from clang.cindex import CursorKind, File as ClangFile, Index, SourceLocation, StorageClass, TokenKind, TypeKind, c_object_p, conf

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ROOM = "src/core/analysis/"
TABLE = ROOM + "lum-parameters.h"
PREFIX = "LUM_P_"
FLIPS = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="}
FIRST_MARK = 0x4C550000
TINY = 1e-6  # a real parameter below that is a tolerance: ten times as much, and none at all


@dataclass
class Place:
    """Where a node of the syntax tree stands."""
    function: str = ""
    constant: str = ""  # what kind of constant expression it is part of
    owner: object = None  # the declaration that asks for the constant
    whole: bool = False  # whether it is all of its initialiser


@dataclass
class File:
    name: str
    text: bytes
    comparisons: dict = field(default_factory=dict)  # (begin, end) → what write_comparison needs
    operators: set = field(default_factory=set)  # where their operators stand
    edits: dict = field(default_factory=dict)  # (begin, end) → text
    tail: list = field(default_factory=list)
    busy: tuple = None  # the comparison that is being written


class Maker:
    def __init__(self, build, tree):
        self.build, self.tree = build, tree
        self.mutants, self.left = [], []
        self.read = set()  # the parameters that are used anywhere
        self.marks = 0
        self.index = Index.create()
        with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as file:
            self.commands = {os.path.realpath(os.path.join(c["directory"], c["file"])): c for c in json.load(file)}

    # ── Reading ──

    def parse(self, name):
        command = self.commands.get(os.path.join(ROOT, name))
        if not command:
            return None
        flags = [w for w in shlex.split(command["command"]) if w.startswith(("-I", "-D", "-std", "-pthread"))]
        os.chdir(command["directory"])  # its folders are named from there
        unit = self.index.parse(os.path.join(ROOT, name), args=flags)
        errors = [str(d) for d in unit.diagnostics if d.severity >= 3]
        if errors:
            sys.exit(f"{name}: {errors[0]}")
        return unit

    def read_parameters(self, unit):
        """name → (type, value as C) in the order of the table."""
        found = {}
        for cursor in unit.cursor.walk_preorder():
            if not cursor.spelling.startswith(PREFIX):
                continue
            if cursor.kind == CursorKind.ENUM_CONSTANT_DECL:
                found[cursor.spelling] = ("int", cursor.enum_value)
            elif cursor.kind == CursorKind.VAR_DECL:
                text = [t.spelling for c in cursor.get_children() for t in c.get_tokens()]
                found[cursor.spelling] = ("double", evaluate(cursor, text))
        return found

    # ── Finding what can be changed ──

    def scan(self, file, unit, with_comparisons):
        source = os.path.join(ROOT, file.name)
        for cursor in unit.cursor.get_children():
            if cursor.location.file and os.path.realpath(cursor.location.file.name) == source:
                self.visit(file, cursor, Place(), with_comparisons)

    def visit(self, file, cursor, place, with_comparisons):
        kind = cursor.kind
        if kind == CursorKind.FUNCTION_DECL:
            place = Place(function=cursor.spelling)
        elif kind == CursorKind.FIELD_DECL:
            place = Place(place.function, "struct", cursor)
        elif kind == CursorKind.ENUM_CONSTANT_DECL:
            place = Place(place.function, "enum", cursor)
        elif kind in (CursorKind.STATIC_ASSERT, CursorKind.TYPEDEF_DECL):  # G_STATIC_ASSERT is the one or the other
            place = Place(place.function, "assertion", cursor)
        elif kind == CursorKind.VAR_DECL and (not place.function or cursor.storage_class == StorageClass.STATIC):
            place = Place(place.function, "static" if place.function else "table", cursor, True)
        elif kind == CursorKind.BINARY_OPERATOR:
            if with_comparisons:
                self.take_comparison(file, cursor, place)
            place = Place(place.function, place.constant, place.owner)
        elif kind == CursorKind.DECL_REF_EXPR and cursor.spelling.startswith(PREFIX):
            self.take_parameter(file, cursor, place)
        elif kind not in (CursorKind.INIT_LIST_EXPR, CursorKind.UNEXPOSED_EXPR, CursorKind.MEMBER_REF):
            place = Place(place.function, place.constant, place.owner)
        for n, child in enumerate(cursor.get_children()):
            label = kind == CursorKind.CASE_STMT and n == 0
            self.visit(file, child, Place(place.function, "case", cursor) if label else place, with_comparisons)

    def take_comparison(self, file, cursor, place):
        children = list(cursor.get_children())
        if len(children) != 2:
            return
        (left, left_end), (right, right_end) = (get_range(file, c) for c in children)
        operator = file.text[left_end:right].strip().decode() if 0 <= left < left_end <= right else ""
        if operator not in FLIPS:
            return  # not a comparison, or one in the body of a macro: see take_rest
        if right_end <= right:  # a macro within a macro's argument
            right_end = find_macro_end(file.text, right)
        if any(t.count(b"(") != t.count(b")") for t in (file.text[left:left_end], file.text[right:right_end])):
            return
        span = (left, right_end)
        file.operators.add(file.text.index(operator.encode(), left_end))
        if span in file.comparisons:
            return  # a macro that uses its argument twice
        text = clean(file.text[left:right_end])
        row = {"kind": "comparison", "file": file.name, "line": file.text.count(b"\n", 0, left_end) + 1,
               "function": place.function, "text": text,
               "flipped": clean(file.text[left:left_end] + f" {FLIPS[operator]} ".encode() + file.text[right:right_end])}
        if place.constant:
            self.left.append(row | {"why": f"stands in a constant ({place.constant})"})
            return
        same = sum(m["file"] == file.name and m["function"] == place.function and m["text"] == text for m in self.mutants)
        row["nth"] = same + 1
        file.comparisons[span] = (self.add(row), (left, left_end), operator, (right, right_end))

    def take_rest(self, file, unit):
        """What looks like a comparison but was not found as one, so that nothing is left out in silence."""
        for token in unit.cursor.get_tokens():
            at = token.extent.start.offset
            line = file.text[file.text.rfind(b"\n", 0, at) + 1:].split(b"\n", 1)[0]
            if token.kind == TokenKind.PUNCTUATION and token.spelling in FLIPS and at not in file.operators \
                    and not line.startswith(b"#include"):
                self.left.append({"kind": "comparison", "file": file.name, "line": token.extent.start.line, "function": "",
                                  "text": clean(line), "why": "stands in a macro"})

    def take_parameter(self, file, cursor, place):
        if not place.constant:
            return
        begin, _ = get_range(file, cursor)
        name = cursor.spelling
        end = begin + len(name)
        row = {"kind": "parameter", "file": file.name, "line": cursor.location.line, "function": place.function, "text": name}
        if begin < 0 or file.text[begin:end] != name.encode():
            self.left.append(row | {"why": "stands in a macro's body within a constant"})
        elif place.constant == "struct":
            file.edits[begin, end] = f"(LUM_C_{name[len(PREFIX):]} + 8)"
        elif place.constant == "static" and is_const(place.owner.type):
            drop_static(file, place.owner)
        elif place.constant == "table" and place.whole:
            mark = FIRST_MARK + self.marks
            self.marks += 1
            file.edits[begin, end] = str(mark)
            variable = place.owner.spelling
            file.tail.append(f"static void __attribute__ ((constructor (102)))\nlum_mutant_put_{mark} (void)\n{{\n"
                             f"  lum_mutant_poke (&{variable}, sizeof {variable}, {mark}, {name});\n}}\n")
        else:
            file.edits[begin, end] = f"LUM_C_{name[len(PREFIX):]}"
            self.left.append(row | {"why": f"stands in a constant ({place.constant}) that only the build can change"})

    def add(self, row):
        row["id"] = len(self.mutants) + 1
        self.mutants.append(row)
        return row["id"]

    # ── Writing ──

    def write_span(self, file, begin, end):
        """The text from begin to end with what stands in it changed."""
        out, at = [], begin
        inside = {**file.comparisons, **file.edits}
        for span in sorted(inside, key=lambda s: (s[0], -s[1])):
            if span[0] < at or span[1] > end or span == file.busy:
                continue
            out.append(file.text[at:span[0]].decode())
            out.append(file.edits[span] if span in file.edits else self.write_comparison(file, span))
            at = span[1]
        out.append(file.text[at:end].decode())
        return "".join(out)

    def write_comparison(self, file, span):
        id_, left, operator, right = file.comparisons[span]
        before, file.busy = file.busy, span
        sides = [self.write_span(file, *side) for side in (left, right)]
        file.busy = before
        # The choice between twice the same turns bit fields and arrays into values.
        declared = " ".join(f"__auto_type lum_{s}{id_} = 1 ? ({text}) : ({text});" for s, text in zip("lr", sides))
        return (f"(__extension__ ({{ {declared} lum_mutant_compare ({id_}, lum_l{id_} {operator} lum_r{id_}, "
                f"lum_l{id_} {FLIPS[operator]} lum_r{id_}); }}))")

    def write_file(self, file):
        text = '#include "lum-mutant.h"\n' + self.write_span(file, 0, len(file.text)) + "\n" + "\n".join(file.tail)
        write(os.path.join(self.tree, file.name), text.encode())

    def write_parameters(self, parameters):
        with open(os.path.join(ROOT, TABLE), encoding="utf-8") as file:
            lines = ['#include "lum-mutant.h"', file.read(), "enum {"]
        lines += [f"  LUM_C_{name[len(PREFIX):]} = {name}," for name, (kind, _) in parameters.items() if kind == "int"]
        lines.append("};")
        for name, (kind, value) in parameters.items():
            if name not in self.read:
                self.left.append({"kind": "parameter", "file": TABLE, "line": 0, "function": name[len(PREFIX):],
                                  "text": str(value), "why": "is read nowhere"})
                continue
            changes = ("+1", "-1") if kind == "int" else ("*10", "=0") if abs(value) < TINY else ("*1.1", "*0.9")
            ids = [self.add({"kind": "parameter", "file": TABLE, "line": 0, "function": name[len(PREFIX):], "text": str(value),
                             "flipped": change, "nth": 1}) for change in changes]
            if kind == "int":
                lines.append(f"#define {name} lum_mutant_int ({ids[0]}, {name})")
            else:
                more, less = [{"*10": value * 10, "=0": 0.0, "*1.1": value * 1.1, "*0.9": value * 0.9}[c] for c in changes]
                lines.append(f"#define {name} lum_mutant_real ({ids[0]}, {name}, {more!r}, {less!r})")
        write(os.path.join(self.tree, TABLE), "\n".join([*lines, ""]).encode())

    def make(self):
        names = list_files()
        for name in names:
            with open(os.path.join(ROOT, name), "rb") as file:
                data = file.read()
            if name == TABLE or name.startswith("src/") and name.endswith(".c"):
                continue  # below: what did not change is not compiled again
            if name.startswith("src/") and name.endswith(".h"):
                data = re.sub(rb"\[[^\]\n]*\]", widen, data)
            write(os.path.join(self.tree, name), data, os.stat(os.path.join(ROOT, name)).st_mode)
        parameters = None
        for name in names:
            if not (name.startswith("src/") and name.endswith(".c")):
                continue
            with open(os.path.join(ROOT, name), "rb") as source:
                file = File(name, source.read())
            own = name.startswith(ROOM)
            self.read |= {word.decode() for word in re.findall(rb"\b" + PREFIX.encode() + rb"\w+", file.text)}
            unit = self.parse(name) if own or PREFIX.encode() in file.text else None
            if unit is None:
                write(os.path.join(self.tree, name), file.text)
                continue
            if own and not parameters:
                parameters = self.read_parameters(unit)
            self.scan(file, unit, own)
            if own:
                self.take_rest(file, unit)
            if name == TABLE[:-1] + "c":
                with open(os.path.join(ROOT, "tests/mutation/lum-mutant.c"), encoding="utf-8") as more:
                    file.tail.append(more.read())
            self.write_file(file)
        with open(os.path.join(ROOT, "tests/mutation/lum-mutant.h"), "rb") as header:
            write(os.path.join(self.tree, ROOM, "lum-mutant.h"), header.read())
        self.write_parameters(parameters)
        write(os.path.join(self.tree, "mutants.json"), json.dumps({"mutants": self.mutants, "left": self.left}, indent=1).encode())


def list_files():
    names = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, check=True,
                           capture_output=True, text=True).stdout.split("\0")
    return sorted({n for n in names if n and os.path.isfile(os.path.join(ROOT, n))})


def write(path, data, mode=None):
    """Leaves a file alone that already says that, so that the build knows what is new."""
    if os.path.exists(path):
        with open(path, "rb") as file:
            if file.read() == data:
                return
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(data)
    if mode is not None:
        os.chmod(path, mode & 0o777)


def widen(found):
    """The length of an array in a header: a constant, with room for a few more."""
    return re.sub(PREFIX.encode() + rb"(\w+)", rb"(LUM_C_\1 + 8)", found[0])


def clean(text):
    return re.sub(r"\s+", " ", text.decode()).strip()


def evaluate(cursor, words):
    """The value of a constant real; the table's macro hides its tokens, so libclang computes it."""
    lib = conf.lib
    lib.clang_Cursor_Evaluate.restype = ctypes.c_void_p
    lib.clang_EvalResult_getAsDouble.argtypes = [ctypes.c_void_p]
    lib.clang_EvalResult_getAsDouble.restype = ctypes.c_double
    lib.clang_EvalResult_dispose.argtypes = [ctypes.c_void_p]
    result = lib.clang_Cursor_Evaluate(cursor)
    if not result:
        sys.exit(f"{cursor.spelling}: no value in {' '.join(words)}")
    value = lib.clang_EvalResult_getAsDouble(result)
    lib.clang_EvalResult_dispose(result)
    return value


def get_offset(file, location):
    """Where that stands in the file's own text, also within a macro's arguments; -1: in another file."""
    where, offset = c_object_p(), ctypes.c_uint()
    function = conf.lib.clang_getFileLocation
    function.argtypes = [SourceLocation, ctypes.POINTER(c_object_p), ctypes.c_void_p, ctypes.c_void_p,
                         ctypes.POINTER(ctypes.c_uint)]
    function(location, ctypes.byref(where), None, None, ctypes.byref(offset))
    name = ClangFile(where).name if where else ""
    return offset.value if os.path.realpath(name) == os.path.join(ROOT, file.name) else -1


def get_range(file, cursor):
    return get_offset(file, cursor.extent.start), get_offset(file, cursor.extent.end)


def find_macro_end(text, begin):
    end = re.compile(rb"\w+\s*").match(text, begin).end()
    depth = 0
    while text[end:end + 1] == b"(" or depth:
        depth += {b"(": 1, b")": -1}.get(text[end:end + 1], 0)
        end += 1
    return end


def is_const(kind):
    while kind.kind in (TypeKind.CONSTANTARRAY, TypeKind.INCOMPLETEARRAY):
        kind = kind.element_type
    return kind.is_const_qualified()


def drop_static(file, variable):
    # The second variable of a declaration begins at its own name.
    begin, _ = get_range(file, variable)
    at = file.text.rfind(b"static", 0, begin + len(b"static"))
    file.edits[at, at + len(b"static")] = ""


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    build, tree = (os.path.abspath(a) for a in sys.argv[1:])
    Maker(build, tree).make()


main()
