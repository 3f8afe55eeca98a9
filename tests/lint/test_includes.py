# SPDX-FileCopyrightText: The Seven Console authors
# SPDX-License-Identifier: MIT
"""A forbidden include does not compile: each layer's own compiler flags, tried on a source of one line."""

import json
import os
import pathlib
import shlex
import subprocess
import unittest

import tap

BUILD = pathlib.Path(os.environ["SEVEN_BUILD_DIR"])

# Target, a file of it, headers that it may include, headers that it may not.
LAYERS = [
    ("core", "libseven-core.a.p/seven-json.c.o",
     ["gio/gio.h", "json-glib/json-glib.h", "seven-json.h"],
     ["gtk/gtk.h", "adwaita.h", "libsoup/soup.h", "libsecret/secret.h", "seven-http-gateway.h", "seven-document.h",
      "seven-application.h"]),
    ("service", "libseven-service.a.p/seven-http-gateway.c.o",
     ["libsoup/soup.h", "seven-gateway.h", "seven-http-gateway.h"],
     ["gtk/gtk.h", "adwaita.h", "seven-document.h", "seven-application.h"]),
    ("model", "libseven-model.a.p/seven-document.c.o",
     ["gio/gio.h", "seven-config.h", "seven-document.h"],
     ["gtk/gtk.h", "adwaita.h", "libsoup/soup.h", "libsecret/secret.h", "seven-http-gateway.h",
      "seven-application.h"]),
    ("app", "libseven-app.a.p/seven-application.c.o",
     ["gtk/gtk.h", "adwaita.h", "gtksourceview/gtksource.h", "seven-document.h", "seven-application.h"],
     ["libsoup/soup.h", "libsecret/secret.h", "seven-http-gateway.h"]),
    ("cli", "seven-connector.p/main.c.o",
     ["gio/gio.h", "seven-config.h", "seven-http-gateway.h"],
     ["gtk/gtk.h", "adwaita.h", "gtksourceview/gtksource.h", "seven-document.h", "seven-application.h"]),
]


def command_of(layer, output):
    """How the build compiles one file, less its input and its outputs."""
    entries = json.loads((BUILD / "compile_commands.json").read_text(encoding="utf-8"))
    entry = next(entry for entry in entries if entry["output"] == f"src/{layer}/{output}")
    words = shlex.split(entry["command"])
    kept = []
    while words:
        word = words.pop(0)
        if word in ("-o", "-MQ", "-MF", "-c"):
            words.pop(0)
        elif word != "-MD":
            kept.append(word)
    return kept + ["-fsyntax-only", "-Wno-error", "-x", "c", "-"], entry["directory"]


class Includes(unittest.TestCase):
    """Its methods are made from the table of layers."""

    def compile(self, layer, output, header):
        command, folder = command_of(layer, output)
        return subprocess.run(command, cwd=folder, input=f"#include <{header}>\n", capture_output=True, text=True,
                              check=False, timeout=60)


def allowed(layer, output, header):
    def compiles(self):
        done = self.compile(layer, output, header)
        self.assertEqual(done.returncode, 0, done.stderr)
    return compiles


def forbidden(layer, output, header):
    def does_not_compile(self):
        done = self.compile(layer, output, header)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn(f"{header}: No such file", done.stderr)
    return does_not_compile


for LAYER, OUTPUT, ALLOWED, FORBIDDEN in LAYERS:
    for HEADER in ALLOWED:
        setattr(Includes, f"test_{LAYER}_may_include_{HEADER}", allowed(LAYER, OUTPUT, HEADER))
    for HEADER in FORBIDDEN:
        setattr(Includes, f"test_{LAYER}_must_not_include_{HEADER}", forbidden(LAYER, OUTPUT, HEADER))

if __name__ == "__main__":
    tap.main()
