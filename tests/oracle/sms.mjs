// SPDX-FileCopyrightText: The Seven Console authors
// SPDX-License-Identifier: MIT

// Encoding and parts against sms-segments-calculator, rendering against replaceAll.

import { Random, ask, compare, finish, require } from './oracle.mjs';

const { SegmentedMessage } = require('sms-segments-calculator');
const random = new Random(160153);

const GSM = Array.from('@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCXYZÄÖÑÜ§¿abcxyzäöñüà');
const EXTENSION = Array.from('^{}\\[~]|€');
// No combining marks, joiners, flags, CR or LF: the calculator keeps joined graphemes whole.
const OTHERS = Array.from('’“”–…ç`µ中文аб😀🚀ÿΑ');

function makeText() {
  const kind = random.below(4);
  const length = random.pick([0, 1, 3, 30, 66, 67, 68, 69, 70, 71, 133, 134, 135, 152, 153, 154, 159, 160, 161, 305, 306, 307, 459, 460, 700]);
  const alphabet = () => {
    switch (kind) {
      case 0: return GSM;
      case 1: return random.below(6) === 0 ? EXTENSION : GSM;
      case 2: return random.below(40) === 0 ? OTHERS : GSM;
      default: return random.pick([GSM, EXTENSION, OTHERS]);
    }
  };
  return Array.from({ length }, () => random.pick(alphabet())).join('');
}

const texts = Array.from({ length: 6000 }, makeText).filter((text) => text !== '');
const answers = ask('sms', texts.map((text) => [text]));
compare('encoding', 5000, texts.map((input, i) => ({
  input, ours: answers[i].encoding, theirs: new SegmentedMessage(input).encodingName === 'GSM-7' ? 'gsm' : 'ucs2',
})));
compare('parts', 5000, texts.map((input, i) => ({
  input, ours: answers[i].parts, theirs: new SegmentedMessage(input).segmentsCount,
})));

const PIECES = ['{{code}}', '{{code}}', '{{ code }}', '{{{code}}}', '{{Code}}', '{code}', '{{', '}}', '{', '}', 'code', '$&', '$1', ' is your code. ', '😀', '{{code'];
const CODES = ['123456', '000000', '{{code}}', '$&', '', '7'];
const contents = Array.from({ length: 5000 }, () => [random.times(9, () => random.pick(PIECES)).join(''), random.pick(CODES)]);
const rendered = ask('render', contents);
compare('rendering', 5000, contents.map(([content, code], i) => ({
  input: [content, code], ours: rendered[i], theirs: content.replaceAll('{{code}}', () => code),
})));
finish();
