import { failure, type Result, success } from '../model/result.ts';
import { unpackEntry } from '../zip/unpack-entry.ts';
import { zipEntries } from '../zip/zip-entries.ts';
import type { SourceFile } from './format.ts';

/** All files of a ZIP together may have so many bytes. */
const largestWhole = 1024 * 1024 * 1024;

/** True when the bytes begin as a ZIP does, with an entry or with the end of an empty one. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/**
 * The files in a ZIP, folders and what systems hide in them left out. Names are labels: nothing is ever written under them. Fails with a clause.
 * @param wanted the names of the files to unpack; all without it
 */
export function unzipFiles(
  bytes: Uint8Array,
  wanted: (name: string) => boolean = () => true,
): Result<readonly SourceFile[], string> {
  const entries = zipEntries(bytes);
  if (!entries.ok) return entries;
  const files: SourceFile[] = [];
  let left = largestWhole;
  for (const entry of entries.value) {
    const { name } = entry;
    if (name.endsWith('/') || isHidden(name) || !wanted(name)) continue;
    const unpacked = unpackEntry(bytes, entry, left);
    if (!unpacked.ok) return failure(`of “${name}” in it, ${unpacked.reason}`);
    left -= unpacked.value.length;
    files.push({ name: name.replaceAll('\\', '/').replace(/^\/+/, ''), bytes: unpacked.value });
  }
  return success(files);
}

function isHidden(name: string): boolean {
  return name.startsWith('__MACOSX/') || name.split('/').some((part) => part.startsWith('.'));
}
