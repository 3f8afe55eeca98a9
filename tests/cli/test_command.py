# SPDX-FileCopyrightText: The Seven Console authors
# SPDX-License-Identifier: MIT

import os
import pathlib
import subprocess
import urllib.request

from connector import CONNECTOR, LIMIT, SAMPLE, SAMPLES, ConnectorCase, main, run

COMMANDS = ("check", "fix", "render", "send", "balance", "price", "explain", "history", "export", "sandbox")


class Command(ConnectorCase):
    def test_help_everywhere(self):
        overview = run("--help")
        self.assertEqual(overview.returncode, 0)
        for command in COMMANDS:
            self.assertIn(command, overview.stdout)
            done = run(command, "--help")
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn(f"Usage:\n  seven-connector {command} [OPTION…]", done.stdout)

    def test_version_everywhere(self):
        version = run("--version").stdout
        self.assertRegex(version, r"^seven-connector \d+\.\d+\.\d+\n$")
        for command in COMMANDS:
            self.assertEqual(run(command, "--version").stdout, version)

    def test_wrong_use(self):
        self.assert_misuse(saying="command")
        self.assert_misuse("nonsense", saying="nonsense")
        self.assert_misuse("check", "--nonsense", saying="nonsense")
        self.assert_misuse("check", saying="file")
        self.assert_misuse("check", "--format=xml", SAMPLE, saying="xml")
        self.assert_misuse("sandbox", "extra")
        self.assert_misuse("sandbox", "--port=99999")

    def test_no_desktop_library(self):
        linked = subprocess.run(["ldd", CONNECTOR], capture_output=True, text=True, check=True, timeout=LIMIT)
        self.assertIn("libglib", linked.stdout)
        self.assertNotRegex(linked.stdout, r"libgtk|libadwaita|libgtksource")

    def test_speaks_german(self):
        done = run("--help", env={"LC_ALL": "C.UTF-8", "LANGUAGE": "de"})
        self.assertIn("Aufruf:", done.stdout)
        counted = run("check", SAMPLES / "flawed.json", env={"LC_ALL": "C.UTF-8", "LANGUAGE": "de"})
        self.assertRegex(counted.stdout, r"\d+ Fehler · \d+ Warnungen")

    def test_a_closed_pipe_is_no_crash(self):
        with subprocess.Popen([CONNECTOR, "export", SAMPLE], stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL) as process:
            process.stdout.close()
            self.assertIn(process.wait(LIMIT), (0, 2, -13))

    def test_what_cannot_be_written_is_no_success(self):
        for command in (["check", SAMPLE], ["check", "--format=json", SAMPLE], ["render", "--usage=Generic", SAMPLE],
                        ["explain", "100"], ["export", SAMPLE]):
            with open("/dev/full", "wb") as full:
                done = subprocess.run([CONNECTOR, *command], stdout=full, stderr=subprocess.PIPE, timeout=LIMIT,
                                      check=False)
            self.assertEqual(done.returncode, 3, command)
            self.assertIn(b"cannot be written", done.stderr)

    def test_a_plain_locale_keeps_every_character(self):
        path = self.config(("Generic", "It\u2019s {{code}} \u4e2d"))
        done = run("render", path, "--usage=Generic", env={"LC_ALL": "C"})
        self.assertIn("It\u2019s 123456 \u4e2d", done.stdout)

    def test_nothing_steers_the_terminal(self):
        path = self.write("x\n\033[31m\a.json", "{")
        missing = self.folder / "y\n\033[31m.json"
        for done in (run("check", path), run("check", missing), run("export", path), run("send", path, "--to=\033[2J"),
                     run("render", path, "--usage=\033[2J"), run("\033[2J"), run("explain", "\033[2J"),
                     run("price", "\033[2J"), run("balance", missing)):
            self.assertNotRegex(done.stdout + done.stderr, "[\033\a]")
        self.assertIn("x\u240a\u241b[31m\u2407.json:1:2: error: ", run("check", path).stdout)
        self.assertIn("y\u240a\u241b[31m.json: ", run("check", missing).stderr)

    def test_a_name_that_is_no_text(self):
        path = os.fsencode(self.folder) + b"/\xf0"
        done = subprocess.run([CONNECTOR, "check", path], capture_output=True, timeout=LIMIT, check=False)
        self.assertEqual(done.returncode, 2)
        with open(path, "wb") as file:
            file.write(pathlib.Path(SAMPLE).read_bytes())
        done = subprocess.run([CONNECTOR, "check", path], capture_output=True, timeout=LIMIT, check=False)
        self.assertRegex(done.stdout.decode("utf-8"), "/\ufffd:")


class Sandbox(ConnectorCase):
    def test_answers_until_interrupted(self):
        process, address = self.start_sandbox()
        self.assertRegex(address, r"^http://127\.0\.0\.1:\d+$")
        request = urllib.request.Request(address + "/api/balance", headers={
            "X-Api-Key": "any", "Accept": "application/json"})
        with urllib.request.urlopen(request, timeout=LIMIT) as reply:
            self.assertIn(b"50", reply.read())
        process.send_signal(2)
        self.assertEqual(process.wait(LIMIT), 0)

    def test_says_that_its_port_is_taken(self):
        _, address = self.start_sandbox()
        self.assert_misuse("sandbox", "--port=" + address.rsplit(":", 1)[1])


if __name__ == "__main__":
    main()
