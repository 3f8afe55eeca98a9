# SPDX-FileCopyrightText: The Seven Console authors
# SPDX-License-Identifier: MIT

import json

from connector import SAMPLE, SAMPLES, ConnectorCase, main, run


class Export(ConnectorCase):
    def test_real_key_stays_byte_for_byte(self):
        path = SAMPLES / "complete.json"
        done = run("export", path)
        self.assertEqual((done.returncode, done.stdout), (0, path.read_text("utf-8")))

    def test_key_from_the_environment(self):
        done = run("export", SAMPLE, env={"SEVEN_API_KEY": "example-key-not-real"})
        self.assertEqual(json.loads(done.stdout)["apiKey"], "example-key-not-real")

    def test_key_from_a_file_goes_first(self):
        key = self.write("key", "key-of-the-file\n")
        done = run("export", f"--api-key-file={key}", SAMPLES / "complete.json", env={"SEVEN_API_KEY": "other"})
        self.assertEqual(json.loads(done.stdout)["apiKey"], "key-of-the-file")

    def test_bad_key_files(self):
        for content in ("", "two\nlines", "x" * 5000):
            self.assert_misuse("export", f"--api-key-file={self.write('key', content)}", SAMPLE)
        self.assert_misuse("export", f"--api-key-file={self.folder / 'absent'}", SAMPLE, saying="absent")

    def test_without_key(self):
        done = run("export", "--without-key", SAMPLES / "complete.json")
        self.assertEqual(done.returncode, 0)
        self.assertNotIn("apiKey", json.loads(done.stdout))
        self.assertNotIn("example-key-not-real", done.stdout)
        self.assertIn("Logto", done.stderr)

    def test_errors_are_noted_and_do_not_forbid(self):
        done = run("export", SAMPLES / "flawed.json")
        self.assertEqual(done.returncode, 0)
        self.assertEqual(done.stdout, (SAMPLES / "flawed.json").read_text("utf-8"))
        self.assertIn("errors", done.stderr)

    def test_no_json(self):
        done = run("export", self.write("bad.json", "{'a': 1}"))
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertIn("bad.json:1:2: error: ", done.stderr)


if __name__ == "__main__":
    main()
