# SPDX-FileCopyrightText: The Seven Console authors
# SPDX-License-Identifier: MIT
"""The main job, in the real window, from outside: see a problem come and go, send in the sandbox, read the answers."""

import os
import pathlib
import re
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from driver import Console  # noqa: E402
from tap import main  # noqa: E402

SAMPLE = os.path.join(os.environ["SEVEN_SOURCE_DIR"], "data", "sample.json")


class Window(unittest.TestCase):
    def open(self, *arguments):
        console = Console(*arguments)
        self.addCleanup(console.close)
        return console

    def test_the_main_job(self):
        console = self.open(SAMPLE)
        console.wait_until_says("8 of 8 Logto flows covered")

        console.fill("Sender", "")
        console.wait_until_says("2 warnings")
        console.fill("Sender", "Acme Shop")
        console.wait_until_says("1 warning")
        console.wait_until_silent_on("2 warnings")

        console.press("Test")
        console.press("Send Test SMS")
        console.wait_until_says("Accepted")
        self.assertTrue(console.says("100"))

        console.fill("Recipient", "+44 7700 900900")
        console.press("Send Test SMS")
        console.wait_until_says("900")
        console.wait_until_says("Authentication failed")

    def test_first_start_sends_with_one_click(self):
        console = self.open()
        console.press("Send Test SMS")
        console.wait_until_says("Accepted")

    def test_help_and_version_need_no_window(self):
        surroundings = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
        for option, words in (("--version", r"^seven-console \d+\.\d+\.\d+\n$"), ("--help", r"FILE….*--version")):
            done = subprocess.run([os.environ["SEVEN_CONSOLE"], option], env=surroundings, capture_output=True,
                                  text=True, timeout=60, check=True)
            self.assertRegex(done.stdout, re.compile(words, re.DOTALL))
            self.assertEqual(done.stderr, "")

    def test_a_first_start_ends_without_a_question(self):
        self.assertEqual(Console().close(), -15)


if __name__ == "__main__":
    main()
