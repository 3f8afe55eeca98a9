// SPDX-FileCopyrightText: The Seven Console authors
// SPDX-License-Identifier: MIT

// Our strict JSON reader against JSON.parse; the connector's guard against the same guard made with zod.

import { Random, ask, compare, finish, require } from './oracle.mjs';

const { z } = require('zod');
const random = new Random(20260723);

const WORDS = ['apiKey', 'from', 'templates', 'content', 'usageType', '__proto__', 'constructor', '', 'ü', '😀', 'a b'];
const ESCAPES = ['\\n', '\\u00e9', '\\ud83d\\ude00', '\\ud800', '\\udc00x', '\\u0000', '\\"', '\\\\', '\\/', '\\b', '\\f', '\\t'];
const SPACES = ['', '', '', ' ', '\n', '\r\n', '\t', '  '];
const NUMBERS = ['0', '-0', '1', '-1', '1.5', '1e3', '1E+3', '1e-3', '1e999', '-1e999', '5e-324', '0.1', '123456789012345678901234567890',
  '1.7976931348623157e308', '9007199254740993', '0.075', '2.2250738585072014E-308'];
const space = () => random.pick(SPACES);

function makeString() {
  const pieces = random.times(5, () => (random.below(3) === 0 ? random.pick(ESCAPES) : random.pick(WORDS)));
  return `"${pieces.join('')}"`;
}

function makeValue(depth) {
  const kind = random.below(depth > 4 ? 4 : 6);
  const inner = () => space() + makeValue(depth + 1) + space();
  switch (kind) {
    case 0: return random.pick(['null', 'true', 'false']);
    case 1: return random.pick(NUMBERS);
    case 2:
    case 3: return makeString();
    case 4: return `[${random.times(4, inner).join(',') || space()}]`;
    default: return `{${random.times(4, () => `${space()}${makeString()}${space()}:${inner()}`).join(',') || space()}}`;
  }
}

const CUTTINGS = ['{', '}', '[', ']', ',', ':', '"', '\\', '\\u', '0', '1', '-', '+', '.', 'e', 'E', 'n', 'null', 'true', 'NaN', 'Infinity',
  'undefined', "'", '`', '//', '/* */', '#', ' ', '\n', '\r', '\t', '\v', '\f', '\u00a0', '\u2028', '\ufeff', '\u0001', '\u007f', '\0', '01',
  '1.', '.5', '0x1', '1_0', '\\x41', '\\u12', '“', '”', '{}', '[]', ',,', '😀'];

function mutate(text) {
  const characters = Array.from(text);
  const at = random.below(characters.length + 1);
  const removed = random.pick([0, 0, 1, 1, 2, 5]);
  characters.splice(at, removed, ...(random.below(4) === 0 ? [] : [random.pick(CUTTINGS)]));
  return random.below(3) === 0 ? mutate(characters.join('')) : characters.join('');
}

/* A lone surrogate reads as U+FFFD with us: it could not be said in UTF-8. */
const wellFormed = (string) => string.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');

function spell(value) {
  if (typeof value === 'number') {
    return Object.is(value, -0) ? '-0' : String(value);
  }
  if (typeof value === 'string') {
    return JSON.stringify(wellFormed(value));
  }
  if (Array.isArray(value)) {
    return `[${value.map(spell).join(',')}]`;
  }
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).map(([name, inner]) => [JSON.stringify(wellFormed(name)), spell(inner)]);
    return `{${[...new Map(entries)].sort(byName).map(([name, inner]) => `${name}:${inner}`).join(',')}}`;
  }
  return String(value);
}

const byName = ([a], [b]) => (a < b ? -1 : a > b ? 1 : 0);

function spellOurs(value) {
  if (Array.isArray(value)) {
    return `[${value.map(spellOurs).join(',')}]`;
  }
  if (value !== null && typeof value === 'object' && 'number' in value) {
    return spell(Number(value.number === 'inf' ? Infinity : value.number === '-inf' ? -Infinity : value.number));
  }
  if (value !== null && typeof value === 'object') {
    const entries = value.members.map(([name, inner]) => [JSON.stringify(name), spellOurs(inner)]);
    return `{${[...new Map(entries)].sort(byName).map(([name, inner]) => `${name}:${inner}`).join(',')}}`;
  }
  return spell(value);
}

function parseTheirs(text) {
  try {
    return spell(JSON.parse(text));
  } catch {
    return 'refused';
  }
}

/* Two names that differ in lone surrogates alone are one name with us: such texts are left to our own tables. */
const distinct = (text) => !/\\ud[89a-f]/i.test(text) || parseTheirs(text) === 'refused';

function compareJson(name, least, texts) {
  const answers = ask('json', texts.map((text) => [text]));
  compare(name, least, texts.map((input, i) => ({
    input, theirs: parseTheirs(input), ours: answers[i].accepted ? spellOurs(answers[i].value) : 'refused',
  })));
}

const documents = Array.from({ length: 6000 }, () => space() + makeValue(0) + space());
compareJson('generated texts', 5000, documents);
compareJson('mutated texts', 10000, Array.from({ length: 14000 }, () => mutate(random.pick(documents))).filter(distinct));
compareJson('fragments', 3000, Array.from({ length: 4000 }, () => random.times(6, () => random.pick(CUTTINGS)).join('')).filter(distinct));
compareJson('nesting up to our limit', 4, [1, 2, 511, 512].map((depth) => '['.repeat(depth) + ']'.repeat(depth)));

const guard = z.object({
  apiKey: z.string(),
  from: z.string().optional(),
  templates: z.array(z.object({ content: z.string(), usageType: z.string() })),
});

function makeConfig() {
  const value = () => random.pick([makeString(), makeString(), makeString(), makeString(), makeString(), 'null', '1', '[]', '{}', 'true']);
  const members = (names) => names.flatMap((name) => random.pick([[name], [name], [name], [name], [name], [name], [], [name, name]]));
  const template = () => `{${members(['content', 'usageType', 'extra']).map((name) => `"${name}":${value()}`).join(',')}}`;
  const templates = () => random.pick([() => `[${random.times(4, template).join(',')}]`, () => `[${template()}]`, () => '[]', value])();
  const config = members(['apiKey', 'from', 'templates', '__proto__'])
    .map((name) => `"${name}":${name === 'templates' ? templates() : value()}`);
  return random.below(30) === 0 ? value() : `{${config.join(',')}}`;
}

const configs = Array.from({ length: 8000 }, makeConfig);
const verdicts = ask('guard', configs.map((text) => [text]));
const cases = configs.map((input, i) => ({ input, ours: verdicts[i], theirs: guard.safeParse(JSON.parse(input)).success }));
compare('configs before the guard', 8000, cases);
compare('of which some are accepted and some are not', 2, [true, false].map((verdict) => ({
  input: verdict, ours: cases.filter(({ theirs }) => theirs === verdict).length > 500, theirs: true,
})));
finish();
