# SPDX-FileCopyrightText: The Seven Console authors
# SPDX-License-Identifier: MIT

from connector import ConnectorCase, main, run

MEMBERS = ["state", "code", "gateway_code", "title", "explanation", "remedy", "logto", "http_status", "total_price",
           "balance", "messages", "predicted", "delivery", "elapsed_ms"]
REFUSED = b'{"success":"100","messages":[{"id":null,"success":false,"error":202,"error_text":"x"}]}'

# Reply, state, code that decided, top-level code, what Logto would have said.
REPLIES = (
    (b"900", "refused", 900, 900, "error"),
    (b'"900"', "refused", 900, 900, "error"),
    (b" 900\n", "refused", 900, 900, "error"),
    (b'{"success":"900"}', "refused", 900, 900, "success"),
    (b'{"success":900}', "refused", 900, 900, "success"),
    (b'{"code":"600"}', "refused", 600, 600, "success"),
    (b'{"error_code":900,"error_message":"no"}', "refused", 900, 900, "success"),
    (b'{"success":false,"error":"no"}', "refused", None, None, "success"),
    (b'{"success":"101","messages":[{"success":false,"error":600}]}', "refused", 101, 101, "success"),
    (b'{"success":"101","messages":[{"success":true},{"success":false}]}', "partial", 101, 101, "success"),
    (b"100\n77229135982", "accepted", 100, 100, "success"),
    (REFUSED, "refused", 202, 100, "success"),
    (b"", "unknown", None, None, "success"),
    (b"<html>502</html>", "unknown", None, None, "success"),
    (b'{"success":"100","mess', "unknown", None, None, "success"),
    (b"\xff\xfe\x00", "unknown", None, None, "success"),
)


class Explain(ConnectorCase):
    def test_codes(self):
        for code, state, logto in ((100, "accepted", "success"), (900, "refused", "error"), (402, "refused", "error"),
                                   (403, "refused", "success"), (603, "refused", "success"), (101, "refused", "success")):
            with self.subTest(code=code):
                found = self.run_json(0, "explain", code)
                self.assertEqual(list(found), MEMBERS)
                self.assertEqual((found["code"], found["state"], found["logto"]["outcome"]), (code, state, logto))
                self.assertIsNone(found["elapsed_ms"])

    def test_a_message_refused_without_a_code(self):
        done = run("explain", "-", stdin=b'{"success":"100","messages":[{"id":"7","success":false}]}')
        self.assertIn("Message 7 \u00b7 refused\n", done.stdout)

    def test_words(self):
        done = run("explain", "900")
        self.assertEqual(done.returncode, 0)
        self.assertTrue(done.stdout.startswith("900 "))
        self.assertIn("Logto", done.stdout)

    def test_what_is_no_code(self):
        for text in ("nonsense", "-1", "12345", "999", "9 00", ""):
            with self.subTest(text=text):
                self.assert_misuse("explain", "--", text)
        self.assert_misuse("explain")
        self.assert_misuse("explain", "100", "900")

    def test_replies(self):
        for body, state, code, gateway_code, logto in REPLIES:
            with self.subTest(body=body):
                found = self.run_json(0, "explain", "-", stdin=body)
                self.assertEqual(list(found), MEMBERS)
                self.assertEqual((found["state"], found["code"], found["gateway_code"], found["logto"]["outcome"]),
                                 (state, code, gateway_code, logto))

    def test_an_unknown_code_is_shown_and_no_success(self):
        found = self.run_json(0, "explain", "-", stdin=b"12345")
        self.assertEqual((found["state"], found["logto"]["outcome"]), ("unknown", "success"))


if __name__ == "__main__":
    main()
