import { failure, type Result, success } from '../model/result.ts';
import { hasTooManyControls, signatureOf } from './binary-content.ts';
import { canonicalText } from './canonical-text.ts';
import { guessEncoding } from './guess-encoding.ts';
import { decodeStrictly, decodeWith, encodingName } from './text-decoding.ts';
import { byteOrderMarkOf, looksLikeIso2022Jp, nearlyUtf8, utf16WithoutMark } from './unicode-encodings.ts';

/** The canonical text of a file and how it was read. */
export interface DecodedText {
  readonly text: string;
  /** WHATWG name, lower case. */
  readonly encoding: string;
  /** True when the bytes began with a byte order mark. */
  readonly byteOrderMark: boolean;
  /** Malformed sequences and lone surrogates that became U+FFFD. */
  readonly replacements: number;
  /** What told the encoding: its mark, its being valid UTF-8, statistics, or the caller. */
  readonly detected: 'bom' | 'utf-8' | 'guess' | 'chosen';
  /** 0 to 1; 1 unless guessed. */
  readonly confidence: number;
}

/** Why bytes are not an article. `message` is a sentence about "the file", for the person. */
export interface DecodeFailure {
  readonly code: 'empty' | 'binary' | 'unknown-encoding';
  readonly message: string;
}

interface Reading {
  readonly encoding: string;
  readonly detected: DecodedText['detected'];
  readonly confidence: number;
}

/**
 * Bytes as canonical text. Without a chosen `encoding` (any WHATWG label) it is told in this order: byte order mark; UTF-16 without one, by where its NULs
 * stand; ISO-2022-JP by its escapes; valid UTF-8; UTF-8 with few faults; a guess. A mark of the encoding in use is left out
 * of the text. What other programs' files begin with is refused whatever encoding was chosen; the share of control characters
 * only counts while the encoding is to be found. NULs are allowed, few, in valid UTF-8 alone.
 */
export function decodeBytes(bytes: Uint8Array, encoding?: string): Result<DecodedText, DecodeFailure> {
  if (bytes.length === 0) return refuse('empty', 'The file is empty.');
  const signature = signatureOf(bytes);
  if (signature !== undefined) return refuse('binary', `The file is ${signature}, not plain text.`);
  const reading = encoding === undefined ? detect(bytes) : choose(encoding);
  if (!reading.ok) return reading;
  const raw = decodeWith(bytes, reading.value.encoding);
  const { text, replacements } = canonicalText(raw);
  if (text.trim() === '') return refuse('empty', 'The file holds nothing but white space.');
  return success({
    ...reading.value,
    text,
    byteOrderMark: byteOrderMarkOf(bytes) === reading.value.encoding,
    replacements: replacements + replaced(bytes, raw, reading.value.encoding),
  });
}

function choose(label: string): Result<Reading, DecodeFailure> {
  const encoding = encodingName(label);
  if (encoding === undefined)
    return refuse('unknown-encoding', `There is no encoding named “${label}” here.`);
  return success({ encoding, detected: 'chosen', confidence: 1 });
}

function detect(bytes: Uint8Array): Result<Reading, DecodeFailure> {
  const marked = byteOrderMarkOf(bytes);
  if (marked === 'utf-32') {
    return refuse('unknown-encoding', 'The file is in UTF-32, which cannot be read here. Save it as UTF-8.');
  }
  if (marked !== undefined) return success({ encoding: marked, detected: 'bom', confidence: 1 });
  const utf16 = utf16WithoutMark(bytes);
  if (utf16 !== undefined) return success({ encoding: utf16, detected: 'guess', confidence: 0.9 });
  if (hasTooManyControls(bytes))
    return refuse('binary', 'The file is not text: it is full of control characters.');
  if (looksLikeIso2022Jp(bytes))
    return success({ encoding: 'iso-2022-jp', detected: 'guess', confidence: 0.95 });
  if (decodeStrictly(bytes, 'utf-8') !== undefined) {
    return success({ encoding: 'utf-8', detected: 'utf-8', confidence: 1 });
  }
  if (nearlyUtf8(bytes)) return success({ encoding: 'utf-8', detected: 'guess', confidence: 0.8 });
  if (bytes.includes(0)) return refuse('binary', 'The file is not text: it holds NUL bytes.');
  return success({ ...guessEncoding(bytes), detected: 'guess' });
}

/** How many U+FFFD in `raw` the decoder made: those that UTF-8 or UTF-16 spelt out were there before. */
function replaced(bytes: Uint8Array, raw: string, encoding: string): number {
  const made = raw.split('\ufffd').length - 1;
  if (made === 0) return 0;
  return Math.max(0, made - spelledReplacements(bytes, encoding));
}

function spelledReplacements(bytes: Uint8Array, encoding: string): number {
  let spelled = 0;
  if (encoding === 'utf-8') {
    for (let i = 0; i + 2 < bytes.length; i++) {
      if (bytes[i] === 0xef && bytes[i + 1] === 0xbf && bytes[i + 2] === 0xbd) spelled += 1;
    }
  } else if (encoding.startsWith('utf-16')) {
    const [first, second] = encoding === 'utf-16le' ? [0xfd, 0xff] : [0xff, 0xfd];
    for (let i = 0; i + 1 < bytes.length; i += 2) {
      if (bytes[i] === first && bytes[i + 1] === second) spelled += 1;
    }
  }
  return spelled;
}

function refuse(code: DecodeFailure['code'], message: string): Result<never, DecodeFailure> {
  return failure({ code, message });
}
