# SPDX-FileCopyrightText: The Seven Console authors
# SPDX-License-Identifier: MIT
"""The files of a source tree, and C sources as the lints read them."""

import functools
import pathlib
import re
import subprocess

COMMENT_OR_TEXT = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)
FUNCTION_NAME = re.compile(r"^(\w+) \(", re.MULTILINE)


def blank(match):
    """A comment turned into as many line breaks as it had; a text stays."""
    return match[0] if match[0][0] in "\"'" else "\n" * match[0].count("\n") or " "


class Function:
    """A function's definition: its name, the line of its body's first line, and that body's lines."""

    def __init__(self, name, line, body):
        self.name = name
        self.line = line
        self.body = body


class Tree:
    """What belongs to the project below a folder."""

    def __init__(self, root):
        self.root = pathlib.Path(root)

    @functools.cached_property
    def paths(self):
        """All files, as paths relative to the root, in order: what git knows or would, else what lies there."""
        try:
            listed = subprocess.run(
                ["git", "-C", str(self.root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                capture_output=True, check=True)
            names = listed.stdout.decode().split("\0")
        except (OSError, subprocess.CalledProcessError):
            names = [str(path.relative_to(self.root)) for path in self.root.rglob("*")]
        built = re.compile(r"^(build(-[^/]*)?|\.git)/|(^|/)__pycache__/")
        return sorted({name for name in names if name and not built.search(name) and (self.root / name).is_file()})

    def under(self, folder, *endings):
        """The files below a folder ("" for all) whose name ends so."""
        return [path for path in self.paths if path.startswith(folder) and path.endswith(endings or "")]

    @functools.lru_cache(maxsize=None)
    def text(self, path):
        """A file's text; nothing for one that is no text."""
        try:
            return (self.root / path).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            return ""

    def lines(self, path):
        return self.text(path).splitlines()

    @functools.lru_cache(maxsize=None)
    def code(self, path):
        """A C source without its comments, line numbers kept."""
        return COMMENT_OR_TEXT.sub(blank, self.text(path))

    def code_lines(self, path):
        """Numbered lines of a C source without its comments."""
        return enumerate(self.code(path).splitlines(), 1)

    def includes(self, path):
        """Each included header with its line."""
        for number, line in self.code_lines(path):
            match = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
            if match:
                yield number, match[1]

    def functions(self, path):
        """The functions that a C source defines: a body stands between braces at the margin."""
        lines = self.code(path).splitlines()
        head = []
        start = None
        for number, line in enumerate(lines, 1):
            if line == "{":
                start = number
            elif line == "}" and start:
                names = FUNCTION_NAME.findall("\n".join(head))
                if names:
                    yield Function(names[-1], start + 1, lines[start:number - 1])
                start, head = None, []
            elif start is None:
                head = [] if line.endswith((";", "};")) else head + [line]
