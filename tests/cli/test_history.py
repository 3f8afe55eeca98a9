# SPDX-FileCopyrightText: The Seven Console authors
# SPDX-License-Identifier: MIT

import csv
import io
import os
import sqlite3
import subprocess

from connector import LIMIT, ConnectorCase, main, run

MEMBERS = ["id", "time", "gateway", "usage", "recipient", "country", "message_id", "state", "code", "gateway_code",
           "title", "encoding", "predicted_parts", "billed_parts", "price", "delivery", "delivery_time", "logto",
           "logto_wrong", "elapsed_ms"]
ACCEPTED = {"id": 1, "time": "2026-11-14T00:00:00.000Z", "gateway": "sandbox", "usage": "SignIn",
            "recipient": "+447\u202623", "country": "GB", "message_id": None, "state": "accepted", "code": 100,
            "gateway_code": 100, "title": "Accepted", "encoding": "gsm", "predicted_parts": 1, "billed_parts": 1,
            "price": 0.075, "delivery": "DELIVERED", "delivery_time": None, "logto": "unknown", "logto_wrong": False,
            "elapsed_ms": 12}
STRANGE = ['a,b', 'say "so"', "two\r\nlines", "", " blank ", "Gr\u00fc\u00dfe", "=1+1", "-x", "@x", "\tx"]
FORMULA = "=+-@\t\r\n"


class History(ConnectorCase):
    def setUp(self):
        super().setUp()
        self.path = self.folder / "data" / "seven-console" / "history.db"
        self.env = {"XDG_DATA_HOME": str(self.folder / "data"), "TZ": "UTC"}

    def make(self, *usages):
        subprocess.run([os.environ["SEVEN_MAKE_HISTORY"], self.path, *usages], check=True, timeout=LIMIT)

    def history(self, *arguments, status=0):
        done = run("history", *arguments, env=self.env)
        self.assertEqual(done.returncode, status, done.stdout + done.stderr)
        return done

    def entries(self, *arguments):
        return self.run_json(0, "history", *arguments, env=self.env)

    def files(self):
        """What lies in the folder, byte by byte."""
        return {path.name: path.read_bytes() for path in self.path.parent.glob("*")}

    def test_no_history(self):
        self.assertEqual(self.history().stdout, "")
        self.assertEqual(self.entries(), [])
        self.assertEqual(self.history("--format=csv").stdout, ",".join(MEMBERS) + "\r\n")
        self.assertEqual(self.history("word").stdout, "")
        self.assertFalse((self.folder / "data").exists())

    def test_json(self):
        self.make("SignIn", "Register")
        refused, accepted = self.entries()
        self.assertEqual(list(accepted), MEMBERS)
        self.assertEqual(accepted, ACCEPTED)
        self.assertEqual((refused["state"], refused["code"], refused["price"], refused["delivery"]),
                         ("refused", 402, None, None))

    def test_text(self):
        self.make("SignIn", "Generic")
        self.assertEqual(self.history().stdout, (
            "2026-11-14 00:00:01  sandbox  Generic  +447\u202623  refused   402  \u2014          "
            "Same text sent too soon\n"
            "2026-11-14 00:00:00  sandbox  SignIn   +447\u202623  accepted  100  DELIVERED  Accepted\n"))

    def test_a_test_is_a_line(self):
        self.make("two\nlines", "a\033[31m\abell")
        lines = self.history().stdout.split("\n")
        self.assertEqual(len(lines), 3)
        self.assertNotRegex("".join(lines), "[\033\a]")
        self.assertIn("two\u240alines", lines[1])

    def test_words_and_limit(self):
        self.make("SignIn", "Register", "Generic", "BindMfa")
        for words, limit, ids in (((), 2, [4, 3]), (("REFUSED",), None, [4, 2]), (("refused", "register"), None, [2]),
                                  (("refused register",), None, [2]), (("%",), None, []), (("refused",), 1, [4]),
                                  ((), 99, [4, 3, 2, 1])):
            with self.subTest(words=words, limit=limit):
                options = [f"--limit={limit}"] if limit else []
                self.assertEqual([entry["id"] for entry in self.entries(*words, *options)], ids)

    def test_csv_as_others_read_it(self):
        self.make(*STRANGE)
        text = self.history("--format=csv").stdout
        self.assertEqual(text.count("\n"), text.count("\r\n"))
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        entries = self.entries()
        self.assertEqual(len(rows), len(STRANGE))
        self.assertEqual(list(rows[0]), MEMBERS)
        for row, entry in zip(rows, entries):
            for name, value in entry.items():
                shown = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
                self.assertEqual(row[name], "'" + shown if shown[:1] and shown[0] in FORMULA else shown)
        self.assertEqual([entry["usage"] for entry in reversed(entries)], STRANGE)

    def test_nothing_is_written(self):
        self.make("SignIn")
        before = self.files()
        self.history()
        self.history("--format=csv")
        self.assertEqual(self.files(), before)
        self.assertEqual(list(before), ["history.db"])

    def test_while_another_writes(self):
        self.make("SignIn")
        other = sqlite3.connect(self.path)
        self.addCleanup(other.close)
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE test SET usage = 'Generic'")
        self.assertEqual([entry["usage"] for entry in self.entries()], ["SignIn"])
        other.execute("COMMIT")
        self.assertEqual([entry["usage"] for entry in self.entries()], ["Generic"])

    def test_what_cannot_be_read(self):
        self.make("SignIn")
        whole = self.path.read_bytes()
        for content in (b"no database at all", whole[:len(whole) // 2], whole[:4096] + bytes(4096) + whole[8192:],
                        whole[:60] + b"\0\0\0\x63" + whole[64:]):
            with self.subTest(content=content[:20]):
                self.path.write_bytes(content)
                for form in ("text", "json", "csv"):
                    done = self.history(f"--format={form}", status=3)
                    self.assertEqual(done.stdout, "")
                    self.assertIn("history", done.stderr)
                self.assertEqual(self.files(), {"history.db": content})

    def test_an_empty_file_is_an_empty_history(self):
        self.path.parent.mkdir(parents=True)
        self.path.touch()
        self.assertEqual(self.entries(), [])
        self.assertEqual(self.files(), {"history.db": b""})

    def test_wrong_use(self):
        self.assert_misuse("history", "--format=xml", saying="xml", env=self.env)
        for limit in ("0", "-1", "x", "99999999999999999999"):
            self.assert_misuse("history", f"--limit={limit}", env=self.env)

    def test_speaks_german(self):
        self.path.parent.mkdir(parents=True)
        self.path.write_bytes(b"no database at all")
        done = run("history", env={**self.env, "LC_ALL": "C.UTF-8", "LANGUAGE": "de"})
        self.assertIn("besch\u00e4digt", done.stderr)


if __name__ == "__main__":
    main()
