# SPDX-FileCopyrightText: The Seven Console authors
# SPDX-License-Identifier: MIT
"""A host that stands in for seven, and repeats to its callers all that it was told, as pages about errors do."""

import http.server
import json
import threading
import urllib.parse


class Peer:
    """Answers on a port of 127.0.0.1. Tests put what comes next into `script`: a function of (path, fields, key) that
    gives (status, media type, body), or None to drop the connection."""

    def __init__(self, script):
        self.script = script
        self.requests = []
        self.holding = threading.Event()  # set: send calls wait
        self.released = threading.Event()
        peer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.answer("")

            def do_POST(self):
                self.answer(self.rfile.read(int(self.headers.get("Content-Length", "0"))).decode("utf-8"))

            def answer(self, body):
                url = urllib.parse.urlsplit(self.path)
                fields = dict(urllib.parse.parse_qsl(body or url.query, keep_blank_values=True))
                key = self.headers.get("X-Api-Key", "")
                peer.requests.append((url.path, fields, key))
                if url.path == "/api/sms" and peer.holding.is_set():
                    peer.released.wait(60)
                said = peer.script(url.path, fields, key)
                if said is None:
                    self.close_connection = True
                    return
                status, media_type, text = said
                data = text.encode("utf-8")
                self.send_response(status)
                self.send_header("Content-Type", media_type)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *arguments):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server.server_port}"

    def count(self, path):
        return sum(1 for request in self.requests if request[0] == path)

    def close(self):
        self.released.set()
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


def as_json(value):
    return 200, "application/json", json.dumps(value)


def accepted(fields, message_id, **members):
    """An SMS that was taken, and what seven says of it: the number and the text come back."""
    message = {"id": message_id, "sender": fields.get("from"), "recipient": fields.get("to"), "text": fields.get("text"),
               "encoding": "gsm", "label": None, "parts": 1, "udh": None, "is_binary": False, "price": 0.075,
               "success": True, "error": None, "error_text": None, **members}
    return as_json({"success": "100", "total_price": 0.075, "balance": 46.748, "debug": "false", "sms_type": "direct",
                    "messages": [message]})
