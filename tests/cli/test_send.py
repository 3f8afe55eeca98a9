# SPDX-FileCopyrightText: The Seven Console authors
# SPDX-License-Identifier: MIT

import os
import pty
import signal
import socket
import subprocess
import threading

from connector import CONNECTOR, LIMIT, SAMPLE, SAMPLES, ConnectorCase, main, run

MEMBERS = ["state", "code", "gateway_code", "title", "explanation", "remedy", "logto", "http_status", "total_price",
           "balance", "messages", "predicted", "delivery", "elapsed_ms"]
MESSAGE_MEMBERS = ["id", "recipient", "encoding", "parts", "price", "success", "error", "error_text"]

# Endings of the sandbox that answer: code that decided, top-level code, state, what Logto would have said, status.
ENDINGS = {
    "000": (100, 100, "accepted", "success", 0),
    "101": (101, 101, "refused", "success", 1),
    "201": (201, 100, "refused", "success", 1),
    "202": (202, 100, "refused", "success", 1),
    "301": (301, 100, "refused", "success", 1),
    "305": (305, 305, "refused", "error", 1),
    "308": (308, 308, "refused", "success", 1),
    "401": (401, 401, "refused", "error", 1),
    "402": (402, 402, "refused", "error", 1),
    "403": (403, 403, "refused", "success", 1),
    "500": (500, 500, "refused", "error", 1),
    "600": (600, 600, "refused", "error", 1),
    "603": (603, 603, "refused", "success", 1),
    "700": (700, 700, "refused", "error", 1),
    "900": (900, 900, "refused", "error", 1),
    "901": (901, 901, "refused", "error", 1),
    "902": (902, 902, "refused", "error", 1),
    "903": (903, 903, "refused", "error", 1),
    "991": (None, None, "unknown", "success", 3),
    "992": (None, None, "unknown", "success", 3),
    "994": (None, None, "unknown", "success", 3),
    "995": (202, 100, "refused", "success", 1),
    "996": (100, 100, "accepted", "success", 0),
    "997": (100, 100, "accepted", "success", 0),
}


class Listener:
    """A TCP server that keeps what it is sent and never answers."""

    def __init__(self, test):
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.socket.getsockname()[1]}"
        self.received = b""
        self.arrived = threading.Event()
        test.addCleanup(self.socket.close)
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        try:
            connection, _ = self.socket.accept()
        except OSError:  # closed: nobody came
            return
        with connection:
            while data := connection.recv(65536):
                self.received += data
                if b"to=" in self.received:
                    self.arrived.set()


