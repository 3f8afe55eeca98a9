# SPDX-FileCopyrightText: The Seven Console authors
# SPDX-License-Identifier: MIT
"""Which layer may see what, where the compiler cannot tell."""

import re

# Each layer, and the layers whose headers it may include.
LAYERS = {
    "core": {"core"},
    "service": {"core", "service"},
    "model": {"core", "model"},
    "app": {"core", "model", "app"},
    "cli": {"core", "service", "cli"},
    "": {"core", "service", "model", "app"},  # main.c, where all is put together
}

# Headers of others, and the layers that may include them.
OTHERS = [
    (re.compile(r"^(gtk|gdk|gsk|gtksourceview|pango|graphene)[/.-]|^adwaita\.h$"), {"app", ""}),
    (re.compile(r"^libsoup/"), {"service"}),
    (re.compile(r"^libsecret/"), {"service"}),
    (re.compile(r"^sqlite3\.h$"), {"service"}),
]

# The engine knows no file, no network, no clock and no surroundings.
OUTSIDE = re.compile(
    r"\b(GFile|GSocket\w*|GInetAddress|GNetworkMonitor|g_file_\w+|g_socket_\w+|fopen|g_fopen|g_open|g_getenv|getenv"
    r"|g_get_real_time|g_get_monotonic_time|g_date_time_new_now\w*|g_get_user_\w+_dir|g_get_home_dir)\b")

SURROUNDINGS = re.compile(r'\b(?:g_getenv|getenv|g_environ_getenv)\s*\((?:[^"()]*,)?\s*([^)]*)\)')
KNOWN_VARIABLES = {'"SEVEN_API_KEY"', '"NO_COLOR"', '"TERM"'}


def layer_of(path):
    """core for src/core/seven-json.c, "" for src/main.c."""
    parts = path.split("/")
    return parts[1] if len(parts) > 2 else ""


def sources(tree):
    return tree.under("src/", ".c", ".h")


def own_headers(tree):
    """Own headers are included by name, and only those of layers below."""
    home = {path.rpartition("/")[2]: layer_of(path) for path in tree.under("src/", ".h")}
    for path in sources(tree):
        for line, header in tree.includes(path):
            layer = home.get(header.rpartition("/")[2])
            if layer is None:
                continue
            if "/" in header:
                yield path, line, f"{header} is included by a path"
            elif layer not in LAYERS[layer_of(path)]:
                yield path, line, f"{header} belongs to {layer}"


def headers_of_others(tree):
    """GTK stays in the window; the network, the keyring and the database stay in the services."""
    for path in sources(tree):
        for line, header in tree.includes(path):
            for pattern, layers in OTHERS:
                if pattern.search(header) and layer_of(path) not in layers:
                    yield path, line, f"{header} is not for this layer"


def core_sees_no_outside(tree):
    """The engine takes bytes and gives values."""
    for path in tree.under("src/core/", ".c", ".h"):
        for line, code in tree.code_lines(path):
            for word in OUTSIDE.findall(code):
                yield path, line, f"{word} in the core"


def surroundings(tree):
    """No environment variable changes what the program does, but two that are documented and what the terminal is."""
    for path in sources(tree):
        for line, code in tree.code_lines(path):
            for variable in SURROUNDINGS.findall(code):
                if variable.strip() not in KNOWN_VARIABLES:
                    yield path, line, f"the environment variable {variable.strip()}"


CHECKS = [own_headers, headers_of_others, core_sees_no_outside, surroundings]
