# SPDX-FileCopyrightText: The Seven Console authors
# SPDX-License-Identifier: MIT
"""The sum of the tests says what happened, above all where something went wrong."""

import contextlib
import io
import json
import pathlib
import tempfile
import unittest

import summary
import tap


def entry(stdout, result="OK", returncode=0):
    return {"name": "suite / program", "stdout": stdout, "stderr": "", "result": result, "returncode": returncode}


class Summary(unittest.TestCase):
    def sum(self, *entries, arguments=()):
        """The status and the lines printed."""
        printed = io.StringIO()
        with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(printed):
            log = pathlib.Path(folder) / "testlog.json"
            log.write_text("".join(json.dumps(one) + "\n" for one in entries), encoding="utf-8")
            status = summary.main([*arguments, str(log)])
        return status, printed.getvalue().splitlines()

    def test_all_well(self):
        status, lines = self.sum(entry("1..2\nok 1 a\nok 2 b\n"), entry("ok 1 - c\n"))
        self.assertEqual((status, lines), (0, ["3 passed, 0 failed"]))

    def test_a_failed_point_is_shown(self):
        status, lines = self.sum(entry("ok 1 a\nnot ok 2 b\n# why\n", "FAIL", 1))
        self.assertEqual(status, 1)
        self.assertEqual(lines[-1], "1 passed, 1 failed")
        self.assertIn("  not ok 2 b", lines)
        self.assertIn("  # why", lines)
        self.assertNotIn("  ok 1 a", lines)

    def test_a_crash_is_a_failure(self):
        self.assertEqual(self.sum(entry("ok 1 a\n", "FAIL", -11))[1][-1], "1 passed, 1 failed")

    def test_a_program_that_says_nothing_is_a_failure(self):
        status, lines = self.sum(entry(""), entry("ok 1 a\n"))
        self.assertEqual((status, lines[-1]), (1, "1 passed, 1 failed"))

    def test_nothing_at_all_is_no_success(self):
        self.assertEqual(self.sum(), (1, ["0 passed, 0 failed"]))

    def test_what_is_left_out_is_said_and_not_counted(self):
        status, lines = self.sum(entry("ok 1 a\nok 2 b # SKIP no tool\n"))
        self.assertEqual((status, lines), (0, ["skipped in suite / program: no tool", "1 passed, 0 failed"]))

    def test_a_step_that_failed_counts(self):
        status, lines = self.sum(entry("ok 1 a\n"), arguments=["--failed=1"])
        self.assertEqual((status, lines[-1]), (1, "1 passed, 1 failed"))


if __name__ == "__main__":
    tap.main()
