import { unzipSync, zipSync } from 'fflate';
import type { SourceFile } from '../../src/core/formats/format.ts';
import { mutant } from '../../tests/core/formats/real-files.ts';

/** Numbers that files are not expected to hold where they hold others. */
const odd = ['-1', '0', '1', '2147483648', '4294967295', '1e309', '0.5', '99999999999999999999', 'NaN'];

/** A file of that one damaged, the same for the same seed: as a whole, in one of its numbers or, of a ZIP, in one of the files in it. */
export function damaged(file: SourceFile, seed: number): SourceFile {
  if (seed % 3 === 0) return mutant(file, seed);
  if (!isZip(file.bytes)) return seed % 3 === 1 ? withOddNumber(file, seed) : mutant(file, seed);
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

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}
