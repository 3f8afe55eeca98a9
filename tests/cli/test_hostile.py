# SPDX-FileCopyrightText: The Seven Console authors
# SPDX-License-Identifier: MIT

import gzip
import json
import os
import pathlib
import signal
import socket
import struct
import subprocess
import threading

from connector import CONNECTOR, LIMIT, ConnectorCase, main, run

KEY = "example-key-not-real"
ENV = {"SEVEN_API_KEY": KEY}
OK = b"HTTP/1.1 200 OK\r\nConnection: close\r\n"
RESET = None


def answer(body=b"", headers=b"", status=b"200 OK"):
    return b"HTTP/1.1 " + status + b"\r\nConnection: close\r\n" + headers + b"\r\n" + body


class Host:
    """A host that reads one request after the other and says the same bytes to each; RESET: it breaks the connection;
    silent: it says nothing and holds it."""

    def __init__(self, test, reply=b"", silent=False):
        self.reply = reply
        self.silent = silent
        self.requests = []
        self.arrived = threading.Event()
        self.ended = threading.Event()
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.socket.getsockname()[1]}"
        test.addCleanup(self.socket.close)
        test.addCleanup(self.ended.set)
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:  # closed: the test is over
                return
            with connection:
                self._talk(connection)

    def _talk(self, connection):
        request = b""
        while b"\r\n\r\n" not in request or (request.startswith(b"POST") and b"to=" not in request):
            data = connection.recv(65536)
            if not data:
                return
            request += data
        self.requests.append(request)
        self.arrived.set()
        if self.silent:
            self.ended.wait(LIMIT)
        elif self.reply is RESET:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        else:
            try:
                connection.sendall(self.reply)
            except OSError:  # it has heard enough
                pass


# Name: what the host says; state, code and Logto's verdict of a send; exit status of a send, of a balance.
HOSTS = {
    "closes": (b"", "unknown", None, "error", 3, 3),
    "resets": (RESET, "unknown", None, "error", 3, 3),
    "cuts": (answer(b'{"success":"100"}', b"Content-Length: 99\r\n"), "unknown", None, "error", 3, 3),
    "cuts unsaid": (answer(b'{"success":"100","amount":1'), "unknown", None, "success", 3, 3),
    "compresses": (answer(gzip.compress(b"900"), b"Content-Encoding: gzip\r\n"), "unknown", None, "unknown", 3, 3),
    "is no gateway": (b"220 mail.example ESMTP\r\n\r\n", "unknown", None, "error", 3, 3),
    "shows a page": (answer(b"<html>", status=b"502 Bad Gateway"), "unknown", None, "success", 3, 3),
    "shows its status": (answer(b'{"code":500}', status=b"500 No"), "unknown", None, "success", 3, 3),
    "wants it again": (answer(b"no", status=b"421 Misdirected Request"), "unknown", None, "unknown", 3, 3),
    "wants a password": (answer(b"900", b'WWW-Authenticate: Basic realm="x"\r\n', b"401 No"), "refused", 900, "error", 1,
                         1),
    "announces for ever": (b"HTTP/1.1 102 Processing\r\n\r\n" * 50000, "unknown", None, "error", 3, 3),
    "speaks for ever": (answer(b" " * (1024 * 1024 + 1)), "unknown", None, "unknown", 3, 3),
    "speaks UTF-16": (answer("900".encode("utf-16")), "unknown", None, "success", 3, 3),
    "nests": (answer(b"[" * 500000), "unknown", None, "success", 3, 3),
    "refuses in words": (answer(b'{"success":false,"error":"' + KEY.encode() + b'"}'), "refused", None, "success", 1, 1),
}


