import type { Result } from '../../model/result.ts';
import { type FormatFailure, unreadable } from '../format-failure.ts';

/** How an OLE compound file begins: an old Word file, or a new one that is encrypted ([MS-OFFCRYPTO], section 2.3.4). */
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

export function isCompoundFile(bytes: Uint8Array): boolean {
  return compoundFile.every((byte, i) => bytes[i] === byte);
}

/** The failure that says of a document by its name what a clause says of “it”. @param kind as in “a Word document” */
export function unreadableDocument(name: string, kind: string, clause: string): Result<never, FormatFailure> {
  const isLarge = /too large|more than \d+ (?:files|elements)/.test(clause);
  return unreadable(
    isLarge ? 'too-large' : 'damaged',
    `“${name}” cannot be read as ${kind}: ${clause}. ${isLarge ? 'Split it into parts, then open those' : 'Try another copy of the file'}.`,
  );
}

export function lockedDocument(name: string): Result<never, FormatFailure> {
  return unreadable(
    'protected',
    `“${name}” is protected by a password. Save a copy without one, then open that.`,
  );
}
