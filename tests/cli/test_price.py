# SPDX-FileCopyrightText: The Seven Console authors
# SPDX-License-Identifier: MIT

import json

from connector import ConnectorCase, Gateway, main, run

MEMBERS = ["country", "country_name", "lowest", "highest", "networks", "code", "error"]
KEY = {"SEVEN_API_KEY": "example-key-not-real"}
COUNTRIES = json.dumps({"countries": [
    {"countryCode": "DE", "countryName": "Germany", "networks": [{"networkName": "Other", "price": 9}]},
    {"countryCode": "AT", "countryName": "Austria", "networks": [
        {"networkName": "One", "price": 0.075, "features": ["alpha", "numeric", "dlr"]},
        {"networkName": "Two & more", "price": "0.0825", "features": ["ALPHA"]},
        {"networkName": None, "price": None, "features": None}]}]}).encode()
NETWORKS = [
    {"name": "One", "price": 0.075, "alpha": True, "numeric": True},
    {"name": "Two & more", "price": 0.0825, "alpha": True, "numeric": False},
    {"name": "", "price": None, "alpha": False, "numeric": False},
]


class Price(ConnectorCase):
    def test_networks(self):
        for country in ("AT", "at"):
            gateway = Gateway(self, pricing=COUNTRIES)
            found = self.run_json(0, "price", country, f"--gateway={gateway.url}", env=KEY)
            self.assertEqual(list(found), MEMBERS)
            self.assertEqual(found, {"country": "AT", "country_name": "Austria", "lowest": 0.075, "highest": 0.0825,
                                     "networks": NETWORKS, "code": None, "error": None})
            self.assertEqual(gateway.requests,
                             [("GET", "/api/pricing?country=at&format=json", "example-key-not-real")])

    def test_a_table(self):
        gateway = Gateway(self, pricing=COUNTRIES)
        done = run("price", "at", f"--gateway={gateway.url}", env=KEY)
        self.assertEqual(done.returncode, 0)
        self.assertEqual(done.stdout.splitlines()[:5], [
            "Austria (AT)",
            "Network     Price per part  Senders",
            "One                  0.075  alphanumeric, numeric",
            "Two & more          0.0825  alphanumeric",
            "—                        —  —"])

    def test_german_columns(self):
        gateway = Gateway(self, pricing=COUNTRIES)
        done = run("price", "at", f"--gateway={gateway.url}", env={**KEY, "LC_ALL": "C.UTF-8", "LANGUAGE": "de"})
        title, head, first, *_ = done.stdout.splitlines()
        self.assertEqual(title, "Österreich (AT)")
        self.assertEqual(head.index("Absender"), first.index("alphanumerisch"))

    def test_no_price(self):
        for reply, code, status in (
                (b'{"countries":[]}', None, 1), (COUNTRIES, None, 1), (b"900", 900, 1), (b'{"success":"902"}', 902, 1),
                (b"{}", None, 3), (b"", None, 3), ((502, b"<html>"), None, 3), (b'{"countries":[{', None, 3)):
            with self.subTest(reply=reply):
                gateway = Gateway(self, pricing=reply)
                found = self.run_json(status, "price", "GB", f"--gateway={gateway.url}", env=KEY)
                self.assertEqual(list(found), MEMBERS)
                self.assertEqual((found["country"], found["lowest"], found["networks"], found["code"]),
                                 ("GB", None, [], code))
                self.assertGreater(len(found["error"]), 10)

    def test_the_sandbox(self):
        _, address = self.start_sandbox()
        for gateway in (address, "sandbox"):
            found = self.run_json(0, "price", "gb", f"--gateway={gateway}", env=KEY)
            self.assertEqual((found["lowest"], found["highest"]), (0.075, 0.075))

    def test_wrong_use_no_request(self):
        gateway = Gateway(self, pricing=COUNTRIES)
        here = ("price", f"--gateway={gateway.url}")
        self.assert_misuse(*here, env=KEY, saying="country")
        self.assert_misuse(*here, "AT", "DE", env=KEY)
        self.assert_misuse(*here, "AT", saying="SEVEN_API_KEY")
        for country in ("ZZ", "AUT", "Austria", "43", "", "%s", "ä"):
            self.assert_misuse(*here, country, env=KEY, saying="two letters")
        self.assertEqual(gateway.requests, [])


if __name__ == "__main__":
    main()
