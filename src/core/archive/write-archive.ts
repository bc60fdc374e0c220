import { Sha256 } from '../formats/sha256.ts';
import { ZipWriter } from '../zip/zip-writer.ts';
import {
  type ArchiveCounts,
  type ArchiveManifest,
  archiveVersion,
  learntPrefix,
  manifestName,
  originalPrefix,
  projectName,
} from './archive-manifest.ts';

/** What is put into an archive beside the project's bytes. */
export interface ArchiveSubject {
  readonly name: string;
  /** A timestamp. */
  readonly archivedAt: string;
  /** Asked for once all bytes have been taken. */
  readonly counts: () => ArchiveCounts;
  /** What was learnt from the project, as it is kept; null when there is nothing. */
  readonly learnt?: Uint8Array | null;
}

/**
 * The bytes of an archive, in pieces: a ZIP file that any program can open, with the project as it comes and, last, a manifest with its length and checksum.
 * Holds no more of the project than one piece.
 * @param project the bytes of a snapshot of the project
 * @param originals the files that its articles were made of, as far as they are to go with it
 */
export async function* archiveBytes(
  subject: ArchiveSubject,
  project: AsyncIterable<Uint8Array>,
  originals: AsyncIterable<Uint8Array> = none(),
): AsyncGenerator<Uint8Array> {
  const zip = new ZipWriter();
  const digest = new Sha256();
  const entry = zip.begin(projectName);
  for await (const bytes of project) {
    digest.update(bytes);
    entry.push(bytes);
    yield* zip.take();
  }
  entry.push(new Uint8Array(0), true);
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
  for await (const bytes of originals) {
    zip.add(`${originalPrefix}${Sha256.of(bytes)}`, bytes);
    yield* zip.take();
  }
  if (subject.learnt) zip.add(`${learntPrefix}${Sha256.of(subject.learnt)}`, subject.learnt);
  zip.add(manifestName, new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`));
  zip.end();
  yield* zip.take();
}

async function* none(): AsyncGenerator<Uint8Array> {}
