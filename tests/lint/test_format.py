# SPDX-FileCopyrightText: The Seven Console authors
# SPDX-License-Identifier: MIT
"""clang-format lays the sources out as they are. Its versions differ in their opinions: 14 decides."""

import os
import pathlib
import shutil
import subprocess
import unittest

import tap
from tree import Tree

VERSION = "version 14."
TREE = Tree(os.environ["SEVEN_SOURCE_DIR"])


def formatters():
    """Each clang-format that is here, with what it says of itself."""
    for name in ("clang-format-14", "clang-format"):
        path = shutil.which(name)
        if path:
            yield path, subprocess.run([path, "--version"], capture_output=True, text=True, check=True).stdout


class Format(unittest.TestCase):
    def setUp(self):
        found = dict(formatters())
        self.assertTrue(found, "clang-format is missing")
        fitting = [path for path, version in found.items() if VERSION in version]
        if not fitting and not on_the_floor():
            self.skipTest(f"clang-format 14 is not here, only {', '.join(found.values()).strip()}")
        self.assertTrue(fitting, f"Debian 12 has clang-format 14, but here is {found}")
        self.formatter = fitting[0]

    def run_on(self, *arguments, text=None):
        return subprocess.run([self.formatter, "--dry-run", "-Werror", *arguments], cwd=TREE.root, input=text,
                              capture_output=True, text=True, check=False)

    def test_sources_are_laid_out(self):
        sources = [path for path in TREE.under("", ".c", ".h")]
        self.assertGreater(len(sources), 50)
        done = self.run_on(*sources)
        self.assertEqual(done.returncode, 0, "run ./dev format\n" + done.stderr[:4000])

    def test_it_can_fail(self):
        name = "--assume-filename=src/core/example.c"
        self.assertEqual(self.run_on(name, text="int\nmain (void)\n{\n  return 0;\n}\n").returncode, 0)
        self.assertNotEqual(self.run_on(name, text="int main(void) { return 0; }\n").returncode, 0)


def on_the_floor():
    """Whether this is Debian 12, which has version 14."""
    release = pathlib.Path("/etc/debian_version")
    return release.exists() and release.read_text(encoding="utf-8").startswith("12")


if __name__ == "__main__":
    tap.main()
