# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as a screen reader has it: names, roles, actions, and keys where a widget offers no action."""
import re
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 20
UNNAMED = re.compile(r"^(Gtk|Adw|Lum)[A-Z]")


class NotFound(Exception):
    pass


def until(what, ask, patience=PATIENCE):
    """Asks again until there is an answer, letting events come in."""
    end = time.monotonic() + patience
    while True:
        while GLib.MainContext.default().iteration(False):
            pass
        try:
            answer = ask()
        except GLib.Error:
            answer = None  # it went away while it was looked at
        if answer:
            return answer
        if time.monotonic() > end:
            raise NotFound(what)
        time.sleep(0.1)


def application(name):
    def ask():
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child and (child.get_name() or "") == name:
                return child
        return None

    return until(f"the application {name}", ask)


def walk(accessible):
    """It and all below it that is visible. (GTK 4.8 says of nothing but windows that it is showing.)"""
    yield accessible
    for i in range(accessible.get_child_count()):
        child = accessible.get_child_at_index(i)
        if child is not None and child.get_state_set().contains(Atspi.StateType.VISIBLE):
            yield from walk(child)


def everything(app, title=".*"):
    """All that is visible, or all in the window of that title."""
    app.clear_cache()
    for i in range(app.get_child_count()):
        window = app.get_child_at_index(i)
        if window is not None and re.fullmatch(title, window.get_name() or ""):
            yield from walk(window)


def is_called(accessible, name):
    """GTK 4.8 names a button with a mnemonic twice over: '_Save Save', GTK 4.18 the row of an entry."""
    text = accessible.get_name() or ""
    half = text[(len(text) + 1) // 2:].strip()
    said = half if "_" in text or text == f"{half} {half}" else text
    return bool(re.fullmatch(name, said))


def role_of(accessible):
    """The role's name; the bindings of GTK 4.8's time say 'push button', newer ones 'button'."""
    role = accessible.get_role_name()
    return "button" if role == "push button" else role


def look(app, name, role=None, title=".*"):
    """The first that is called so now, or None. A name is a regular expression for the whole name."""
    for accessible in everything(app, title):
        if is_called(accessible, name) and (role is None or role_of(accessible) == role):
            return accessible
    return None


def find(app, name, role=None, title=".*"):
    return until(f"{role or 'something'} called {name!r}", lambda: look(app, name, role, title))


def is_on(accessible, state):
    accessible.clear_cache()
    return accessible.get_state_set().contains(state)


def press(app, name, role=None, title=".*"):
    """Presses a button once it can be pressed."""
    def ask():
        accessible = look(app, name, role, title)
        if accessible and is_on(accessible, Atspi.StateType.SENSITIVE) and (accessible.get_n_actions() or 0) > 0:
            return accessible
        return None

    until(f"a {role or 'button'} {name!r} to press", ask).do_action(0)


def window_action(app, title, action):
    """Runs an action of a window by its name, as a screen reader may."""
    window = until(f"the window {title!r}", lambda: next(
        (a for a in everything(app) if re.fullmatch(title, a.get_name() or "") and a.get_role_name() in ("frame", "window", "dialog")), None))
    for i in range(window.get_n_actions()):
        if window.get_action_name(i) == action:
            window.do_action(i)
            return
    raise NotFound(f"the action {action}; there are {[window.get_action_name(i) for i in range(window.get_n_actions())]}")


def keys(*names):
    subprocess.run(["xdotool", "key", "--clearmodifiers", *names], check=True)
    time.sleep(0.2)


def write(text):
    subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "15", text], check=True)
    time.sleep(0.2)


def fill(app, name, text):
    """Writes into an entry, or into the row of that name."""
    def ask():
        # The name may also be that of the row's label.
        for named in everything(app):
            if is_called(named, name):
                for part in walk(named):
                    if is_on(part, Atspi.StateType.EDITABLE):
                        return part
        return None

    until(f"something to write in in {name!r}", ask).set_text_contents(text)


def nameless(app):
    """What can be acted on and does not say what it is. Some parts of GTK's own have no name on 4.8: those inside a
    menu button or an entry say it through what they are in."""
    for accessible in everything(app):
        name = accessible.get_name() or ""
        role = role_of(accessible)
        if role in ("button", "toggle button", "check box", "combo box", "entry", "text", "slider", "spin button"):
            if UNNAMED.match(name) or not name.strip():
                yield f"{role} {name!r}"


def outline(app):
    """All of it, for the person who reads a failure."""
    def lines(accessible, depth):
        yield "  " * depth + f"{accessible.get_role_name()}: {accessible.get_name()!r}"
        for i in range(accessible.get_child_count()):
            child = accessible.get_child_at_index(i)
            if child is not None and child.get_state_set().contains(Atspi.StateType.VISIBLE):
                yield from lines(child, depth + 1)

    app.clear_cache()
    return "\n".join(lines(app, 0))
