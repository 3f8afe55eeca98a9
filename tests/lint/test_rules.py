# SPDX-FileCopyrightText: The Seven Console authors
# SPDX-License-Identifier: MIT
"""Each lint finds its small bad example, and says nothing about the good one near it."""

import pathlib
import tempfile
import unittest

import form
import layers
import project
import tap
from tree import Tree

SPDX = "SPDX-FileCopyrightText: someone\nSPDX-License-Identifier: MIT\n"
WORD = "TO" + "DO"


def function(name, lines, statement="  i++;"):
    return f"static void\n{name} (void)\n{{\n" + f"{statement}\n" * lines + "}\n"


# check, files of a bad tree, where it is found, files that make it good.
EXAMPLES = [
    (layers.own_headers,
     {"src/service/seven-http.h": "", "src/model/seven-list.c": '#include "seven-http.h"\n'},
     ("src/model/seven-list.c", 1), {"src/model/seven-list.c": '/* #include "seven-http.h" */\n'}),
    (layers.own_headers,
     {"src/service/seven-http.h": "", "src/app/seven-pane.c": '\n#include <seven-http.h>\n'},
     ("src/app/seven-pane.c", 2), {"src/app/seven-pane.c": ""}),
    (layers.own_headers,
     {"src/core/seven-json.h": "", "src/core/seven-json.c": '#include "src/core/seven-json.h"\n'},
     ("src/core/seven-json.c", 1), {"src/core/seven-json.c": '#include "seven-json.h"\n'}),
    (layers.headers_of_others, {"src/core/a.c": "#include <gtk/gtk.h>\n"},
     ("src/core/a.c", 1), {"src/core/a.c": "#include <gio/gio.h>\n"}),
    (layers.headers_of_others, {"src/model/a.h": "#include <adwaita.h>\n"},
     ("src/model/a.h", 1), {"src/model/a.h": ""}),
    (layers.headers_of_others, {"src/core/a.c": "#include <sqlite3.h>\n"}, ("src/core/a.c", 1),
     {"src/core/a.c": "", "src/service/a.c": "#include <sqlite3.h>\n"}),
    (layers.headers_of_others, {"src/app/a.c": "#include <libsoup/soup.h>\n"}, ("src/app/a.c", 1),
     {"src/app/a.c": "#include <gtk/gtk.h>\n"}),
    (layers.core_sees_no_outside, {"src/core/a.c": "\n\nGFile *file;\n"}, ("src/core/a.c", 3),
     {"src/core/a.c": "/* GFile */\n"}),
    (layers.core_sees_no_outside, {"src/core/a.c": "now = g_get_real_time ();\n"}, ("src/core/a.c", 1),
     {"src/core/a.c": "", "src/service/a.c": "now = g_get_real_time ();\n"}),
    (layers.surroundings, {"src/app/a.c": 'g_getenv ("SEVEN_DEBUG");\n'}, ("src/app/a.c", 1),
     {"src/app/a.c": 'g_getenv ("NO_COLOR");\n'}),
    (form.function_length, {"src/a.c": function("much", 61)}, ("src/a.c", 4), {"src/a.c": function("much", 60)}),
    (form.function_length, {"src/a.c": function("much", 61)}, ("src/a.c", 4),
     {"src/a.c": function("much_class_init", 61)}),
    (form.file_length, {"src/main.c": "", "src/a.c": "\n" * 701}, ("src/a.c", 700), {"src/a.c": "\n" * 700}),
    (form.file_length, {"src/main.c": "", "src/a.ui": "\n" * 301}, ("src/a.ui", 300), {"src/a.ui": "\n" * 300}),
    (form.file_length, {"src/main.c": "\n" * 81}, ("src/main.c", 80), {"src/main.c": "\n" * 80}),
    (form.raw_frees, {"src/model/a.c": function("seven_a_load", 1, "  g_free (text);")}, ("src/model/a.c", 4),
     {"src/model/a.c": function("seven_a_finalize", 1, "  g_free (text);")}),
    (form.imperative_setters, {"src/app/a.c": "gtk_label_set_text (label, text);\n" * 6}, ("src/app/a.c", 1),
     {"src/app/a.c": "gtk_label_set_text (label, text);\n" * 5}),
    (form.licence_lines, {"src/a.c": "int i;\n"}, ("src/a.c", 1), {"src/a.c": SPDX}),
    (form.licence_lines, {"dev": "#!/bin/sh\n"}, ("dev", 1), {"dev": "#!/bin/sh\n" + SPDX}),
    (form.pragma_once, {"src/a.h": "#ifndef A\n"}, ("src/a.h", 1), {"src/a.h": "#pragma once\n"}),
    (form.own_header_first, {"src/a.c": '#include <glib.h>\n#include "a.h"\n'}, ("src/a.c", 1),
     {"src/a.c": '#include "a.h"\n#include <glib.h>\n'}),
    (form.plain_types, {"src/a.c": "gchar *text;\n"}, ("src/a.c", 1), {"src/a.c": "char *text;\n"}),
    (project.top_level, {"helper.sh": ""}, ("helper.sh", 1), {"helper.sh": None, ".editorconfig": ""}),
    (project.left_overs, {"README.md": f"\n{WORD}\n"}, ("README.md", 2), {"README.md": f"{WORD}S\n"}),
    (project.files_to_translate, {"po/POTFILES": "", "src/a.c": '_ ("text")'}, ("src/a.c", 1),
     {"po/POTFILES": "# a list\nsrc/a.c\n"}),
    (project.files_to_translate, {"po/POTFILES": "", "src/a.ui": '<p translatable="yes">'}, ("src/a.ui", 1),
     {"po/POTFILES": "src/a.ui\n"}),
    (project.files_to_translate, {"po/POTFILES": "", "data/a.gschema.xml": '<schemalist gettext-domain="a">'},
     ("data/a.gschema.xml", 1), {"po/POTFILES": "data/a.gschema.xml\n"}),
    (project.files_to_translate, {"po/POTFILES": "src/a.c\n", "src/a.c": "int i;"}, ("po/POTFILES", 1),
     {"po/POTFILES": ""}),
    (project.files_to_translate, {"po/POTFILES": "src/gone.c\n"}, ("po/POTFILES", 1), {"po/POTFILES": ""}),
    (project.languages, {"po/LINGUAS": "de\nfr\n", "po/de.po": ""}, ("po/LINGUAS", 1), {"po/LINGUAS": "de\n"}),
    (project.version,
     {"meson.build": "version: '1.2.0'", "data/a.metainfo.xml.in": '<release version="1.1.0" '},
     ("data/a.metainfo.xml.in", 1), {"data/a.metainfo.xml.in": '<release version="1.2.0" '}),
    (project.version, {"meson.build": "version: '1.2.0'", "data/a.1": '.TH A 1 "" "A 1.1.0"\n'}, ("data/a.1", 1),
     {"data/a.1": '.TH A 1 "" "A 1.2.0"\n'}),
    (project.sources_are_built, {"src/core/meson.build": "", "src/core/a.c": ""}, ("src/core/a.c", 1),
     {"src/core/meson.build": "files('a.c')"}),
    (project.sources_are_built, {"src/app/a.ui": ""}, ("src/app/a.ui", 1),
     {"src/app/a.gresource.xml": "<file>a.ui</file>"}),
    (project.tests_are_run, {"tests/core/meson.build": "'b'", "tests/core/test-a.c": ""},
     ("tests/core/test-a.c", 1), {"tests/core/meson.build": "'a'"}),
    (project.tests_are_run, {"tests/e2e/test_a.py": ""}, ("tests/e2e/test_a.py", 1),
     {"tests/e2e/meson.build": "files('test_a.py')"}),
]


class Rules(unittest.TestCase):
    """Its methods are made from the table of examples."""

    def found(self, check, files):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in files.items():
                if text is not None:
                    path = pathlib.Path(folder) / name
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_text(text, encoding="utf-8")
            return [(path, line) for path, line, _ in check(Tree(folder))]

    def test_every_check_has_an_example(self):
        checks = set(layers.CHECKS + form.CHECKS + project.CHECKS)
        self.assertEqual(checks, {check for check, *_ in EXAMPLES})


def method(check, bad, where, good):
    def holds(self):
        self.assertIn(where, self.found(check, bad))
        self.assertEqual([], self.found(check, {**bad, **good}))
    return holds


for NUMBER, EXAMPLE in enumerate(EXAMPLES, 1):
    setattr(Rules, f"test_{NUMBER:02}_{EXAMPLE[0].__name__}", method(*EXAMPLE))

if __name__ == "__main__":
    tap.main()
