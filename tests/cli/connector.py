# SPDX-FileCopyrightText: The Seven Console authors
# SPDX-License-Identifier: MIT
"""Runs seven-connector as a person or a program would."""

import http.server
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from tap import main  # noqa: E402, F401

CONNECTOR = os.environ["SEVEN_CONNECTOR"]
SOURCE = pathlib.Path(os.environ["SEVEN_SOURCE_DIR"])
SAMPLE = str(SOURCE / "data" / "sample.json")
SAMPLES = SOURCE / "tests" / "core" / "samples"
LIMIT = 60  # seconds: a hang is a failure, not a wait


def run(*arguments, stdin=b"", env=None):
    """One call of the program: its status and both its outputs, as text."""
    environment = {k: v for k, v in os.environ.items() if k not in ("SEVEN_API_KEY", "NO_COLOR")}
    environment.update(env or {})
    done = subprocess.run([CONNECTOR, *map(str, arguments)], input=stdin, env=environment,
                          capture_output=True, timeout=LIMIT, check=False)
    done.stdout = done.stdout.decode("utf-8")
    done.stderr = done.stderr.decode("utf-8")
    return done


class Gateway:
    """A gateway that says what a test tells it to: replies, by the beginning of the path, are (status, body) or lists
    of them, of which the last one stays. It keeps what it was asked."""

    def __init__(self, test, **replies):
        self.replies = {f"/api/{name}": reply for name, reply in replies.items()}
        self.requests = []  # (method, path, key)
        gateway = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def answer(self):
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                gateway.requests.append((self.command, self.path, self.headers.get("X-Api-Key")))
                status, body = gateway.find(self.path)
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            do_GET = do_POST = answer

            def log_message(self, *_):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{server.server_port}"
        test.addCleanup(server.server_close)
        test.addCleanup(server.shutdown)
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()

    def find(self, path):
        name = next(name for name in self.replies if path.startswith(name))
        reply = self.replies[name]
        if isinstance(reply, list):
            reply = reply.pop(0) if len(reply) > 1 else reply[0]
        return reply if isinstance(reply, tuple) else (200, reply)


class ConnectorCase(unittest.TestCase):
    """A test case with a folder of its own."""

    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def config(self, *templates, name="config.json", **members):
        """A config file of (usage type, content) pairs and top-level members."""
        value = {"apiKey": "example-key-not-real", "from": "Acme", **members}
        value["templates"] = [{"usageType": usage, "content": content} for usage, content in templates]
        return self.write(name, json.dumps(value, ensure_ascii=False))

    def run_json(self, status, *arguments, **options):
        done = run(*arguments, "--format=json", **options)
        self.assertEqual(done.returncode, status, done.stdout + done.stderr)
        return json.loads(done.stdout)

    def start_sandbox(self, *arguments):
        """The sandbox as a process of its own, and its address."""
        process = subprocess.Popen([CONNECTOR, "sandbox", *arguments], stdout=subprocess.PIPE, text=True)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.wait, LIMIT)
        self.addCleanup(process.terminate)
        return process, process.stdout.readline().strip()

    def assert_misuse(self, *arguments, saying="", **options):
        """Wrong use: status 2, nothing on standard output, words on the other."""
        done = run(*arguments, **options)
        self.assertEqual(done.returncode, 2, done.stdout + done.stderr)
        self.assertEqual(done.stdout, "")
        self.assertIn(saying, done.stderr)
        self.assertGreater(len(done.stderr), 10)