class Hostile(ConnectorCase):
    def send(self, host, *more, **options):
        options.setdefault("env", ENV)
        return run("send", self.config(("Generic", "Your code is {{code}}.")), "--to=+447700900123", "--code=482913",
                   f"--gateway={host.url}", *more, **options)

    def assert_no_key(self, done):
        self.assertNotIn(KEY, done.stdout + done.stderr)

    def test_send(self):
        for name, (reply, state, code, logto, status, _) in HOSTS.items():
            with self.subTest(host=name):
                host = Host(self, reply)
                done = self.send(host, "--format=json")
                self.assertEqual(done.returncode, status, done.stdout + done.stderr)
                found = json.loads(done.stdout)
                self.assertEqual((found["state"], found["code"], found["logto"]["outcome"]), (state, code, logto))
                self.assertEqual("not known whether" in found["explanation"], state == "unknown")
                self.assertEqual(len(host.requests), 1)
                self.assert_no_key(done)

    def test_send_in_words(self):
        for name, (reply, *_, status, _) in HOSTS.items():
            with self.subTest(host=name):
                done = self.send(Host(self, reply))
                self.assertEqual((done.returncode, done.stderr), (status, ""))
                self.assert_no_key(done)

    def test_balance_and_price(self):
        for name, (reply, _, code, *_, status) in HOSTS.items():
            for call in (("balance",), ("price", "gb")):
                with self.subTest(host=name, call=call):
                    host = Host(self, reply)
                    done = run(*call, f"--gateway={host.url}", "--format=json", env=ENV)
                    self.assertEqual(done.returncode, status, done.stdout + done.stderr)
                    found = json.loads(done.stdout)
                    self.assertEqual(found["code"], code)
                    self.assertGreater(len(found["error"]), 20)
                    self.assertEqual(len(host.requests), 1)
                    self.assert_no_key(done)

    def test_redirects(self):
        for status in (b"301", b"302", b"303", b"307", b"308"):
            with self.subTest(status=status):
                other = Host(self, answer(b"100"))
                location = b"Location: " + other.url.encode() + b"/api/sms\r\n"
                host = Host(self, answer(b"", location, status + b" Moved"))
                self.assertEqual(self.send(host).returncode, 3)
                self.assertEqual(run("balance", f"--gateway={host.url}", env=ENV).returncode, 3)
                self.assertEqual((len(host.requests), other.requests), (2, []))

    def test_slow(self):
        host = Host(self, silent=True)
        done = self.send(host, "--timeout=1", "--format=json")
        self.assertEqual(done.returncode, 3)
        self.assertEqual(json.loads(done.stdout)["state"], "unknown")
        self.assertIn("within 1 second", json.loads(done.stdout)["explanation"])
        done = run("balance", f"--gateway={Host(self, silent=True).url}", "--timeout=1", env=ENV)
        self.assertEqual(done.returncode, 3)
        self.assertIn("within 1 second", done.stdout)

    def test_no_control_of_the_terminal(self):
        words = "\x1b]0;mine\x07\x1b[2J\x9b31m\r\b\x7f\nNext: nothing"
        for body in (json.dumps({"success": False, "error": words}),
                     json.dumps({"success": "100", "messages": [{"id": words, "recipient": words, "encoding": words,
                                                                 "success": True}]}),
                     json.dumps({"amount": 1, "currency": words})):
            for call in (self.send(Host(self, answer(body.encode()))),
                         run("balance", f"--gateway={Host(self, answer(body.encode())).url}", env=ENV)):
                shown = call.stdout + call.stderr
                self.assertEqual([c for c in shown if (ord(c) < 32 and c != "\n") or 127 <= ord(c) < 160], [])

    def test_the_key_is_in_no_list_of_processes_and_no_log(self):
        file = self.write("key", KEY)
        config = self.config(("Generic", "{{code}}"))
        bare = self.config(("Generic", "{{code}}"), name="bare.json", apiKey="<your-api-key>")
        for arguments, env in (((config,), {}), ((bare,), ENV), ((bare, f"--api-key-file={file}"), {})):
            host = Host(self, silent=True)
            environment = {k: v for k, v in os.environ.items() if k != "SEVEN_API_KEY"}
            with subprocess.Popen([CONNECTOR, "send", *map(str, arguments), "--to=+447700900123",
                                   f"--gateway={host.url}"], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                  env={**environment, **env, "G_MESSAGES_DEBUG": "all"}) as process:
                self.assertTrue(host.arrived.wait(LIMIT))
                arguments_now = pathlib.Path(f"/proc/{process.pid}/cmdline").read_bytes()
                name_now = pathlib.Path(f"/proc/{process.pid}/comm").read_bytes()
                process.send_signal(signal.SIGINT)
                stdout, stderr = process.communicate(timeout=LIMIT)
            self.assertIn(KEY.encode(), host.requests[0])
            self.assertNotIn(KEY.encode(), arguments_now + name_now + stdout + stderr)

    def test_stopped_after_the_request_has_left(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            for call, words in (("send", "not known whether the SMS was sent"), ("balance", "Stopped")):
                with self.subTest(signal=number, call=call):
                    host = Host(self, silent=True)
                    to = ["--to=+447700900123"] if call == "send" else []
                    with subprocess.Popen([CONNECTOR, call, str(self.config(("Generic", "{{code}}"))), *to,
                                           f"--gateway={host.url}"], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                          text=True) as process:
                        self.assertTrue(host.arrived.wait(LIMIT))
                        process.send_signal(number)
                        stdout, stderr = process.communicate(timeout=LIMIT)
                    self.assertEqual((process.returncode, stderr), (3, ""))
                    self.assertIn(words, stdout)
                    self.assertEqual(len(host.requests), 1)


if __name__ == "__main__":
    main()
