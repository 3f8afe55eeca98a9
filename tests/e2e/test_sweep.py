# SPDX-FileCopyrightText: The Seven Console authors
# SPDX-License-Identifier: MIT
"""After a long session of sends, saves, errors and a kill: the key, the number and the code are nowhere but where the
person put them, and in what left for seven."""

import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

import driver  # noqa: E402
from driver import Console, wait_for  # noqa: E402
from peer import Peer, accepted, as_json  # noqa: E402
from tap import main  # noqa: E402

from gi.repository import Gio, GLib  # noqa: E402

KEY = "Zq7-example-key-that-is-not-real-81c4"
DIGITS = "12025550143"  # of the numbers that North America keeps for fiction
NUMBER = "+1 202 555 0143"
CODE = "739154"
SECRETS = {"the key": [KEY], "the number": [DIGITS, DIGITS[1:], NUMBER, "202 555 0143", "202-555-0143"],
           "the code": [CODE]}

NOTIFICATIONS = """<node><interface name='org.freedesktop.Notifications'>
  <method name='Notify'>
    <arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/>
    <arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='as' direction='in'/>
    <arg type='a{sv}' direction='in'/><arg type='i' direction='in'/><arg type='u' direction='out'/>
  </method>
  <method name='CloseNotification'><arg type='u' direction='in'/></method>
  <method name='GetCapabilities'><arg type='as' direction='out'/></method>
  <method name='GetServerInformation'>
    <arg type='s' direction='out'/><arg type='s' direction='out'/><arg type='s' direction='out'/>
    <arg type='s' direction='out'/>
  </method>
</interface></node>"""


def now():
    return time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime())


class Notifications:
    """Takes what programs show on the desktop, in a thread of its own."""

    def __init__(self):
        self.shown = []
        ready = threading.Event()
        self.loop = None

        def run():
            context = GLib.MainContext.new()
            context.push_thread_default()
            self.loop = GLib.MainLoop.new(context, False)
            address = Gio.dbus_address_get_for_bus_sync(Gio.BusType.SESSION, None)
            flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
            connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
            interface = Gio.DBusNodeInfo.new_for_xml(NOTIFICATIONS).interfaces[0]
            connection.register_object("/org/freedesktop/Notifications", interface, self.called, None, None)
            Gio.bus_own_name_on_connection(connection, "org.freedesktop.Notifications", Gio.BusNameOwnerFlags.NONE,
                                           lambda *_: ready.set(), None)
            self.loop.run()

        threading.Thread(target=run, daemon=True).start()
        assert ready.wait(10), "nobody may own the notifications"

    def called(self, _connection, _sender, _path, _interface, method, parameters, invocation):
        if method == "Notify":
            self.shown.append(str(parameters))
            invocation.return_value(GLib.Variant("(u)", (len(self.shown),)))
        elif method == "GetCapabilities":
            invocation.return_value(GLib.Variant("(as)", (["body", "actions"],)))
        elif method == "GetServerInformation":
            invocation.return_value(GLib.Variant("(ssss)", ("test", "test", "1", "1.2")))
        else:
            invocation.return_value(None)


