# SPDX-FileCopyrightText: The Seven Console authors
# SPDX-License-Identifier: MIT
"""Holds this project to the lints, one case each."""

import os
import unittest

import form
import layers
import project
import tap
from tree import Tree

TREE = Tree(os.environ["SEVEN_SOURCE_DIR"])


class Lint(unittest.TestCase):
    """Its methods are made from the table of checks."""


def method(check):
    def holds(self):
        found = [f"{path}:{line}: {words}" for path, line, words in check(TREE)]
        if found:
            self.fail("\n" + "\n".join(found))
    return holds


class Sources(unittest.TestCase):
    def test_there_are_sources(self):
        self.assertIn("src/main.c", TREE.paths)
        self.assertGreater(sum(1 for path in TREE.under("src/", ".c") for _ in TREE.functions(path)), 100)


for CHECK in layers.CHECKS + form.CHECKS + project.CHECKS:
    setattr(Lint, f"test_{CHECK.__name__}", method(CHECK))

if __name__ == "__main__":
    tap.main()
