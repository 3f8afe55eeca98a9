// SPDX-FileCopyrightText: The Seven Console authors
// SPDX-License-Identifier: MIT

// A host that speaks HTTP/2 and does to its clients what it is told to: CERTIFICATE KEY WAY. Its first line is its
// port, then comes a line for each request; it ends with its standard input.

import fs from 'node:fs';
import http2 from 'node:http2';

const { NGHTTP2_NO_ERROR, NGHTTP2_INTERNAL_ERROR, NGHTTP2_REFUSED_STREAM, NGHTTP2_HTTP_1_1_REQUIRED } = http2.constants;
const [, , certificate, key, way] = process.argv;

const ways = {
  'accepts': (stream) => { stream.respond({ ':status': 200 }); stream.end('100'); },
  'refuses': (stream) => { stream.respond({ ':status': 200 }); stream.end('900'); },
  'redirects': (stream) => { stream.respond({ ':status': 308, 'location': '/api/other' }); stream.end(); },
  'is misdirected': (stream) => { stream.respond({ ':status': 421 }); stream.end('no'); },
  'says nothing': () => {},
  'ends the stream': (stream) => stream.close(NGHTTP2_NO_ERROR),
  'refuses the stream': (stream) => stream.close(NGHTTP2_REFUSED_STREAM),
  'fails': (stream) => stream.close(NGHTTP2_INTERNAL_ERROR),
  'wants HTTP/1.1': (stream) => stream.close(NGHTTP2_HTTP_1_1_REQUIRED),
  'goes away': (stream) => stream.session.goaway(NGHTTP2_NO_ERROR, 0),
  'goes at once': (stream) => { stream.session.goaway(NGHTTP2_NO_ERROR, 0); stream.session.destroy(); },
  'closes': (stream) => stream.session.destroy(),
  'cuts': (stream) => {
    stream.respond({ ':status': 200, 'content-length': '30' });
    stream.write('{"success":"100"}', () => stream.close(NGHTTP2_INTERNAL_ERROR));
  },
};

const server = http2.createSecureServer({ cert: fs.readFileSync(certificate), key: fs.readFileSync(key) });
server.on('session', (session) => session.on('error', () => {}));
server.on('stream', (stream, headers) => {
  stream.on('error', () => {});
  stream.on('data', () => {});
  stream.on('end', () => {
    console.log(`${headers[':method']} ${headers[':path']}`);
    ways[way](stream);
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.stdin.on('end', () => process.exit(0)).resume();
