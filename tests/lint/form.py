# SPDX-FileCopyrightText: The Seven Console authors
# SPDX-License-Identifier: MIT
"""The form of the sources, as far as the formatter does not hold it."""

import re

LONGEST_FUNCTION = 60
LONGEST_FILE = 700
LONGEST_TEMPLATE = 300
LONGEST_MAIN = 80
MOST_SETTERS = 5

SETTER = re.compile(
    r"\b(gtk_label_set_(?:label|text|markup)|gtk_widget_set_(?:visible|sensitive)|gtk_widget_(?:show|hide)"
    r"|(?:gtk|adw_view)_stack_set_visible_child\w*)\s*\(")
RAW_FREE = re.compile(r"\b(g_free|g_object_unref)\s*\(")
FREEING = re.compile(r"(finalize|dispose|free|clear)")
PLAIN_TYPE = re.compile(r"\b(gchar|gint)\b(?!\s*\()")

LICENSED = (".c", ".h", ".py", ".pl", ".mjs", ".sh", ".ui", ".xml", ".svg", ".css", ".in", ".po", ".1", ".bash",
            "meson.build", "/run", "dev", "POTFILES")


def function_length(tree):
    """A function fits on a page; only class_init, which lists things, may be longer."""
    for path in tree.under("", ".c"):
        for function in tree.functions(path):
            if len(function.body) > LONGEST_FUNCTION and not function.name.endswith("_class_init"):
                yield path, function.line, f"{function.name} has {len(function.body)} lines"


def file_length(tree):
    limits = [((".c", ".h", ".py", ".mjs", ".pl"), LONGEST_FILE), ((".ui",), LONGEST_TEMPLATE)]
    for endings, limit in limits:
        for path in tree.under("", *endings):
            if len(tree.lines(path)) > limit:
                yield path, limit, f"{len(tree.lines(path))} lines, {limit} at most"
    if len(tree.lines("src/main.c")) > LONGEST_MAIN:
        yield "src/main.c", LONGEST_MAIN, "the composition root does too much"


def raw_frees(tree):
    """What is owned is g_autoptr or g_autofree; only what ends an object's life frees by hand."""
    for folder in ("src/app/", "src/model/"):
        for path in tree.under(folder, ".c"):
            for function in tree.functions(path):
                for offset, line in enumerate(function.body):
                    if RAW_FREE.search(line) and not FREEING.search(function.name):
                        yield path, function.line + offset, f"{RAW_FREE.search(line)[1]} by hand"


def imperative_setters(tree):
    """Labels, visibility and pages come from bindings."""
    found = [(path, line, match[1])
             for path in tree.under("src/app/", ".c")
             for line, code in tree.code_lines(path)
             for match in SETTER.finditer(code)]
    if len(found) > MOST_SETTERS:
        for path, line, name in found:
            yield path, line, f"{name}: {len(found)} such calls, {MOST_SETTERS} at most"


def licence_lines(tree):
    for path in tree.under("", *LICENSED):
        head = "\n".join(tree.lines(path)[:6])
        if "SPDX-FileCopyrightText: " not in head or "SPDX-License-Identifier: " not in head:
            yield path, 1, "no SPDX lines at the top"


def pragma_once(tree):
    for path in tree.under("", ".h"):
        if not re.search(r"^#pragma once$", tree.text(path), re.MULTILINE):
            yield path, 1, "no #pragma once"


def own_header_first(tree):
    """So that a header that does not stand alone is found."""
    for path in tree.under("src/", ".c"):
        own = path.rpartition("/")[2][:-2] + ".h"
        included = [header for _, header in tree.includes(path)]
        if own in included and included[0] != own:
            yield path, 1, f"{own} is not included first"


def plain_types(tree):
    """char and int, not their aliases."""
    for path in tree.under("src/", ".c", ".h") + tree.under("tests/", ".c", ".h"):
        for line, code in tree.code_lines(path):
            for alias in PLAIN_TYPE.findall(code):
                yield path, line, f"{alias} for a plain type"


CHECKS = [function_length, file_length, raw_frees, imperative_setters, licence_lines, pragma_once, own_header_first,
          plain_types]
