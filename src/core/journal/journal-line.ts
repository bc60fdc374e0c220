import { crc32 } from './crc32.ts';

/** An entry as it lies in a segment: its number and one line of JSON. */
export interface JournalEntry {
  readonly seq: number;
  readonly json: string;
}

/** An entry found in a segment's bytes: `start` to `end` is its JSON. */
export interface FoundEntry {
  readonly seq: number;
  readonly crc: number;
  readonly start: number;
  readonly end: number;
}

const space = 0x20;
const digitZero = 0x30;
const checksumDigits = 8;
/** More digits than that no safe integer has. */
const mostSeqDigits = 16;

/** Why an entry cannot be a line of the journal, or undefined when it can. Anything that would come back otherwise than it was given. */
export function lineFault({ json }: JournalEntry): string | undefined {
  if (json.length === 0) return 'it is empty';
  if (/[\n\r]/.test(json)) return 'it holds a line break';
  if (/\p{Surrogate}/u.test(json)) return 'it holds half of a surrogate pair';
  return undefined;
}

/** A line: checksum of what follows it, eight hexadecimal digits; number; JSON; line end. */
export function encodeLine({ seq, json }: JournalEntry): {
  readonly bytes: Uint8Array;
  readonly crc: number;
} {
  const line = new TextEncoder().encode(`${'0'.repeat(checksumDigits)} ${seq} ${json}\n`);
  const crc = crc32(line, checksumDigits + 1, line.length - 1);
  for (const [index, digit] of [...checksumText(crc)].entries()) line[index] = digit.charCodeAt(0);
  return { bytes: line, crc };
}

/** Reads the line that stands between two offsets, its line end not included. Undefined when it is not whole and right. */
export function decodeLine(bytes: Uint8Array, start: number, end: number): FoundEntry | undefined {
  const seqStart = start + checksumDigits + 1;
  if (end <= seqStart || bytes[seqStart - 1] !== space) return undefined;
  let seq = 0;
  let at = seqStart;
  for (; at < end && bytes[at] !== space; at++) {
    const digit = (bytes[at] ?? 0) - digitZero;
    if (digit < 0 || digit > 9 || at - seqStart >= mostSeqDigits) return undefined;
    seq = seq * 10 + digit;
  }
  if (at === seqStart || at + 1 >= end || !Number.isSafeInteger(seq) || seq === 0) return undefined;
  const crc = crc32(bytes, seqStart, end);
  const expected = checksumText(crc);
  for (let index = 0; index < checksumDigits; index++) {
    if (bytes[start + index] !== expected.charCodeAt(index)) return undefined;
  }
  return { seq, crc, start: at + 1, end };
}

function checksumText(crc: number): string {
  return crc.toString(16).padStart(checksumDigits, '0');
}
