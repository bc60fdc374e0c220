import { Inflate } from 'fflate';
import { type FormatFailure, unreadable } from '../formats/format-failure.ts';
import { Sha256 } from '../formats/sha256.ts';
import { type Result, success } from '../model/result.ts';
import {
  type ArchiveManifest,
  archiveVersion,
  manifestName,
  manifestSchema,
  manifestVersionSchema,
  projectName,
} from './archive-manifest.ts';
import { packedBytes, type ZipEntry, zipEntries } from './zip-entries.ts';

/** What an archive holds: verified by length and checksum, and not yet read any further. */
export interface ReadArchive {
  readonly manifest: ArchiveManifest;
  /** The bytes of a snapshot. */
  readonly project: Uint8Array<ArrayBuffer>;
}

/**
 * Unpacked, a project has at most so many bytes, and at most so many for each packed one beyond the first few megabytes: annotated text packs
 * to a fifth or a tenth, and what claims to unpack to far more was made to fill the memory.
 */
const largestProject = 1024 * 1024 * 1024;
const largestManifest = 64 * 1024;
const freeBytes = 16 * 1024 * 1024;
const highestRatio = 200;
/** Unpacked in steps of this many packed bytes, so that what turns out too long is given up at once. */
const stepBytes = 64 * 1024;

/**
 * Opens an archive and checks that it is what its manifest says.
 * @param name the file's name, for messages
 */
export function readArchive(name: string, bytes: Uint8Array): Result<ReadArchive, FormatFailure> {
  if (bytes.length === 0) return unreadable('empty', `“${name}” is empty.`);
  if (!(bytes[0] === 0x50 && bytes[1] === 0x4b)) {
    return unreadable(
      'cannot-read',
      `“${name}” is not a project archive. Choose a file that ends in .ascribe.`,
    );
  }
  const damaged = (why: string) =>
    unreadable(
      'damaged',
      `“${name}” cannot be restored: ${why}. Nothing was changed; try another copy of the file.`,
    );
  const entries = zipEntries(bytes);
  if (!entries.ok) return damaged(entries.reason);
  const manifestEntry = entries.value.find((entry) => entry.name === manifestName);
  const projectEntry = entries.value.find((entry) => entry.name === projectName);
  if (manifestEntry === undefined || projectEntry === undefined) {
    return unreadable('cannot-read', `“${name}” is not a project archive: it holds no project.`);
  }
  const manifestBytes = unpack(bytes, manifestEntry, largestManifest);
  if (!manifestBytes.ok) return damaged(manifestBytes.reason);
  const value = parsed(manifestBytes.value);
  const version = manifestVersionSchema.safeParse(value);
  if (version.success && version.data.version > archiveVersion) {
    return unreadable(
      'newer-version',
      `“${name}” was written by a newer version of Ascribe. Restore it with that version.`,
    );
  }
  const manifest = manifestSchema.safeParse(value);
  if (!manifest.success) return damaged('what it says of itself cannot be read');
  const largest = Math.min(largestProject, freeBytes + projectEntry.packedLength * highestRatio);
  const project = unpack(bytes, projectEntry, largest);
  if (!project.ok) return damaged(project.reason);
  if (
    project.value.length !== manifest.data.byteLength ||
    Sha256.of(project.value) !== manifest.data.sha256
  ) {
    return damaged('its content does not match its checksum');
  }
  return success({ manifest: manifest.data, project: project.value });
}

function unpack(
  bytes: Uint8Array,
  entry: ZipEntry,
  largest: number,
): Result<Uint8Array<ArrayBuffer>, string> {
  const fail = (reason: string) => ({ ok: false as const, reason });
  if (entry.isEncrypted) return fail('it is encrypted');
  if (entry.method !== 0 && entry.method !== 8) return fail('it is packed in a way that is not known here');
  if (entry.length > largest) return fail('it would be far too large when unpacked');
  const packed = packedBytes(bytes, entry);
  if (packed === undefined) return fail('part of it is missing');
  const into = new Uint8Array(entry.length);
  if (entry.method === 0) {
    if (packed.length !== entry.length) return fail('part of it is missing');
    into.set(packed);
    return success(into);
  }
  let length = 0;
  let isTooLong = false;
  let isFinished = false;
  const inflate = new Inflate((piece, final) => {
    if (length + piece.length > into.length) isTooLong = true;
    else into.set(piece, length);
    length += piece.length;
    isFinished = final;
  });
  try {
    for (let at = 0; at < packed.length && !isTooLong; at += stepBytes) {
      inflate.push(packed.subarray(at, at + stepBytes), at + stepBytes >= packed.length);
    }
  } catch {
    return fail('part of it is damaged');
  }
  if (isTooLong) return fail('it unpacks to more than it says');
  return isFinished && length === into.length ? success(into) : fail('part of it is missing');
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
