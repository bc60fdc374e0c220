import { type Result, success } from '../../model/result.ts';
import { byteOrderMarkOf } from '../../text/unicode-encodings.ts';
import type { SourceFile } from '../format.ts';
import { type FormatFailure, unreadable } from '../format-failure.ts';

/** How much of a UTF-16 file is turned into UTF-8 at a time, in bytes. */
const chunk = 4 * 1024 * 1024;

/**
 * The WHATWG name of the encoding of JSON that begins with these bytes; `utf-32` so that it can be refused by name. Without a byte order mark it is told as
 * RFC 4627 (section 3) tells it: what JSON begins with is ASCII.
 */
export function jsonEncodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32' {
  const marked = byteOrderMarkOf(bytes);
  if (marked !== undefined) return marked;
  const [a = 1, b = 1, c = 1, d = 1] = bytes;
  if ((a === 0 && b === 0 && c === 0) || (b === 0 && c === 0 && d === 0)) return 'utf-32';
  if (a === 0 && isAscii(b)) return 'utf-16be';
  return b === 0 && isAscii(a) ? 'utf-16le' : 'utf-8';
}

function isAscii(byte: number): boolean {
  return byte > 0 && byte < 0x80;
}

/**
 * The bytes of a JSON file in UTF-8 without a byte order mark, which is all that RFC 8259 (section 8.1) allows. UTF-16, which spreadsheets and older
 * programs write, is made into it; whether UTF-8 is sound is not looked at here.
 */
export function utf8Json({ name, bytes }: SourceFile): Result<Uint8Array, FormatFailure> {
  const encoding = jsonEncodingOf(bytes);
  if (encoding === 'utf-32') {
    return unreadable(
      'unknown-encoding',
      `“${name}” is in UTF-32, which cannot be read here. Save it as UTF-8.`,
    );
  }
  if (encoding !== 'utf-8') return success(transcoded(bytes, encoding));
  return success(byteOrderMarkOf(bytes) === 'utf-8' ? bytes.subarray(3) : bytes);
}

/** UTF-16 as UTF-8. Lone surrogates become U+FFFD, a byte order mark goes. */
function transcoded(bytes: Uint8Array, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (let at = 0; at < bytes.length; at += chunk) {
    const end = Math.min(at + chunk, bytes.length);
    const piece = encoder.encode(decoder.decode(bytes.subarray(at, end), { stream: end < bytes.length }));
    pieces.push(piece);
    length += piece.length;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
