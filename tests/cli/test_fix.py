# SPDX-FileCopyrightText: The Seven Console authors
# SPDX-License-Identifier: MIT

import json
import os
import random
import stat
import subprocess

from connector import LIMIT, SAMPLES, ConnectorCase, main, run

FLAWED = (SAMPLES / "flawed.json").read_text("utf-8")


class Fix(ConnectorCase):
    def apply(self, before, diff):
        """What patch, a program of others, makes of a text and a diff."""
        path = self.write("patched", before)
        done = subprocess.run(["patch", "--quiet", str(path)], input=diff.encode("utf-8"), capture_output=True,
                              timeout=LIMIT, check=False)
        self.assertEqual(done.returncode, 0, done.stdout.decode() + diff)
        return path.read_bytes().decode("utf-8")

    def test_mends_in_place_and_is_done_then(self):
        path = self.write("flawed.json", FLAWED)
        os.chmod(path, 0o640)
        done = run("fix", path)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("fixed", done.stdout)
        value = json.loads(path.read_text("utf-8"))
        self.assertEqual(value["apiKey"], "key-with-blanks")
        self.assertEqual(value["templates"][0], {"usageType": "SignIn", "content": "Ihr Code: {{code}}"})
        self.assertEqual(value["team"], {"owner": "platform", "ticket": 4711})
        self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o640)
        fixed = path.read_bytes()
        self.assertIn("nothing to fix", run("fix", path).stdout)
        self.assertEqual(path.read_bytes(), fixed)

    def test_dry_run_changes_nothing_and_patch_understands_it(self):
        path = self.write("flawed.json", FLAWED)
        done = run("fix", "--dry-run", path)
        self.assertEqual(done.returncode, 0)
        self.assertEqual(path.read_text("utf-8"), FLAWED)
        self.assertEqual(self.apply(FLAWED, done.stdout), run("fix", "-", stdin=FLAWED.encode("utf-8")).stdout)

    def test_diffs_of_many_texts(self):
        chance = random.Random(8)
        contents = ("{{code}} is fine", "{{ code }} is near", "It\u2019s {{code}}", "{{Code}}", "plain {{code}}\\r\\nend")
        for count in range(60):
            templates = [f'    {{"usageType": "{chance.choice(("SignIn", "signin", "Register"))}", '
                         f'"content": "{chance.choice(contents)}"}}' for _ in range(count)]
            text = '{\n  "apiKey": "k",\n  "from": "Acme",\n  "templates": [\n' + ",\n".join(templates) + "\n  ]\n}"
            text += chance.choice(("\n", "", "\r\n"))
            path = self.write("random.json", text)
            diff = run("fix", "--dry-run", path).stdout
            fixed = run("fix", "-", stdin=text.encode("utf-8")).stdout
            with self.subTest(text=text):
                self.assertEqual(diff == "", fixed == text)
                if diff:
                    self.assertEqual(self.apply(text, diff), fixed)

    def test_no_json_stays_as_it_is(self):
        path = self.write("bad.json", "{'a': 1}")
        done = run("fix", path)
        self.assertEqual(done.returncode, 1)
        self.assertIn("json-syntax", done.stderr)
        self.assertEqual(path.read_text("utf-8"), "{'a': 1}")

    def test_what_cannot_be_read_or_written(self):
        self.assert_misuse("fix")
        self.assert_misuse("fix", self.folder / "absent.json", saying="absent.json")
        self.assert_misuse("fix", self.folder, saying="folder")
        self.assert_misuse("fix", self.write("bytes.json", b'{"from": "M\xfcller"}'), saying="bytes.json")


if __name__ == "__main__":
    main()
