import { type FormatFailure, unreadable } from '../formats/format-failure.ts';
import { Sha256 } from '../formats/sha256.ts';
import { type Result, success } from '../model/result.ts';
import { unpackEntry } from '../zip/unpack-entry.ts';
import { type ZipEntry, zipEntries } from '../zip/zip-entries.ts';
import {
  type ArchiveManifest,
  archiveVersion,
  learntPrefix,
  manifestName,
  manifestSchema,
  manifestVersionSchema,
  mostLearntBytes,
  mostOriginalBytes,
  originalPrefix,
  projectName,
} from './archive-manifest.ts';

/** What an archive holds: verified by length and checksum, and not yet read any further. */
export interface ReadArchive {
  readonly manifest: ArchiveManifest;
  /** The bytes of a snapshot. */
  readonly project: Uint8Array<ArrayBuffer>;
  /** Files that its articles were made of, each what its name says it is. */
  readonly originals: readonly Uint8Array<ArrayBuffer>[];
  /** What was learnt from it, as it was put in, and not read any further: whoever uses it finds out whether it can be used. Null when there is none, or it is damaged. */
  readonly learnt: Uint8Array<ArrayBuffer> | null;
}

/** Unpacked, a project has at most so many bytes. */
const largestProject = 1024 * 1024 * 1024;
const largestManifest = 64 * 1024;
/** What holds more files than this is none of ours. */
const mostFiles = 60_000;

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
  if (entries.value.length > mostFiles) return damaged(`it holds more than ${mostFiles} files`);
  const manifestEntry = entries.value.find((entry) => entry.name === manifestName);
  const projectEntry = entries.value.find((entry) => entry.name === projectName);
  if (manifestEntry === undefined || projectEntry === undefined) {
    return unreadable('cannot-read', `“${name}” is not a project archive: it holds no project.`);
  }
  const manifestBytes = unpackEntry(bytes, manifestEntry, largestManifest);
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
  const project = unpackEntry(bytes, projectEntry, largestProject);
  if (!project.ok) return damaged(project.reason);
  if (
    project.value.length !== manifest.data.byteLength ||
    Sha256.of(project.value) !== manifest.data.sha256
  ) {
    return damaged('its content does not match its checksum');
  }
  return success({
    manifest: manifest.data,
    project: project.value,
    originals: originalsIn(bytes, entries.value),
    learnt: learntIn(bytes, entries.value),
  });
}

/** What is damaged among them is left out: the project is whole without. */
function originalsIn(bytes: Uint8Array, entries: readonly ZipEntry[]): Uint8Array<ArrayBuffer>[] {
  const found: Uint8Array<ArrayBuffer>[] = [];
  let left = mostOriginalBytes;
  for (const entry of entries) {
    if (!entry.name.startsWith(originalPrefix)) continue;
    const unpacked = unpackEntry(bytes, entry, left);
    if (!unpacked.ok || Sha256.of(unpacked.value) !== entry.name.slice(originalPrefix.length)) continue;
    left -= unpacked.value.length;
    found.push(unpacked.value);
  }
  return found;
}

function learntIn(bytes: Uint8Array, entries: readonly ZipEntry[]): Uint8Array<ArrayBuffer> | null {
  const entry = entries.find(({ name }) => name.startsWith(learntPrefix));
  const unpacked = entry && unpackEntry(bytes, entry, mostLearntBytes);
  return unpacked?.ok && `${learntPrefix}${Sha256.of(unpacked.value)}` === entry?.name
    ? unpacked.value
    : null;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