class Seven:
    """What the host answers: each ending of its script in turn, then all is well. It repeats what it was told."""

    def __init__(self):
        self.sends = []
        self.messages = []

    def __call__(self, path, fields, key):
        if path == "/api/balance":
            return as_json({"amount": 44.631, "currency": "EUR"})
        if path == "/api/pricing":
            network = {"mcc": "310", "mncs": ["260"], "networkName": "Some", "price": 0.075, "features": ["alpha"], "comment": ""}
            return as_json({"countCountries": 1, "countNetworks": 1, "countries": [
                {"countryCode": "US", "countryName": "United States", "countryPrefix": "1", "networks": [network]}]})
        if path == "/api/journal/outbound":
            return as_json([dict(m, dlr="DELIVERED", dlr_timestamp=now()) for m in self.messages
                            if fields.get("id") in (None, m["id"])])
        return self.send(fields, key)

    def send(self, fields, key):
        said = " ".join([key, fields.get("to", ""), fields.get("text", "")])
        number = len(self.sends)
        self.sends.append(fields)
        message_id = str(77000000001 + number)
        endings = [
            (200, "text/plain", "900"),
            (502, "text/html", f"<html><body><h1>502 Bad Gateway</h1><p>{said}</p></body></html>"),
            (200, "application/json", json.dumps({"success": False, "error": f"refused: {said}"})),
            (200, "application/json", json.dumps({"error_code": 900, "error_message": said})),
            accepted(fields, None, success=False, error=202, error_text=f"invalid: {said}"),
            (200, "text/plain", f"12345 {said}"),
            (200, "application/json", json.dumps({"success": "100", "messages": [said]})[:-9]),
            None,
        ]
        if number < len(endings):
            if endings[number] is None:
                self.remember(fields, message_id)
            return endings[number]
        self.remember(fields, message_id)
        return accepted(fields, message_id)

    def remember(self, fields, message_id):
        self.messages.append({"id": message_id, "to": fields["to"], "from": fields.get("from"), "text": fields["text"],
                              "timestamp": now(), "price": "0.075"})


