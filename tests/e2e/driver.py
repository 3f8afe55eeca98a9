# SPDX-FileCopyrightText: The Seven Console authors
# SPDX-License-Identifier: MIT
"""Drives the real window from outside, as a screen reader does: over the accessibility bus, by names and roles."""

import os
import subprocess
import tempfile
import time

# Fatal warnings are for the program: the accessibility bus warns its clients of what went away meanwhile.
HOME = tempfile.TemporaryDirectory()  # not the person's own
PROGRAM_ENVIRONMENT = dict(os.environ, HOME=HOME.name, **{
    f"XDG_{part}_HOME": os.path.join(HOME.name, part.lower()) for part in ("CACHE", "CONFIG", "DATA", "STATE")})
os.environ.pop("G_DEBUG", None)

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

CONSOLE = os.environ["SEVEN_CONSOLE"]
LIMIT = 30  # seconds: what has not come by then does not come
BUTTONS = ("push button", "button", "toggle button", "page tab")


class Missing(AssertionError):
    """Nothing on the screen fits."""


def wait_for(what, condition):
    """Asks again and again until the condition gives something true."""
    deadline = time.monotonic() + LIMIT
    while True:
        try:
            found = condition()
        except GLib.Error:  # what was looked at has gone meanwhile
            found = None
        if found:
            return found
        if time.monotonic() > deadline:
            raise Missing(what)
        time.sleep(0.05)


def walk(node):
    """All that is below a node, itself included."""
    yield node
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield from walk(child)


def text_of(node):
    """The words of a node: its text where it has one, else its name."""
    text = node.get_text_iface()
    if text is None:
        return node.get_name()
    count = Atspi.Text.get_character_count(text)
    return Atspi.Text.get_text(text, 0, count) or node.get_name()


class Console:
    """One run of the program."""

    def __init__(self, *arguments, program=CONSOLE, environment=PROGRAM_ENVIRONMENT, output=None):
        self.process = subprocess.Popen([program, *arguments], env=environment, stdout=output, stderr=output)
        self.application = wait_for("the program on the accessibility bus", self._find_application)
        self.frame = wait_for("its window", lambda: self.find(("frame", "window")))

    def _find_application(self):
        if self.process.poll() is not None:
            raise Missing(f"the program ended with {self.process.returncode}")
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(index)
            if application is not None and application.get_process_id() == self.process.pid:
                return application
        return None

    def all(self, roles=None, name=None):
        roles = (roles,) if isinstance(roles, str) else roles
        for node in walk(self.application):
            if roles is not None and node.get_role_name() not in roles:
                continue
            if name is not None and name not in (node.get_name() or ""):
                continue
            yield node

    def find(self, roles=None, name=None):
        return next(self.all(roles, name), None)

    def get(self, roles=None, name=None):
        return wait_for(f"{roles} {name!r}", lambda: self.find(roles, name))

    def says(self, words):
        """Whether some text on the screen has these words."""
        return any(words in (text_of(node) or "") for node in walk(self.application))

    def wait_until_says(self, words):
        wait_for(f"the words {words!r}", lambda: self.says(words))

    def wait_until_silent_on(self, words):
        wait_for(f"no words {words!r}", lambda: not self.says(words))

    def press(self, name):
        """Presses the button of this name."""
        button = self.get(BUTTONS, name)
        assert button.get_action_iface() is not None, f"{name} cannot be pressed"
        assert Atspi.Action.do_action(button.get_action_iface(), 0), f"{name} did not let itself be pressed"

    def entry(self, name):
        """The text field that has just this name, or lies in a row that has it."""
        def look():
            for node in self.all(name=name):
                if node.get_name() != name:
                    continue
                for inner in walk(node):
                    if inner.get_editable_text_iface() is not None:
                        return inner
            return None
        return wait_for(f"the field {name!r}", look)

    def fill(self, name, text):
        field = self.entry(name)
        assert Atspi.EditableText.set_text_contents(field.get_editable_text_iface(), text), f"{name} did not take the text"

    def type_keys(self, *keys):
        """Presses keys in the window that has the focus, or gets it here: there may be no window manager to give it."""
        windows = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
                                 capture_output=True, text=True, check=True).stdout.split()
        subprocess.run(["xdotool", "windowfocus", "--sync", windows[-1], "key", *keys], check=True)

    def close(self):
        self.process.terminate()
        return self.process.wait(LIMIT)
