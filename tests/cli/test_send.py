# SPDX-FileCopyrightText: The Seven Console authors
# SPDX-License-Identifier: MIT

import concurrent.futures
import json
import os
import pty
import signal
import socket
import subprocess
import threading

from connector import CONNECTOR, LIMIT, SAMPLE, SAMPLES, ConnectorCase, Gateway, main, run

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

    def test_no_text_is_cut_short(self):
        listener = Listener(self)
        path = self.config(("Generic", "{{code}} is\0cut"))
        found = self.run_json(1, "send", path, "--to=+447700900123", f"--gateway={listener.url}")
        self.assertEqual(found["error"], "json-nul")
        self.assertFalse(listener.arrived.is_set())

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
            self.assertIn(b"price not known", stderr)

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


def accepted(message_id):
    """The reply of a gateway that has taken one SMS."""
    message = {"id": message_id, "recipient": "447700900123", "encoding": "gsm", "parts": 1, "price": 0.075,
               "success": True, "error": None, "error_text": None}
    return json.dumps({"success": "100", "total_price": 0.075, "balance": 1, "messages": [message]}).encode()


def report(word, message_id="7"):
    return json.dumps([{"id": message_id, "to": "447700900123", "text": "x", "price": "0.075", "dlr": word}]).encode()


class Delivery(ConnectorCase):
    def wait(self, status, to, gateway, *arguments, **options):
        return self.run_json(status, "send", SAMPLE, f"--to=+447700900{to}", f"--gateway={gateway}", "--wait-delivery",
                             *arguments, env={"SEVEN_API_KEY": "example-key-not-real"}, **options)

    @staticmethod
    def at_once(call, cases):
        """Each case and what came of it; they wait beside each other."""
        with concurrent.futures.ThreadPoolExecutor(len(cases)) as threads:
            return list(zip(threads.map(call, cases), cases))

    def wait_in_words(self, *arguments):
        return run("send", SAMPLE, "--to=+447700900123", "--wait-delivery", *arguments,
                   env={"SEVEN_API_KEY": "example-key-not-real"})

    def test_delivered_and_not(self):
        _, address = self.start_sandbox()
        cases = [(gateway, to, word, status) for gateway in (address, "sandbox")
                 for to, word, status in (("123", "DELIVERED", 0), ("997", "NOTDELIVERED", 1))]
        for found, (*_, word, _) in self.at_once(lambda case: self.wait(case[3], case[1], case[0]), cases):
            self.assertEqual(list(found), MEMBERS)
            self.assertEqual((found["state"], found["delivery"]), ("accepted", word))

    def test_not_waited_for_is_not_known(self):
        self.assertIsNone(self.run_json(0, "send", SAMPLE, "--to=+447700900997")["delivery"])

    def test_states_in_words(self):
        done = run("send", SAMPLE, "--to=+447700900997", "--wait-delivery")
        self.assertEqual(done.returncode, 1)
        self.assertTrue(done.stdout.startswith("100 "))
        lines = done.stderr.splitlines()
        self.assertRegex(lines[0], r"^After 1\.\d s: Handed to the network$")
        self.assertRegex(lines[1], r"^After 2\.\d s: Not delivered$")
        self.assertIn("could not deliver", lines[2])

    def test_every_final_report(self):
        words = (("DELIVERED", 0), ("delivered", 0), ("NOTDELIVERED", 1), ("EXPIRED", 1), ("REJECTED", 1), ("FAILED", 1))
        cases = [(Gateway(self, sms=accepted("7"), journal=report(word)), word, status) for word, status in words]
        for found, (gateway, word, _) in self.at_once(lambda case: self.wait(case[2], "123", case[0].url), cases):
            self.assertEqual(found["delivery"], word.upper())
            self.assertEqual(gateway.requests, [
                ("POST", "/api/sms", "example-key-not-real"),
                ("GET", "/api/journal/outbound?id=7", "example-key-not-real")])

    def test_what_is_not_final_is_asked_for_again(self):
        gateway = Gateway(self, sms=accepted("7"), journal=[(200, b"[]"), (502, b"<html>"), (200, report("DELIVERED"))])
        self.assertEqual(self.wait(0, "123", gateway.url)["delivery"], "DELIVERED")
        self.assertEqual([method for method, *_ in gateway.requests], ["POST", "GET", "GET", "GET"])

    def test_a_refused_journal_is_not_asked_again(self):
        gateway = Gateway(self, sms=accepted("7"), journal=b"902")
        done = self.wait_in_words(f"--gateway={gateway.url}")
        self.assertEqual(done.returncode, 0)
        self.assertIn("902", done.stderr)
        self.assertEqual(len(gateway.requests), 2)

    def test_no_id_no_report(self):
        for reply in (b"100", accepted(None)):
            gateway = Gateway(self, sms=reply, journal=report("DELIVERED"))
            done = self.wait_in_words(f"--gateway={gateway.url}")
            self.assertEqual(done.returncode, 0)
            self.assertIn("no delivery report", done.stderr)
            self.assertEqual(len(gateway.requests), 1)

    def test_what_is_not_accepted_is_not_waited_for(self):
        gateway = Gateway(self, sms=b"900", journal=report("DELIVERED"))
        self.assertIsNone(self.wait(1, "123", gateway.url)["delivery"])
        self.assertEqual(len(gateway.requests), 1)

    def test_interrupted(self):
        gateway = Gateway(self, sms=accepted("7"), journal=report("LOST"))
        with subprocess.Popen([CONNECTOR, "send", SAMPLE, "--to=+447700900123", f"--gateway={gateway.url}",
                               "--wait-delivery"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                              env={**os.environ, "SEVEN_API_KEY": "example-key-not-real"}) as process:
            self.assertIn("Delivery not known", process.stderr.readline())
            process.send_signal(signal.SIGINT)
            stdout, stderr = process.communicate(timeout=LIMIT)
        self.assertEqual(process.returncode, 0)
        self.assertTrue(stdout.startswith("100 "))
        self.assertIn("The SMS was accepted", stderr)


if __name__ == "__main__":
    main()