class Sweep(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.home = self.folder / "home"
        self.config = self.folder / "config.json"  # outside of what is swept: the person's own file
        self.log = self.folder / "log"
        self.seen = []  # titles and argument lists
        self.notifications = Notifications()
        self.seven = Seven()
        self.peer = Peer(self.seven)
        self.addCleanup(self.peer.close)
        self.write_config(KEY)

    def write_config(self, key):
        templates = [{"usageType": usage, "content": "{{code}} is your code."} for usage in ("Generic", "SignIn")]
        self.config.write_text(json.dumps({"apiKey": key, "from": "Acme", "templates": templates}, indent=2))

    def environment(self):
        names = {"HOME": "", "XDG_DATA_HOME": "data", "XDG_STATE_HOME": "state", "XDG_CACHE_HOME": "cache",
                 "XDG_CONFIG_HOME": "config", "TMPDIR": "tmp"}
        environment = dict(os.environ, G_MESSAGES_DEBUG="all", SECRET_BACKEND="file",
                           SECRET_FILE_TEST_PATH=str(self.home / "keyring"), SECRET_FILE_TEST_PASSWORD="example")
        for name, part in names.items():
            path = self.home / part
            path.mkdir(parents=True, exist_ok=True)
            environment[name] = str(path)
        return environment

    def start(self):
        with self.log.open("ab") as log:
            console = Console(self.peer.url, str(self.config), program=os.environ["SEVEN_SWEEP_CONSOLE"],
                              environment=self.environment(), output=log)
        self.addCleanup(console.close)
        self.look_at(console)
        return console

    def look_at(self, console):
        for name in ("cmdline", "environ", "comm"):
            self.seen.append(pathlib.Path(f"/proc/{console.process.pid}/{name}").read_bytes().decode("utf-8", "replace"))
        self.seen.extend(node.get_name() or "" for node in console.all(("frame", "window", "dialog")))

    def history(self):
        """The states of all tests that the history has, the newest first; as another process sees them."""
        done = subprocess.run([os.environ["SEVEN_CONNECTOR"], "history", "--format=json"], env=self.environment(),
                              capture_output=True, check=True)
        return [entry["state"] for entry in json.loads(done.stdout)]

    def send(self, console, state):
        """One live send, asked for and agreed to; until it is in the history as what it is."""
        before = len(self.history())
        console.press("Send Test SMS")
        console.press("_Send and Pay")
        wait_for(f"a send that is {state}", lambda: len(self.seven.sends) > before and self.history()[:1] == [state])
        self.assertEqual(len(self.history()), before + 1)
        self.look_at(console)

    def files(self):
        for path in sorted(self.home.rglob("*")):
            if path.is_file() and not path.is_symlink():
                yield str(path.relative_to(self.home)), path.read_bytes().decode("utf-8", "replace")

    def choose_live(self, console):
        """The pane is entered at its first row, the gateway: the second of them."""
        console.type_keys("alt+4")
        console.type_keys("Return", "Home", "Down", "Return")
        console.fill("Recipient", NUMBER)
        console.fill("Code", CODE)

    def ask_seven(self, console):
        """What can be asked with the key without sending anything."""
        console.press("C_heck")
        wait_for("a balance", lambda: self.peer.count("/api/balance") == 1)
        console.wait_until_says("44.63")
        self.look_at(console)

    def try_every_template(self, console):
        before = len(self.history())
        console.press("Every Template")
        console.press("_Send and Pay")
        wait_for("two tests more", lambda: self.history()[:2] == ["accepted"] * 2 and len(self.history()) == before + 2)
        self.look_at(console)
        console.type_keys("ctrl+w")  # the series' own window

    def keep_key(self, console):
        """Into the keyring and out of the file; and it is sent with all the same."""
        console.press("_Keep")
        console.wait_until_says("The file still holds it until you save")
        console.press("_Save")
        wait_for("a file without the key", lambda: KEY not in self.config.read_text())
        self.assertIn("<your-api-key>", self.config.read_text())
        before = len(self.peer.requests)
        console.press("New code")
        self.send(console, "accepted")
        self.assertIn(KEY, {key for _path, _fields, key in self.peer.requests[before:]})

    def kill(self, console):
        """Ends it while an answer is awaited."""
        before = self.peer.count("/api/sms")
        self.peer.holding.set()
        console.press("Send Test SMS")
        console.press("_Send and Pay")
        wait_for("a send that hangs", lambda: self.peer.count("/api/sms") > before)
        console.process.send_signal(signal.SIGKILL)
        console.process.wait(driver.LIMIT)
        self.peer.holding.clear()
        self.peer.released.set()

    def test_secrets_stay_where_they_are(self):
        console = self.start()
        self.choose_live(console)
        for state in ("refused", "unknown", "refused", "refused", "refused", "unknown", "unknown", "unknown"):
            self.send(console, state)
        console.press("Look It Up")
        console.wait_until_says("Delivered")
        self.send(console, "accepted")
        self.assertEqual({fields["to"] for fields in self.seven.sends}, {DIGITS})
        self.assertTrue(all(CODE in fields["text"] for fields in self.seven.sends))
        self.assertIn(KEY, {key for _path, _fields, key in self.peer.requests})
        self.ask_seven(console)
        self.try_every_template(console)
        self.keep_key(console)
        console.fill("Code", CODE)
        self.kill(console)

        # A window that is not in front tells on the desktop that the SMS has arrived.
        console = self.start()
        self.assertEqual(self.history()[0], "unknown")
        console.press("Test")
        console.fill("Recipient", NUMBER)
        console.fill("Code", CODE)
        console.press("Send Test SMS")
        wait_for("a notification", lambda: self.notifications.shown)
        console.type_keys("ctrl+h")
        console.wait_until_says("14 tests")
        self.look_at(console)
        console.close()
        self.sweep()

    def sweep(self):
        places = [("what was seen", "\n".join(self.seen)), ("the log", self.log.read_text(errors="replace")),
                  ("a notification", "\n".join(self.notifications.shown)), *self.files()]
        # What may be kept is found, so what is looked for would be, too.
        for masked in ("+120…43", "API key refused"):
            self.assertTrue(any("history.db" in name and masked in text for name, text in places), masked)
        for what, spellings in SECRETS.items():
            for name, text in places:
                for spelling in spellings:
                    self.assertNotIn(spelling, text, f"{what} is in {name}")


if __name__ == "__main__":
    main()
