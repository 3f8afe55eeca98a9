# SPDX-FileCopyrightText: The Seven Console authors
# SPDX-License-Identifier: MIT
"""Runs unittest cases and reports them as TAP, one line a case."""

import sys
import unittest


class TapResult(unittest.TestResult):
    """Prints each case at once, its failures as comments beneath."""

    def startTest(self, test):
        super().startTest(test)
        self._failed = []
        self._skipped = ""

    def stopTest(self, test):
        super().stopTest(test)
        print(f"{'not ok' if self._failed else 'ok'} {self.testsRun} - {test.id().removeprefix('__main__.')}{self._skipped}")
        for line in "\n".join(self._failed).splitlines():
            print(f"# {line}")
        sys.stdout.flush()

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._skipped = f" # SKIP {reason}"

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._failed.append(self.failures[-1][1])

    def addError(self, test, err):
        super().addError(test, err)
        self._failed.append(self.errors[-1][1])

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self._failed.append(f"{subtest}: {self._exc_info_to_string(err, test)}")


def main():
    """Runs the cases of the calling program."""
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules["__main__"])
    print(f"1..{suite.countTestCases()}", flush=True)
    result = TapResult()
    suite.run(result)
    sys.exit(0 if result.wasSuccessful() and result.testsRun > 0 else 1)
