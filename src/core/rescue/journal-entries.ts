import { nameBeforeAside, segmentNames } from '../journal/file-names.ts';
import { linkRuns, type ScannedFile } from '../journal/link-runs.ts';
import { scanSegment } from '../journal/scan-segment.ts';
import type { LogEntry } from '../operations/log-entry.ts';
import { parseEntry } from '../operations/parse-entry.ts';

/** A file of a project's folder. */
export interface ProjectFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A segment file, and what is in it. */
export type ScannedSegmentFile = ScannedFile & { readonly name: string };

/** The journal's own files, scanned, in their order. */
export function scanSegments(files: readonly ProjectFile[]): ScannedSegmentFile[] {
  return segmentNames(files.map(({ name }) => name)).map(({ name, firstSeq }) => {
    const bytes = files.find((file) => file.name === name)?.bytes ?? new Uint8Array();
    return { name, path: name, firstSeq, bytes, scanned: scanSegment(bytes) };
  });
}

/**
 * All entries that can be had, by number: first those that make up the journal; then, where it lacks a number, whole entries that lie beyond a gap, or in a
 * file that was set aside.
 */
export function entriesIn(
  files: readonly ProjectFile[],
  snapshots: readonly number[],
): Map<number, LogEntry> {
  const segments = scanSegments(files);
  const entries = new Map<number, LogEntry>();
  const add = (bytes: Uint8Array, found: readonly { seq: number; start: number; end: number }[]) => {
    for (const { seq, start, end } of found) {
      if (entries.has(seq)) continue;
      const entry = parseEntry(decoder.decode(bytes.subarray(start, end)));
      if (entry?.seq === seq) entries.set(seq, entry);
    }
  };
  for (const { file, entries: found } of linkRuns(segments, snapshots)) add(file.bytes, found);
  for (const { bytes, scanned } of segments) for (const run of scanned.runs) add(bytes, run.entries);
  for (const { name, bytes } of files) {
    if (!/\.jsonl$/.test(nameBeforeAside(name) ?? '')) continue;
    for (const run of scanSegment(bytes).runs) add(bytes, run.entries);
  }
  return entries;
}

const decoder = new TextDecoder();
