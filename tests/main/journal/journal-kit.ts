import { createHash } from 'node:crypto';
import type { JournalEntry } from '../../../src/core/journal/journal-line.ts';
import type { FileLayer } from '../../../src/main/disk/file-layer.ts';
import { beginSnapshot } from '../../../src/main/journal/begin-snapshot.ts';
import { Journal } from '../../../src/main/journal/journal.ts';
import { OutgoingFiles } from '../../../src/main/outgoing/outgoing-files.ts';
import { logOf } from '../log-of.ts';

export const folder = '/journal/p';

export function openAt(
  layer: FileLayer,
  options: { readOnly?: boolean; log?: string[] } = {},
): Promise<Journal> {
  return Journal.open({
    layer,
    folder,
    readOnly: options.readOnly ?? false,
    now: () => new Date(0),
    log: logOf(options.log),
  });
}

/** Entries `first` to `last`, each with content that only it has. */
export function entries(first: number, last: number): JournalEntry[] {
  return Array.from({ length: last - first + 1 }, (_, index) => entry(first + index));
}

export function entry(seq: number): JournalEntry {
  return { seq, json: JSON.stringify({ seq, text: `“Эту” ${'é'.repeat(seq % 7)} 😀 ${seq * 31}` }) };
}

export async function readAll(journal: Journal, afterSeq = 0): Promise<JournalEntry[]> {
  const all: JournalEntry[] = [];
  for (let at = afterSeq; ; ) {
    const read = await journal.read(at);
    if (!read.ok) throw new Error(read.reason.message);
    all.push(...read.value.entries);
    if (!read.value.more) return all;
    at = all.at(-1)?.seq ?? at;
  }
}

/** Writes and commits a snapshot; false when that failed. */
export function takeSnapshot(layer: FileLayer, journal: Journal, seq: number): Promise<boolean> {
  return takeSnapshotIn(folder, layer, journal, seq);
}

/** As `takeSnapshot`, of a journal that lies elsewhere. */
export async function takeSnapshotIn(
  place: string,
  layer: FileLayer,
  journal: Journal,
  seq: number,
): Promise<boolean> {
  const outgoing = new OutgoingFiles();
  const bytes = Buffer.from(`{"snapshot":${seq}}`);
  const begun = await beginSnapshot({ layer, folder: place, journal, outgoing }, seq);
  if (!begun.ok) return false;
  const { handle } = begun.value;
  const appended = await outgoing.append(handle, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return appended.ok && (await outgoing.commit(handle, { byteLength: bytes.length, sha256 })).ok;
}