class Send(ConnectorCase):
    def test_every_ending_of_the_sandbox(self):
        for ending, (code, gateway_code, state, logto, status) in ENDINGS.items():
            with self.subTest(ending=ending):
                found = self.run_json(status, "send", SAMPLE, "--usage=Generic", f"--to=+447700900{ending}",
                                      "--gateway=sandbox", "--yes")
                self.assertEqual(list(found), MEMBERS)
                self.assertEqual((found["code"], found["gateway_code"], found["state"], found["logto"]["outcome"]),
                                 (code, gateway_code, state, logto))
                self.assertEqual(found["predicted"], {"encoding": "gsm", "parts": 1})
                self.assertIsInstance(found["elapsed_ms"], int)

    def test_dropped_connection_is_unknown(self):
        found = self.run_json(3, "send", SAMPLE, "--to=+447700900990")
        self.assertEqual((found["state"], found["http_status"], found["logto"]["outcome"]), ("unknown", None, "error"))

    def test_no_answer_is_unknown(self):
        found = self.run_json(3, "send", SAMPLE, "--to=+447700900993", "--timeout=1")
        self.assertEqual((found["state"], found["code"], found["logto"]["outcome"]), ("unknown", None, "unknown"))

    def test_accepted_in_full(self):
        found = self.run_json(0, "send", SAMPLE, "--to=+447700900123", "--code=482913")
        [message] = found["messages"]
        self.assertEqual(list(message), MESSAGE_MEMBERS)
        self.assertEqual((message["recipient"], message["encoding"], message["parts"], message["price"],
                          message["success"], message["error"]), ("447700900123", "gsm", 1, 0.075, True, None))
        self.assertEqual((found["http_status"], found["total_price"], found["balance"]), (200, 0.075, 49.925))

    def test_words(self):
        done = run("send", SAMPLE, "--to=+447700900995")
        self.assertEqual(done.returncode, 1)
        self.assertTrue(done.stdout.startswith("202 "), done.stdout)
        self.assertIn("Logto", done.stdout)

    def test_refused_guard_is_an_error_for_logto(self):
        path = self.write("bare.json", '{"templates": [{"usageType": "Generic", "content": "{{code}}"}]}')
        found = self.run_json(0, "send", path, "--to=+447700900123")
        self.assertEqual((found["state"], found["logto"]["outcome"]), ("accepted", "error"))

    def test_nothing_listens(self):
        with socket.create_server(("127.0.0.1", 0)) as closed:
            url = f"http://127.0.0.1:{closed.getsockname()[1]}"
        found = self.run_json(3, "send", SAMPLES / "complete.json", "--to=+447700900123", f"--gateway={url}")
        self.assertEqual((found["state"], found["logto"]["outcome"]), ("failed", "error"))

    def test_no_template_no_request(self):
        path = self.config(("SignIn", "{{code}}"))
        listener = Listener(self)
        found = self.run_json(1, "send", path, "--to=+447700900123", f"--gateway={listener.url}")
        self.assertEqual(found["error"], "template_not_found")
        self.assertEqual(listener.received, b"")

    def test_wrong_use_no_request(self):
        listener = Listener(self)
        live = ("send", SAMPLES / "complete.json", f"--gateway={listener.url}")
        self.assert_misuse(*live, saying="--to")
        self.assert_misuse(*live, "--to=07700900123")
        self.assert_misuse(*live, "--to=mum")
        self.assert_misuse(*live, "--to=+447700900123,+447700900124")
        self.assert_misuse(*live, "--to=+447700900123", "--usage=generic", saying="Generic")
        self.assert_misuse(*live, "--to=+447700900123", "--timeout=0")
        self.assertEqual(listener.received, b"")

    def test_wrong_gateways(self):
        for gateway in ("nonsense", "http://gateway.seven.io", "ftp://127.0.0.1", "http://127.0.0.1.example.com", ""):
            with self.subTest(gateway=gateway):
                self.assert_misuse("send", SAMPLES / "complete.json", "--to=+447700900123", f"--gateway={gateway}", "--yes")

    def test_reserved_numbers_never_go_out_live(self):
        self.assert_misuse("send", SAMPLES / "complete.json", "--to=+447700900123", "--gateway=seven", "--yes",
                           saying="reserved")

    def test_nobody_to_ask(self):
        self.assert_misuse("send", SAMPLES / "complete.json", "--to=+4915112345678", "--gateway=seven", saying="--yes")

    def test_a_live_gateway_asks_and_takes_no_for_an_answer(self):
        for answer in (b"\n", b"n\n", b"\x04"):
            primary, secondary = pty.openpty()
            with subprocess.Popen([CONNECTOR, "send", str(SAMPLES / "complete.json"), "--to=+4915112345678",
                                   "--gateway=https://127.0.0.1:9"], stdin=secondary, stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE) as process:
                os.write(primary, answer)
                stdout, stderr = process.communicate(timeout=LIMIT)
            os.close(primary)
            os.close(secondary)
            self.assertEqual((process.returncode, stdout), (1, b""))
            self.assertIn(b"Germany", stderr)

    def test_a_missing_key(self):
        self.assert_misuse("send", SAMPLE, "--to=+447700900123", "--gateway=http://127.0.0.1:9", saying="SEVEN_API_KEY")

    def test_what_reaches_the_wire(self):
        listener = Listener(self)
        path = self.config(("Generic", "It~s {{code}} *"))
        with subprocess.Popen([CONNECTOR, "send", str(path), "--to=+44 7700 900123", f"--gateway={listener.url}",
                               "--code=482913", "--format=json"], stdout=subprocess.PIPE) as process:
            self.assertTrue(listener.arrived.wait(LIMIT))
            process.send_signal(signal.SIGINT)
            stdout, _ = process.communicate(timeout=LIMIT)
        self.assertEqual(process.returncode, 3)
        self.assertIn(b'"unknown"', stdout)
        head, body = listener.received.split(b"\r\n\r\n", 1)
        self.assertEqual(body, b"from=Acme&json=1&text=It%7Es+482913+*&to=447700900123")
        self.assertTrue(head.startswith(b"POST /api/sms HTTP/1.1\r\n"))
        headers = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:])
        self.assertEqual(headers[b"x-api-key"], b"example-key-not-real")
        self.assertEqual(headers[b"accept"], b"*/*")
        self.assertEqual(headers[b"content-type"], b"application/x-www-form-urlencoded;charset=utf-8")
        self.assertNotIn(b"example-key-not-real", stdout)

    def test_the_sandbox_never_gets_the_key(self):
        done = run("send", SAMPLE, "--to=+447700900123", "--format=json", env={"SEVEN_API_KEY": "example-key-not-real"})
        self.assertEqual(done.returncode, 0)
        self.assertNotIn("example-key-not-real", done.stdout + done.stderr)


if __name__ == "__main__":
    main()
