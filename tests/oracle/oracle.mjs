// SPDX-FileCopyrightText: The Seven Console authors
// SPDX-License-Identifier: MIT

// What all oracle programs share: the questions to the probe, random material that is the same in every run, TAP.
// Called as: node PROGRAM PROBE FOLDER-OF-NODE-MODULES

import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [, , probe, packages] = process.argv;

/** A package of others, from the folder that the lock file filled. */
export const require = createRequire(join(resolve(packages), 'package.json'));

export function packageFile(...path) {
  return join(resolve(packages), 'node_modules', ...path);
}

const base64 = (argument) => (Buffer.isBuffer(argument) ? argument : Buffer.from(argument, 'utf8')).toString('base64');

/** Asks the program's engine many questions of one mode; each is an array of strings or buffers. */
export function ask(mode, questions) {
  const input = questions.map((question) => [mode, ...question.map(base64)].join(' ') + '\n').join('');
  const done = spawnSync(probe, { input, maxBuffer: 1 << 30 });
  if (done.status !== 0) {
    throw new Error(`the probe ended with ${done.status ?? done.signal}: ${done.stderr}`);
  }
  const answers = done.stdout.toString('utf8').split('\n').slice(0, -1).map((line) => JSON.parse(line));
  if (answers.length !== questions.length) {
    throw new Error(`${questions.length} questions, ${answers.length} answers`);
  }
  return answers;
}

/** Random numbers that are the same in every run (xorshift32). */
export class Random {
  constructor(seed) {
    this.state = seed >>> 0 || 1;
  }

  /** From 0 to below limit. */
  below(limit) {
    this.state ^= this.state << 13;
    this.state >>>= 0;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    this.state >>>= 0;
    return this.state % limit;
  }

  pick(list) {
    return list[this.below(list.length)];
  }

  times(limit, make) {
    return Array.from({ length: this.below(limit) }, make);
  }
}

let count = 0;
let failed = 0;

/** One TAP line for a whole comparison: at least @least cases, none of them different. */
export function compare(name, least, cases) {
  const different = cases.filter(({ ours, theirs }) => ours !== theirs);
  const good = different.length === 0 && cases.length >= least;
  count += 1;
  failed += good ? 0 : 1;
  console.log(`${good ? 'ok' : 'not ok'} ${count} - ${name} (${cases.length} cases)`);
  for (const { input, ours, theirs } of different.slice(0, 5)) {
    console.log(`# ${JSON.stringify(input).slice(0, 400)}: ours ${ours}, theirs ${theirs}`);
  }
  if (different.length > 0) {
    console.log(`# ${different.length} differ`);
  }
}

export function finish() {
  console.log(`1..${count}`);
  process.exit(failed === 0 && count > 0 ? 0 : 1);
}
