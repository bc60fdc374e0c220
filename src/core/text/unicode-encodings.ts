import { hasTooManyControls } from './binary-content.ts';
import { decodeStrictly } from './text-decoding.ts';

/** The encoding whose byte order mark the bytes begin with; `utf-32` is told so that it can be refused by name. */
export function byteOrderMarkOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32' | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return bytes.length >= 8 && c === 0 && d === 0 ? 'utf-32' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32';
  return undefined;
}

/** How many bytes of a file are looked at for the pattern of NULs. */
const patternSample = 65_536;
/** Every script but some has ASCII spaces, digits or line ends: a hundredth of the characters is little even for Chinese. */
const leastNulShare = 0.01;
/** Decoded in the wrong order, text turns into characters that are no text in far more than this share. */
const mostStrange = 0.02;

/**
 * UTF-16 without a byte order mark, by its pattern: the high bytes of ASCII characters are NUL, and nearly no low byte is. What it decodes to must be text.
 */
export function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, Math.min(bytes.length & ~1, patternSample));
  const nuls = [0, 0];
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) nuls[i & 1] = (nuls[i & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  if (Math.max(even, odd) < Math.max(1, (sample.length / 2) * leastNulShare)) return undefined;
  if (Math.min(even, odd) * 16 > Math.max(even, odd)) return undefined;
  // Without NULs in most places, what also makes good UTF-8 is that, with a stray NUL.
  const isMostlyNul = Math.max(even, odd) * 4 > sample.length;
  if (!isMostlyNul && !hasTooManyControls(sample) && decodeStrictly(sample, 'utf-8', true) !== undefined) {
    return undefined;
  }
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  const text = decodeStrictly(sample, encoding, true);
  if (text === undefined) return undefined;
  const strange = text.match(/[^\p{L}\p{M}\p{N}\p{P}\p{S}\p{Z}\p{Cf}\t\n\r\f]/gu)?.length ?? 0;
  return strange <= text.length * mostStrange ? encoding : undefined;
}

/** True when 7-bit bytes switch to Japanese as ISO-2022-JP does (ESC $ @ or ESC $ B) and decode as such. */
export function looksLikeIso2022Jp(bytes: Uint8Array): boolean {
  let escapes = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte >= 0x80) return false;
    if (byte === 0x1b && bytes[i + 1] === 0x24 && (bytes[i + 2] === 0x40 || bytes[i + 2] === 0x42))
      escapes += 1;
  }
  return escapes > 0 && decodeStrictly(bytes, 'iso-2022-jp') !== undefined;
}

/** How many whole sequences of UTF-8 there must be to each fault: a chance pair of accented letters is one in a text of many. */
const wholeForEachFault = 8;

/**
 * True when the bytes are UTF-8 but for a few faults (cut off at the end, a stray byte, two files put together). Other encodings make a sequence that
 * is valid UTF-8 only by chance, so that faults outnumber them.
 */
export function nearlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  let whole = 0;
  let faults = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0xfffd) faults += 1;
    else if (unit >= 0x80 && !(unit >= 0xdc00 && unit <= 0xdfff)) whole += 1;
  }
  return whole > 0 && whole >= faults * wholeForEachFault;
}
