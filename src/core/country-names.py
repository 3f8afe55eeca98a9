#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Seven Console authors
# SPDX-License-Identifier: MIT
"""Writes iso-codes' English country names as elements of a C array: country-names.py iso_3166-1.json header"""

import json
import sys

with open(sys.argv[1], encoding='utf-8') as source:
    countries = json.load(source)['3166-1']

with open(sys.argv[2], 'w', encoding='utf-8') as header:
    for country in sorted(countries, key=lambda country: country['alpha_2']):
        name = country.get('common_name', country['name'])
        # JSON's quoting is C's as long as nothing is escaped by number, which ensure_ascii=False avoids for names.
        header.write('{ "%s", %s },\n' % (country['alpha_2'], json.dumps(name, ensure_ascii=False)))
