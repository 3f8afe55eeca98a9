# SPDX-FileCopyrightText: The Seven Console authors
# SPDX-License-Identifier: MIT
"""What several files of the project have to agree on."""

import re

# What may lie at the top, besides names that begin with a dot. Meson demands its options there.
TOP = {"meson.build", "meson_options.txt", "src", "data", "po", "tests", "flatpak", "README.md", "LICENSE", "dev"}

TRANSLATED_CODE = re.compile(r'\b(?:_|N_|C_|NC_|ngettext|dngettext|g_dngettext)\s*\(\s*"')
TRANSLATED_XML = re.compile(r'translatable="(?:yes|true)"')

# In two halves, so that this file does not find itself.
LEFT_OVER = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X)\b|\.\./sha" r"red|(?<![\w.])/wo" r"rk\b|g_test_sk" r"ip")


def listed(tree, path):
    """The entries of a list of files, without its comments."""
    return [line.strip() for line in tree.lines(path) if line.strip() and not line.startswith("#")]


def top_level(tree):
    for name in sorted({path.split("/")[0] for path in tree.paths}):
        if name not in TOP and not name.startswith("."):
            yield name, 1, "does not belong at the top"


def left_overs(tree):
    for path in tree.paths:
        for number, line in enumerate(tree.lines(path), 1):
            match = LEFT_OVER.search(line)
            if match:
                yield path, number, f"“{match[0]}” is left over"


def needs_translation(tree, path):
    if path.endswith((".c", ".h")):
        return TRANSLATED_CODE.search(tree.code(path)) is not None
    if path.endswith(".gschema.xml"):
        return "gettext-domain=" in tree.text(path)
    if path.endswith((".ui", ".xml")):
        return TRANSLATED_XML.search(tree.text(path)) is not None
    return path.endswith((".desktop.in", ".metainfo.xml.in"))


def files_to_translate(tree):
    """po/POTFILES names each file with texts for people, in order, and no other."""
    names = listed(tree, "po/POTFILES")
    wanted = [path for path in tree.under("src/") + tree.under("data/") if needs_translation(tree, path)]
    for path in sorted(set(wanted) - set(names)):
        yield path, 1, "not in po/POTFILES"
    for path in sorted(set(names) - set(wanted)):
        yield "po/POTFILES", 1, f"{path} has nothing to translate, or is not there"
    if names != sorted(set(names)):
        yield "po/POTFILES", 1, "not in alphabetical order"


def languages(tree):
    names = listed(tree, "po/LINGUAS")
    there = [path[len("po/"):-len(".po")] for path in tree.under("po/", ".po")]
    if sorted(names) != sorted(there):
        yield "po/LINGUAS", 1, f"lists {names}, there are {there}"


def version(tree):
    """The newest release of the metainfo, and a manual page that names a version, name that of meson.build."""
    name = re.search(r"version: '([^']+)'", tree.text("meson.build"))[1]
    for path in tree.under("data/", ".metainfo.xml.in"):
        release = re.search(r'<release version="([^"]+)"', tree.text(path))
        if not release or release[1] != name:
            yield path, 1, f"its newest release is not {name}"
    for path in tree.under("data/", ".1"):
        title = re.search(r'^\.TH .*\b(\d+\.\d+\.\d+)\b', tree.text(path), re.MULTILINE)
        if title and title[1] != name:
            yield path, 1, f"its title line says {title[1]}, not {name}"


def sources_are_built(tree):
    """Each source stands once in the meson.build beside it, each template in a resource."""
    resources = "\n".join(tree.text(path) for path in tree.under("src/", ".gresource.xml"))
    for path in tree.under("src/", ".c"):
        folder, _, name = path.rpartition("/")
        listed_times = tree.text(f"{folder}/meson.build").count(f"'{name}'")
        if listed_times != 1:
            yield path, 1, f"stands {listed_times} times in {folder}/meson.build"
    for path in tree.under("src/", ".ui", ".css"):
        if path.rpartition("/")[2] not in resources:
            yield path, 1, "is in no resource"


def tests_are_run(tree):
    """Each test program stands in the meson.build beside it, by its file or by the name that its rule completes."""
    for path in tree.under("tests/", ".c", ".py", ".mjs", ".pl"):
        folder, _, name = path.rpartition("/")
        test = re.fullmatch(r"test[-_](.+)\.(?:c|py|mjs|pl)", name)
        meson = f"{folder}/meson.build"
        known = tree.text(meson) if meson in tree.paths else ""
        if test and f"'{name}'" not in known and f"'{test[1]}'" not in known:
            yield path, 1, "is never run"


CHECKS = [top_level, left_overs, files_to_translate, languages, version, sources_are_built, tests_are_run]
