# SPDX-FileCopyrightText: The Seven Console authors
# SPDX-License-Identifier: MIT

import socket

from connector import SAMPLE, ConnectorCase, Gateway, main, run

MEMBERS = ["amount", "currency", "code", "error", "elapsed_ms"]
KEY = {"SEVEN_API_KEY": "example-key-not-real"}

# Reply: amount, currency, code, exit status.
REPLIES = (
    (b'{"amount":44.631,"currency":"EUR"}', 44.631, "EUR", None, 0),
    (b'{"amount":"44.631","currency":null}', 44.631, None, None, 0),
    (b"44.631", 44.631, None, None, 0),
    (b"900", None, None, 900, 1),
    (b'"901"', None, None, 901, 1),
    (b'{"success":"902"}', None, None, 902, 1),
    (b'{"error_code":903,"error_message":"no"}', None, None, 903, 1),
    (b'{"success":false}', None, None, None, 1),
    (b"", None, None, None, 3),
    (b"<html>", None, None, None, 3),
    (b'{"amount":44.6', None, None, None, 3),
    (b"{}", None, None, None, 3),
    ((500, b'{"amount":1}'), None, None, None, 3),
    ((403, b"900"), None, None, 900, 1),
)


class Balance(ConnectorCase):
    def test_replies(self):
        for reply, amount, currency, code, status in REPLIES:
            with self.subTest(reply=reply):
                gateway = Gateway(self, balance=reply)
                found = self.run_json(status, "balance", f"--gateway={gateway.url}", env=KEY)
                self.assertEqual(list(found), MEMBERS)
                self.assertEqual((found["amount"], found["currency"], found["code"]), (amount, currency, code))
                self.assertEqual(found["error"] is None, status == 0)
                self.assertIsInstance(found["elapsed_ms"], int)
                self.assertEqual(gateway.requests, [("GET", "/api/balance", "example-key-not-real")])

    def test_words(self):
        gateway = Gateway(self, balance=[(200, b'{"amount":44.631,"currency":"EUR"}'), (200, b"44.631"), (200, b"900")])
        for words, status in (("44.63 EUR", 0), ("44.63 (no currency is named)", 0), ("900, API key refused.", 1)):
            done = run("balance", f"--gateway={gateway.url}", env=KEY)
            self.assertEqual((done.returncode, done.stderr), (status, ""))
            self.assertIn(words, done.stdout)

    def test_the_sandbox(self):
        _, address = self.start_sandbox()
        for gateway in (address, "sandbox"):
            found = self.run_json(0, "balance", f"--gateway={gateway}", env=KEY)
            self.assertEqual((found["amount"], found["currency"]), (50, "EUR"))

    def test_keys_in_their_order(self):
        gateway = Gateway(self, balance=b"1.5")
        config = self.config(apiKey="example-key-of-the-config")
        file = self.write("key", "example-key-of-the-file\n")
        for arguments, env, key in (
                ((config,), {}, "example-key-of-the-config"),
                ((config,), KEY, "example-key-not-real"),
                ((config, f"--api-key-file={file}"), KEY, "example-key-of-the-file"),
                ((f"--api-key-file={file}",), {}, "example-key-of-the-file")):
            done = run("balance", *arguments, f"--gateway={gateway.url}", env=env)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual(gateway.requests.pop(), ("GET", "/api/balance", key))
            self.assertNotIn(key, done.stdout + done.stderr)

    def test_wrong_use_no_request(self):
        gateway = Gateway(self, balance=b"1.5")
        here = ("balance", f"--gateway={gateway.url}")
        self.assert_misuse(*here, saying="SEVEN_API_KEY")
        self.assert_misuse(*here, SAMPLE, saying="SEVEN_API_KEY")
        self.assert_misuse(*here, SAMPLE, SAMPLE, env=KEY, saying="file")
        self.assert_misuse(*here, self.folder / "missing.json", env=KEY)
        self.assert_misuse(*here, f"--api-key-file={self.folder / 'missing'}", env=KEY)
        self.assert_misuse(*here, "--timeout=0", env=KEY)
        self.assert_misuse("balance", "--gateway=http://gateway.seven.io", env=KEY)
        self.assertEqual(gateway.requests, [])

    def test_a_text_that_is_no_config(self):
        found = self.run_json(1, "balance", self.write("broken.json", "{"), "--gateway=http://127.0.0.1:9")
        self.assertEqual(found["error"], "json-syntax")

    def test_no_answer(self):
        with socket.create_server(("127.0.0.1", 0)) as closed:
            url = f"http://127.0.0.1:{closed.getsockname()[1]}"
        found = self.run_json(3, "balance", f"--gateway={url}", env=KEY)
        self.assertEqual((found["amount"], found["code"]), (None, None))
        self.assertIn("refused", found["error"])


if __name__ == "__main__":
    main()
