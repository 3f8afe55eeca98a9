# SPDX-FileCopyrightText: The Seven Console authors
# SPDX-License-Identifier: MIT

import os
import pty
import re
import subprocess

from connector import CONNECTOR, LIMIT, SAMPLE, SAMPLES, ConnectorCase, main, run

DIAGNOSTIC = re.compile(r"^(?P<file>.+):(?P<line>\d+):(?P<column>\d+): "
                        r"(?P<severity>error|warning|info): (?P<message>.+) \[(?P<rule>[a-z0-9-]+)\]$")
PROBLEM_MEMBERS = ["rule", "severity", "pointer", "line", "column", "end_line", "end_column", "message", "fixable"]


def diagnostics(text):
    return [match for match in map(DIAGNOSTIC.match, text.splitlines()) if match]


class Check(ConnectorCase):
    def test_sample_has_no_error(self):
        done = run("check", SAMPLE)
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertEqual([d["rule"] for d in diagnostics(done.stdout)], ["api-key-placeholder"])
        self.assertIn("8 of 8 Logto flows covered", done.stdout)

    def test_strict_counts_warnings(self):
        self.assertEqual(run("check", "--strict", SAMPLE).returncode, 1)
        self.assertEqual(run("check", "--strict", SAMPLES / "complete.json").returncode, 0)

    def test_flawed_lists_its_faults(self):
        done = run("check", SAMPLES / "flawed.json")
        self.assertEqual(done.returncode, 1)
        found = {(d["rule"], int(d["line"]), d["severity"]) for d in diagnostics(done.stdout)}
        self.assertLessEqual({("api-key-whitespace", 3, "warning"), ("sender-too-long", 4, "error"),
                              ("usage-unknown", 7, "warning"), ("usage-duplicate", 9, "warning"),
                              ("usage-uncovered", 6, "error")}, found)
        self.assertTrue(all(d["file"].endswith("flawed.json") for d in diagnostics(done.stdout)))

    def test_json_has_the_documented_members(self):
        document = self.run_json(1, "check", SAMPLES / "flawed.json", SAMPLE)
        self.assertEqual(list(document), ["files"])
        flawed, sample = document["files"]
        self.assertEqual(list(flawed), ["file", "error", "accepted", "problems", "flows"])
        self.assertIsNone(flawed["error"])
        self.assertTrue(flawed["accepted"])
        for problem in flawed["problems"]:
            self.assertEqual(list(problem), PROBLEM_MEMBERS)
            self.assertIn(problem["fixable"], ("safe", "offer", None))
            self.assertLessEqual((problem["line"], problem["column"]),
                                 (problem["end_line"], problem["end_column"]))
        self.assertEqual(len(sample["flows"]), 8)
        self.assertEqual(list(sample["flows"][0]), ["usage", "flow", "template", "in_use"])
        self.assertEqual((sample["flows"][0]["usage"], sample["flows"][0]["template"]), ("SignIn", 0))

    def test_json_is_never_translated(self):
        english = run("check", "--format=json", SAMPLES / "flawed.json")
        german = run("check", "--format=json", SAMPLES / "flawed.json",
                     env={"LC_ALL": "C.UTF-8", "LANGUAGE": "de"})
        self.assertEqual(english.stdout, german.stdout)

    def test_flows_in_use(self):
        path = self.config(("SignIn", "{{code}} is your code."), ("Register", "{{code}} is your code."))
        self.assertEqual(run("check", path).returncode, 1)
        self.assertEqual(run("check", "--flows=SignIn,Register", path).returncode, 0)
        self.assert_misuse("check", "--flows=SignIn,Nonsense", path, saying="Nonsense")

    def test_no_flow_in_use(self):
        path = self.config(("SignIn", "{{code}} is your code."))
        done = run("check", "--strict", "--flows=", path)
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertEqual(done.stdout.count("not in use here"), 7)
        flows = self.run_json(0, "check", "--flows=", path)["files"][0]["flows"]
        self.assertEqual([flow["in_use"] for flow in flows], [False] * 8)

    def run_at_terminal(self, *arguments):
        """The status, standard output, and what a terminal at the other output shows."""
        primary, secondary = pty.openpty()
        self.addCleanup(os.close, primary)
        with subprocess.Popen([CONNECTOR, *map(str, arguments)], stdout=subprocess.PIPE, stderr=secondary) as process:
            output, _ = process.communicate(timeout=LIMIT)
        os.write(secondary, b"end\n")
        os.close(secondary)
        shown = b""
        while not shown.endswith(b"end\r\n"):
            shown += os.read(primary, 4096)
        return process.returncode, output.decode("utf-8"), shown.decode("utf-8").removesuffix("end\r\n")

    def test_a_good_config_is_not_all(self):
        status, output, shown = self.run_at_terminal("check", SAMPLES / "complete.json")
        self.assertEqual(status, 0)
        self.assertRegex(shown, r"^[^\n]*published connector[^\n]*\n$")
        self.assertEqual(output, run("check", SAMPLES / "complete.json").stdout)
        self.assertEqual(run("check", SAMPLES / "complete.json").stderr, "")
        self.assertEqual(self.run_at_terminal("check", SAMPLES / "flawed.json")[2], "")
        self.assertEqual(self.run_at_terminal("check", "--format=json", SAMPLES / "complete.json")[2], "")

    def test_no_json_is_an_answer(self):
        for text, line, column in (("", 1, 1), ("\ufeff{}", 1, 1), ("{\n  'a': 1}", 2, 3),
                                   ('{"a": 1,}', 1, 8), ("{}\r\n{}", 2, 1)):
            with self.subTest(text=text):
                done = run("check", self.write("bad.json", text))
                self.assertEqual(done.returncode, 1)
                found = diagnostics(done.stdout)
                self.assertEqual([(d["rule"], int(d["line"]), int(d["column"])) for d in found],
                                 [("json-syntax", line, column)])

    def test_unreadable_bytes_are_not(self):
        for content in (b'{"from": "M\xfcller"}', '{"a": 1}'.encode("utf-16")):
            path = self.write("bytes.json", content)
            self.assert_misuse("check", path, saying="bytes.json")
            [file] = self.run_json(2, "check", path)["files"]
            self.assertIsInstance(file["error"], str)
            self.assertEqual((file["accepted"], file["problems"], file["flows"]), (False, [], []))

    def test_files_that_cannot_be_read(self):
        self.assert_misuse("check", self.folder / "absent.json", saying="absent.json")
        self.assert_misuse("check", self.folder, saying="folder")

    def test_one_bad_file_does_not_hide_the_next(self):
        done = run("check", self.folder / "absent.json", SAMPLE)
        self.assertEqual(done.returncode, 2)
        self.assertIn("8 of 8", done.stdout)

    def test_standard_input(self):
        done = run("check", "-", stdin=b"[]")
        self.assertEqual(done.returncode, 1)
        self.assertTrue(done.stdout.startswith("<stdin>:1:1: error: "), done.stdout)

    def test_a_file_cannot_steer_the_terminal(self):
        path = self.config(("\x1b[31mred", "{{code}}"))
        self.assertNotIn("\x1b", run("check", path).stdout)

    def test_no_colour_in_a_pipe(self):
        self.assertNotIn("\x1b", run("check", SAMPLE).stdout)


if __name__ == "__main__":
    main()
