import { unzipSync, zipSync } from 'fflate';
import type { SourceFile } from '../../src/core/formats/format.ts';
import { mutant } from '../../tests/core/formats/real-files.ts';

/** Numbers that files are not expected to hold where they hold others. */
const odd = ['-1', '0', '1', '2147483648', '4294967295', '1e309', '0.5', '99999999999999999999', 'NaN'];
/** What has a meaning in some format, each of which may be put in where it has no business. */
const marks = [
  '<',
  '</',
  '<p>',
  '</p>',
  '<!--',
  '&',
  '&#0;',
  ']]>',
  '"',
  "'",
  '\t',
  '\n',
  '\r',
  '\\',
  '{\\',
  '#',
];

/** A file of that one damaged, the same for the same seed: as a whole, in one of its numbers, by a mark, or, of a ZIP, in one of the files in it. */
export function damaged(file: SourceFile, seed: number): SourceFile {
  if (seed % 3 === 0) return mutant(file, seed);
  if (!isZip(file.bytes)) return damagedInside(file, seed);
  try {
    const parts = unzipSync(file.bytes);
    const names = Object.keys(parts).sort();
    const name = names[Math.floor(seed / 3) % names.length];
    const bytes = name === undefined ? undefined : parts[name];
    if (name === undefined || bytes === undefined) return mutant(file, seed);
    return {
      name: file.name,
      bytes: zipSync({ ...parts, [name]: damaged({ name, bytes }, seed).bytes }, { level: 1 }),
    };
  } catch {
    return mutant(file, seed);
  }
}

/** @param seed one that is no multiple of three */
function damagedInside(file: SourceFile, seed: number): SourceFile {
  if (seed % 3 === 1) return withOddNumber(file, seed);
  const kind = Math.floor(seed / 3) % 4;
  if (kind === 0) return withMarks(file, seed);
  if (kind === 1) return withZeroTail(file, seed);
  return kind === 2 ? withSwappedHalves(file, seed) : mutant(file, seed);
}

/** The file with one of its numbers made another: it stays well-formed as a rule, and comes further than one that is not. */
function withOddNumber({ name, bytes }: SourceFile, seed: number): SourceFile {
  // Each byte is a character, so that what is not changed stays as it is.
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const numbers = [...text.matchAll(/\d+/g)];
  const found = numbers[(seed * 7919) % Math.max(1, numbers.length)];
  if (found === undefined) return mutant({ name, bytes }, seed);
  const put = odd[seed % odd.length] ?? '0';
  const changed = text.slice(0, found.index) + put + text.slice(found.index + found[0].length);
  return { name, bytes: Uint8Array.from(changed, (character) => character.charCodeAt(0)) };
}

/** The file with a mark put in, at two places. */
function withMarks({ name, bytes }: SourceFile, seed: number): SourceFile {
  const mark = new TextEncoder().encode(marks[seed % marks.length]);
  const [first, second] = twoPlaces(bytes, seed);
  return {
    name,
    bytes: joined(
      bytes.subarray(0, first),
      mark,
      bytes.subarray(first, second),
      mark,
      bytes.subarray(second),
    ),
  };
}

/** As a disk leaves a file that was not written to its end. */
function withZeroTail({ name, bytes }: SourceFile, seed: number): SourceFile {
  return { name, bytes: Uint8Array.from(bytes).fill(0, twoPlaces(bytes, seed)[0]) };
}

/** Two stretches of the middle in each other's place. */
function withSwappedHalves({ name, bytes }: SourceFile, seed: number): SourceFile {
  const [first, end] = twoPlaces(bytes, seed);
  const middle = Math.floor((first + end) / 2);
  return {
    name,
    bytes: joined(
      bytes.subarray(0, first),
      bytes.subarray(middle, end),
      bytes.subarray(first, middle),
      bytes.subarray(end),
    ),
  };
}

/** In order. The factors are primes, so that seeds beside each other lie apart. */
function twoPlaces({ length }: Uint8Array, seed: number): [number, number] {
  const [a, b] = [(seed * 7919) % (length + 1), (seed * 104_729) % (length + 1)];
  return [Math.min(a, b), Math.max(a, b)];
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}
