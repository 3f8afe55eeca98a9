# SPDX-FileCopyrightText: The Seven Console authors
# SPDX-License-Identifier: MIT
"""What is installed beside the programs is what its readers expect, by their own validators."""

import json
import os
import re
import pathlib
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree

import tap

SOURCE = pathlib.Path(os.environ["SEVEN_SOURCE_DIR"])
ID = "io.github.sevenconsole.SevenConsole"
LARGEST_ICON = 16 * 1024  # bytes

# All that the program may do out of its sandbox. More has to be argued for.
PERMISSIONS = {"--share=network", "--share=ipc", "--socket=wayland", "--socket=fallback-x11", "--device=dri",
               "--talk-name=org.freedesktop.secrets"}


class Files(unittest.TestCase):
    def run_tool(self, *command, **options):
        done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False,
                              timeout=60, **options)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done.stdout + done.stderr

    def test_desktop_file(self):
        self.assertEqual(self.run_tool("desktop-file-validate", os.environ["SEVEN_DESKTOP_FILE"]), "")

    def test_metainfo(self):
        self.run_tool("appstreamcli", "validate", "--no-net", "--pedantic", os.environ["SEVEN_METAINFO_FILE"])

    def test_readme_shows_pictures_that_are_there(self):
        pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", (SOURCE / "README.md").read_text("utf-8"))
        self.assertGreater(len(pictures), 0)
        for name in pictures:
            self.assertTrue((SOURCE / name).is_file(), name)

    def test_schema(self):
        self.run_tool("glib-compile-schemas", "--strict", "--dry-run", SOURCE / "data")

    def test_templates_are_well_formed(self):
        paths = [path for folder in ("src", "data") for ending in ("ui", "xml", "in", "svg")
                 for path in (SOURCE / folder).rglob(f"*.{ending}") if not path.name.endswith(".desktop.in")]
        self.assertGreater(len(paths), 4)
        for path in paths:
            with self.subTest(path=path):
                xml.etree.ElementTree.parse(path)

    def test_icons(self):
        for name, size in ((ID, "128"), (f"{ID}-symbolic", "16")):
            path = SOURCE / "data" / "icons" / f"{name}.svg"
            icon = xml.etree.ElementTree.parse(path).getroot()
            self.assertEqual((icon.get("width"), icon.get("height")), (size, size))
            self.assertLess(path.stat().st_size, LARGEST_ICON)

    def test_flatpak_manifest(self):
        path = SOURCE / "flatpak" / f"{ID}.json"
        shown = self.run_tool("flatpak-builder", "--show-manifest", path,
                              env={**os.environ, "G_DEBUG": "fatal-warnings"})
        self.assertEqual(json.loads(shown)["id"], ID)
        self.assertEqual(set(json.loads(path.read_text(encoding="utf-8"))["finish-args"]), PERMISSIONS)

    def test_manual_pages(self):
        pages = sorted((SOURCE / "data").glob("*.1"))
        self.assertEqual([page.name for page in pages], ["seven-connector.1", "seven-console.1"])
        for page in pages:
            with self.subTest(page=page.name):
                self.assertEqual(self.run_tool("groff", "-man", "-Tutf8", "-Kutf8", "-ww", "-z", page), "")

    def options(self, command):
        shown = self.run_tool(os.environ["SEVEN_CONNECTOR"], command, "--help")
        return set(re.findall(r"^  (?:-\w, )?(--[a-z-]+=?)", shown, re.MULTILINE))

    def commands(self):
        shown = self.run_tool(os.environ["SEVEN_CONNECTOR"], "--help")
        found = re.findall(r"^  ([a-z]+) ", shown.partition("Commands:")[2], re.MULTILINE)
        self.assertGreater(len(found), 8)
        return found

    def test_manual_page_has_every_command_and_option(self):
        page = (SOURCE / "data" / "seven-connector.1").read_text("utf-8").replace("\\-", "-")
        for command in self.commands():
            self.assertRegex(page, rf"(?m)^\.TP\n\.BR {command}\b")
            for option in self.options(command):
                with self.subTest(command=command, option=option):
                    self.assertIn(option, page)

    def complete(self, *words):
        script = SOURCE / "data" / "completions" / "seven-connector.bash"
        asked = 'source "$1"; shift; compopt () { :; }; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); ' \
                '_seven_connector; printf "%s\\n" "${COMPREPLY[@]}"'
        return set(self.run_tool("bash", "-c", asked, "bash", script, "seven-connector", *words).split())

    def test_completion_has_every_command_and_option(self):
        commands = self.commands()
        self.assertEqual(self.complete(""), {*commands, "--help", "--version"})
        for command in commands:
            with self.subTest(command=command):
                self.assertEqual(self.complete(command, "-"), self.options(command))
        self.assertEqual(self.complete("send", "--gateway", "=", "s"), {"sandbox", "seven"})
        self.assertEqual(self.complete("history", "--format", "="), {"text", "json", "csv"})
        self.assertEqual(self.complete("check", "--format", "=", "c"), set())
        self.assertIn("SignIn", self.complete("render", "--usage", "="))

    def test_entry_scripts(self):
        for name in ("dev", ".ci/run"):
            self.assertTrue(os.access(SOURCE / name, os.X_OK), name)
            self.run_tool("sh", "-n", SOURCE / name)
        self.assertIn("screenshots", self.run_tool(SOURCE / "dev", "help"))

    def test_sample_has_no_fault_but_its_placeholder(self):
        with tempfile.TemporaryDirectory() as home:
            shown = self.run_tool(os.environ["SEVEN_CONNECTOR"], "check", "--format=json",
                                  SOURCE / "data" / "sample.json", env={**os.environ, "HOME": home})
        checked = json.loads(shown)["files"][0]
        self.assertTrue(checked["accepted"])
        self.assertEqual([problem["rule"] for problem in checked["problems"]], ["api-key-placeholder"])
        self.assertEqual(len([flow for flow in checked["flows"] if flow["template"] is not None]), 8)


if __name__ == "__main__":
    tap.main()
