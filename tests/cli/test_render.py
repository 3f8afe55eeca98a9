# SPDX-FileCopyrightText: The Seven Console authors
# SPDX-License-Identifier: MIT

from connector import SAMPLE, SAMPLES, ConnectorCase, main, run


class Render(ConnectorCase):
    def test_sample(self):
        done = run("render", SAMPLE, "--usage=Generic")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("Acme", done.stdout)
        self.assertIn("123456", done.stdout)
        self.assertNotIn("{{code}}", done.stdout)

    def test_json_members(self):
        found = self.run_json(0, "render", SAMPLES / "complete.json", "--usage=SignIn", "--code=482913")
        self.assertEqual(found, {
            "usage": "SignIn", "template": 0, "sender": "Acme", "text": "482913 is your Acme sign-in code.",
            "encoding": "gsm", "units": 33, "parts": 1, "part_texts": ["482913 is your Acme sign-in code."],
            "characters": 33, "offenders": []})

    def test_offenders_and_parts(self):
        path = self.config(("Generic", "It\u2019s {{code}}" + "\U0001f600" * 40))
        found = self.run_json(0, "render", path, "--usage=Generic")
        self.assertEqual((found["encoding"], found["units"], found["parts"]), ("ucs2", 91, 2))
        self.assertEqual("".join(found["part_texts"]), found["text"])
        self.assertEqual(found["offenders"][0], {
            "character": "\u2019", "code_point": "U+2019", "offset": 2, "replacement": "'"})
        self.assertEqual(found["offenders"][1]["code_point"], "U+1F600")
        self.assertIsNone(found["offenders"][1]["replacement"])

    def test_only_the_exact_placeholder_is_replaced(self):
        path = self.config(("Generic", "{{code}} {{ code }} {{{code}}} {{code}}"))
        found = self.run_json(0, "render", path, "--usage=Generic", "--code=1")
        self.assertEqual(found["text"], "1 {{ code }} {1} 1")

    def test_missing_sender_is_null(self):
        path = self.write("bare.json", '{"templates": [{"usageType": "Test", "content": "{{code}}"}]}')
        self.assertIsNone(self.run_json(0, "render", path, "--usage=Test")["sender"])
        self.assertIn("undefined", run("render", path, "--usage=Test").stdout)

    def test_template_not_found(self):
        path = self.config(("SignIn", "{{code}}"))
        self.assertEqual(self.run_json(1, "render", path, "--usage=Generic")["error"], "template_not_found")
        done = run("render", path, "--usage=Generic")
        self.assertEqual(done.returncode, 1)
        self.assertIn("Generic", done.stdout)

    def test_no_text_is_cut_short(self):
        path = self.config(("SignIn", "{{code}} is whole"), ("Generic", "{{code}} is\0cut"))
        done = run("render", path, "--usage=Generic")
        self.assertEqual(done.returncode, 1)
        self.assertIn("[json-nul]", done.stdout)
        self.assertNotIn("123456", done.stdout)
        self.assertEqual(self.run_json(1, "render", path, "--usage=Generic")["error"], "json-nul")
        self.assertEqual(self.run_json(0, "render", path, "--usage=SignIn")["text"], "123456 is whole")
        path = self.config(("SignIn", "{{code}}"), **{"from": "Ac\0me"})
        self.assertEqual(self.run_json(1, "render", path, "--usage=SignIn")["error"], "json-nul")

    def test_wrong_use(self):
        self.assert_misuse("render", SAMPLE, saying="--usage")
        self.assert_misuse("render", SAMPLE, "--usage=signin", saying="SignIn")
        self.assert_misuse("render", SAMPLE, "--usage=Nonsense", saying="Generic")
        self.assert_misuse("render", "--usage=SignIn", saying="file")

    def test_no_json(self):
        found = self.run_json(1, "render", self.write("bad.json", "{"), "--usage=SignIn")
        self.assertEqual(found["error"], "json-syntax")


if __name__ == "__main__":
    main()
