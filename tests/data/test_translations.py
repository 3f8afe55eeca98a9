# SPDX-FileCopyrightText: The Seven Console authors
# SPDX-License-Identifier: MIT
"""Every language has every text of today's sources, none of them unsure, and formats that fit."""

import os
import pathlib
import re
import subprocess
import tempfile
import unittest

import tap

SOURCE = pathlib.Path(os.environ["SEVEN_SOURCE_DIR"])
GSM7 = set("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
           "abcdefghijklmnopqrstuvwxyzäöñüà")
KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "ngettext:1,2", "g_dngettext:2,3", "dngettext:2,3"]


def listed(name):
    lines = (SOURCE / "po" / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


class Translations(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.template = self.folder / "texts.pot"
        self.run_tool("xgettext", "--from-code=UTF-8", "--add-comments=Translators",
                      *[f"--keyword={keyword}" for keyword in KEYWORDS],
                      "--flag=ngettext:1:c-format", "--flag=ngettext:2:c-format", f"--output={self.template}",
                      *listed("POTFILES"))

    def run_tool(self, *command):
        done = subprocess.run([str(word) for word in command], cwd=SOURCE, capture_output=True, text=True,
                              check=False, timeout=60, env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "en"})
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done.stdout + done.stderr

    def merged(self, language):
        """A language's texts as they stand beside today's sources."""
        path = self.folder / f"{language}.po"
        self.run_tool("msgmerge", "--quiet", "--no-fuzzy-matching", f"--output-file={path}",
                      f"po/{language}.po", self.template)
        return path

    def test_there_are_texts(self):
        self.assertGreater(self.template.read_text(encoding="utf-8").count("\nmsgid "), 50)
        self.assertIn("de", listed("LINGUAS"))

    def test_formats_fit(self):
        for language in listed("LINGUAS"):
            with self.subTest(language=language):
                self.run_tool("msgfmt", "--check", f"--output-file={self.folder / 'checked.mo'}",
                              f"po/{language}.po")

    def test_languages_are_complete(self):
        for language in listed("LINGUAS"):
            with self.subTest(language=language):
                merged = self.merged(language)
                left = self.run_tool("msgattrib", "--untranslated", "--no-obsolete", "--no-wrap", merged)
                unsure = self.run_tool("msgattrib", "--only-fuzzy", "--no-obsolete", "--no-wrap", merged)
                self.assertEqual(re.findall(r"^msgid (.+)", left, re.MULTILINE)[1:], [], "not translated")
                self.assertEqual(unsure, "", "unsure")

    def test_standard_texts_are_one_part(self):
        for language in listed("LINGUAS"):
            words = self.run_tool("msgattrib", "--translated", "--no-wrap", f"po/{language}.po")
            texts = re.findall(r'^msgid "(\{\{code\}\} .*)"\nmsgstr "(.*)"$', words, re.MULTILINE)
            self.assertEqual(len(texts), 10)
            for original, text in texts:
                with self.subTest(language=language, text=original):
                    self.assertEqual(text.count("{{code}}"), 1)
                    sent = text.replace("{{code}}", "000000")
                    self.assertLessEqual(set(sent), GSM7)
                    self.assertLessEqual(len(sent), 160)


if __name__ == "__main__":
    tap.main()
