import { Zip, ZipDeflate } from 'fflate';
import { Sha256 } from '../formats/sha256.ts';
import {
  type ArchiveCounts,
  type ArchiveManifest,
  archiveVersion,
  manifestName,
  projectName,
} from './archive-manifest.ts';

/** What is put into an archive beside the project's bytes. */
export interface ArchiveSubject {
  readonly name: string;
  /** A timestamp. */
  readonly archivedAt: string;
  /** Asked for once all bytes have been taken. */
  readonly counts: () => ArchiveCounts;
}

/**
 * The bytes of an archive, in pieces: a ZIP file that any program can open, with the project as it comes and, last, a manifest with its length and checksum.
 * Holds no more of the project than one piece.
 * @param project the bytes of a snapshot of the project
 */
export async function* archiveBytes(
  subject: ArchiveSubject,
  project: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  let failed: Error | null = null;
  const zip = new Zip((error, bytes) => {
    failed ??= error;
    ready.push(bytes);
  });
  const take = () => {
    if (failed !== null) throw failed;
    const pieces = ready.filter(({ length }) => length > 0);
    ready = [];
    return pieces;
  };

  const digest = new Sha256();
  const projectEntry = entry(projectName);
  zip.add(projectEntry);
  for await (const bytes of project) {
    digest.update(bytes);
    projectEntry.push(bytes);
    yield* take();
  }
  projectEntry.push(new Uint8Array(0), true);
  const { byteLength } = digest;
  const manifest: ArchiveManifest = {
    format: 'ascribe-archive',
    version: archiveVersion,
    project: { name: subject.name },
    archivedAt: subject.archivedAt,
    counts: subject.counts(),
    byteLength,
    sha256: digest.digest(),
  };
  const manifestEntry = entry(manifestName);
  zip.add(manifestEntry);
  manifestEntry.push(new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`), true);
  zip.end();
  yield* take();
}

function entry(name: string): ZipDeflate {
  const made = new ZipDeflate(name, { level: 6 });
  // One state gives one file, so the time of day is not in it; the manifest says when.
  made.mtime = '1980-01-02T00:00:00';
  return made;
}
