// SPDX-FileCopyrightText: The Seven Console authors
// SPDX-License-Identifier: MIT

// The request's body against what sms77-client really sends to a server; what Logto would be told against whether it throws.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { runInThisContext } from 'node:vm';

import { Random, ask, compare, finish, packageFile } from './oracle.mjs';

const random = new Random(900);

/* The bundle keeps the client to itself: its last call hands out an empty module. Leaving that call out gives its loader. */
function loadClient() {
  const bundle = readFileSync(packageFile('sms77-client', 'dist', 'Sms77Client.umd.js'), 'utf8');
  const opened = bundle.replace(/(\},\{\},\[1\]\))\(1\)(\s*\}\);\s*)$/, '$1$2');
  if (opened === bundle) {
    throw new Error('this is not the bundle of sms77-client 2.27.0');
  }
  runInThisContext(opened);
  return globalThis.Sms77Client(3).default;
}

let received = '';
let reply = Buffer.from('100');
const server = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  received = Buffer.concat(chunks).toString('latin1');
  response.end(reply);
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const origin = `http://127.0.0.1:${server.address().port}`;

/* The client's host is built in: its own fetch goes to the server of this test. */
const fetchForReal = globalThis.fetch;
globalThis.fetch = (url, options) => fetchForReal(String(url).replace(/^https:\/\/[^/]+/, origin), options);
const Client = loadClient();
const client = new Client('key', 'Logto');

async function sendTheirs(from, text, to) {
  await client.sms({ from, json: true, text, to });
  return received;
}

async function throwsTheirs(body) {
  reply = body;
  try {
    await client.sms({ from: 'Acme', json: true, text: 'x', to: '447700900123' });
    return 'success';
  } catch {
    return 'error';
  }
}

const PIECES = ['Acme', ' ', '+', '&', '=', '%', '~', '*', '-', '.', '_', '!', '(', ')', "'", '"', '/', '?', '#', '\n', '\r\n', 'ü', '’', '中', '😀',
  '\u0001', '@', '123456', '\t'];
const wires = Array.from({ length: 400 }, () => [
  random.times(4, () => random.pick(PIECES)).join(''), random.times(12, () => random.pick(PIECES)).join(''), '447700900123']);
const bodies = [];
for (const wire of wires) {
  bodies.push(await sendTheirs(...wire));
}
const ours = ask('body', wires);
compare('bodies', 400, wires.map((input, i) => ({ input, ours: ours[i], theirs: bodies[i] })));

const CODES = [100, 101, 201, 202, 300, 301, 304, 305, 306, 307, 308, 400, 401, 402, 403, 500, 600, 603, 700, 801, 802, 803, 900, 901, 902, 903,
  11, 0, 1, 99, 12345, -900];
const SHAPES = [(code) => `${code}`, (code) => `"${code}"`, (code) => ` ${code}\n`, (code) => `${code}\n77229135982`, (code) => `${code} foo`,
  (code) => `${code}foo`, (code) => `${code}.0`, (code) => `${code}.5`, (code) => `+${code}`, (code) => `"+${code}"`, (code) => `" ${code}"`,
  (code) => `"\\n${code}"`, (code) => `0${code}`, (code) => `${code}e0`, (code) => `9e2 ${code}`, (code) => `\u00a0${code}`, (code) => `\ufeff${code}`,
  (code) => `[${code}]`, (code) => `{"success":"${code}"}`, (code) => `{"success":${code}}`, (code) => `{"code":"${code}"}`, (code) => `x${code}`,
  (code) => `"${code}`, (code) => `<html>${code}</html>`, (code) => `${code},5`, (code) => `"${code} \\u0000"`, (code) => `0x${code}`];
const OTHERS = ['', ' ', 'null', 'true', 'NaN', 'Infinity', '"Infinity"', '-', '+', '.', '.9e3', '900.', '9e2', '90e1', '9000e-1', '0.9e3', '[]', '{}', '"', '\0', 'e',
  '900e', '900e+', '900e999', '1e400', '9007199254740993'];
const replies = [...CODES.flatMap((code) => SHAPES.map((shape) => shape(code))), ...OTHERS].map((text) => Buffer.from(text, 'utf8'));
replies.push(Buffer.from([0xff, 0xfe]), Buffer.from([0x39, 0x30, 0x30, 0xff]), Buffer.from([0xef, 0xbb, 0xbf, 0x39, 0x30, 0x30]));
const told = [];
for (const body of replies) {
  told.push(await throwsTheirs(body));
}
const verdicts = ask('outcome', replies.map((body) => [body]));
compare('what Logto is told', 800, replies.map((body, i) => ({ input: body.toString('latin1'), ours: verdicts[i], theirs: told[i] })));

server.closeAllConnections();
server.close();
finish();
