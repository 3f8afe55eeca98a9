# SPDX-FileCopyrightText: The Seven Console authors
# SPDX-License-Identifier: MIT

import json
import os
import signal
import subprocess

from connector import CONNECTOR, LIMIT, SAMPLE, ConnectorCase, Gateway, main, run

PROBE = os.environ["SEVEN_KEYRING_PROBE"]
KEY = "example-key-not-real"
NO_BUS = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent/bus"}
VARIABLE = {"SEVEN_API_KEY": "example-key-of-the-variable"}


def uri_of(path):
    return path.resolve().as_uri()


class Keyring(ConnectorCase):
    """The keyring is a file of the test; the person's own and the session bus are out of reach."""

    def setUp(self):
        super().setUp()
        self.keyring = {**NO_BUS, "SECRET_BACKEND": "file", "SECRET_FILE_TEST_PASSWORD": "for tests",
                        "SECRET_FILE_TEST_PATH": str(self.folder / "keyring")}
        self.file = self.config(("Generic", "{{code}}"), apiKey="<your-api-key>")

    def keep(self, path, key=KEY):
        subprocess.run([PROBE, "keep", uri_of(path)], input=key.encode(), env={**os.environ, **self.keyring},
                       check=True, timeout=LIMIT)

    def export(self, *arguments, **env):
        done = run("export", *arguments, env={**self.keyring, **env})
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)["apiKey"]

    def test_export(self):
        self.keep(self.file)
        self.assertEqual(self.export(self.file, "--keyring"), KEY)
        self.assertEqual(self.export(self.file), "<your-api-key>")

    def test_one_file_by_any_name(self):
        self.keep(self.file)
        link = self.folder / "link.json"
        link.symlink_to(self.file.name)
        self.assertEqual(self.export(link, "--keyring"), KEY)
        self.assertEqual(self.export(self.folder / "." / ".." / self.folder.name / "link.json", "--keyring"), KEY)
        self.assertEqual(self.export(os.path.relpath(self.file), "--keyring"), KEY)

    def test_keys_in_their_order(self):
        config = self.config(apiKey="example-key-of-the-config", name="keyed.json")
        key_file = self.write("key", "example-key-of-the-file\n")
        self.keep(config)
        self.assertEqual(self.export(config), "example-key-of-the-config")
        self.assertEqual(self.export(config, **VARIABLE), "example-key-of-the-variable")
        self.assertEqual(self.export(config, "--keyring", **VARIABLE), KEY)
        self.assertEqual(self.export(config, "--keyring", f"--api-key-file={key_file}", **VARIABLE),
                         "example-key-of-the-file")

    def test_balance_and_send(self):
        self.keep(self.file)
        gateway = Gateway(self, balance=b"1.5", sms=b"900")
        done = run("balance", self.file, "--keyring", f"--gateway={gateway.url}", env=self.keyring)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(gateway.requests.pop(), ("GET", "/api/balance", KEY))
        done = run("send", self.file, "--keyring", "--to=+447700900123", f"--gateway={gateway.url}", env=self.keyring)
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertEqual(gateway.requests.pop(), ("POST", "/api/sms", KEY))
        self.assertNotIn(KEY, done.stdout + done.stderr)

    def test_the_sandbox_wants_none(self):
        done = run("send", self.file, "--keyring", "--to=+447700900123", env=NO_BUS)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_wrong_use(self):
        url = "--gateway=http://127.0.0.1:9"
        with open(self.file, "rb") as text:
            self.assert_misuse("export", "-", "--keyring", stdin=text.read(), env=self.keyring, saying="name the file")
        self.assert_misuse("balance", "--keyring", url, env=self.keyring, saying="name the file")
        self.assert_misuse("export", self.file, "--keyring", "--without-key", env=self.keyring, saying="--keyring")
        self.assert_misuse("check", self.file, "--keyring", env=self.keyring)
        self.assert_misuse("price", "DE", "--keyring", env=self.keyring)

    def test_no_key_of_this_file(self):
        self.keep(self.config(name="other.json"))
        for env in (self.keyring, {**self.keyring, **VARIABLE}):
            self.assert_misuse("export", self.file, "--keyring", env=env, saying="no API key for this file")
        self.keep(self.file, "two\nlines")
        self.assert_misuse("export", self.file, "--keyring", env=self.keyring, saying="is no API key")

    def test_no_service(self):
        for arguments in (("export", self.file), ("export", SAMPLE),
                          ("balance", self.file, "--gateway=http://127.0.0.1:9")):
            done = run(*arguments, "--keyring", env={**NO_BUS, **VARIABLE})
            self.assertEqual((done.returncode, done.stdout), (3, ""))
            self.assertIn("There is no keyring service", done.stderr)

    def test_interrupted_while_it_asks(self):
        with subprocess.Popen([PROBE, "serve", uri_of(self.file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              text=True, env={**os.environ, **NO_BUS}) as service:
            env = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": service.stdout.readline().strip()}
            with subprocess.Popen([CONNECTOR, "export", self.file, "--keyring"], env=env, text=True,
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE) as connector:
                self.assertEqual(service.stdout.readline(), "asked\n")
                connector.send_signal(signal.SIGINT)
                output, words = connector.communicate(timeout=LIMIT)
            service.communicate(timeout=LIMIT)
        self.assertEqual((connector.returncode, output), (3, ""))
        self.assertIn("Stopped before the keyring had answered.", words)


if __name__ == "__main__":
    main()
