import { z } from 'zod';

/** A file of a journal's folder that holds entries: named for the first of them. */
export interface SegmentName {
  readonly name: string;
  readonly firstSeq: number;
}

/** A file of a journal's folder that holds the whole project as it stood after an entry: its name says what it must hold. */
export interface SnapshotName {
  readonly name: string;
  readonly seq: number;
  readonly sha256: string;
}

/** The file that says how far the journal once reached, and what is in it. */
export const reachName = 'reach.json';
export const reachSchema = z.object({ lastSeq: z.int().nonnegative() });

const seqDigits = 16;
const segmentPattern = /^(\d{16})(?:-(\d+))?\.jsonl$/;
const snapshotPattern = /^(\d{16})\.([0-9a-f]{64})\.snapshot\.json$/;
const asidePattern = /^(.+)\.broken-[\dTZ-]+(?:-\d+)?$/;

/** @param count tells files apart that begin with the same entry; 0 for the first. */
export function segmentName(firstSeq: number, count: number): string {
  return `${paddedSeq(firstSeq)}${count === 0 ? '' : `-${count}`}.jsonl`;
}

/** One name holds number and checksum, so that one rename puts both in place. */
export function snapshotName(seq: number, sha256: string): string {
  return `${paddedSeq(seq)}.${sha256}.snapshot.json`;
}

/** The segment files among some names, in the order in which they were begun. */
export function segmentNames(names: readonly string[]): SegmentName[] {
  return names
    .flatMap((name) => {
      const match = segmentPattern.exec(name);
      return match ? [{ name, firstSeq: Number(match[1]), count: Number(match[2] ?? 0) }] : [];
    })
    .sort((one, other) => one.firstSeq - other.firstSeq || one.count - other.count);
}

/** The snapshots among some names, newest first. */
export function snapshotNames(names: readonly string[]): SnapshotName[] {
  return names
    .flatMap((name) => {
      const match = snapshotPattern.exec(name);
      const seq = Number(match?.[1]);
      return match?.[2] && seq > 0 ? [{ name, seq, sha256: match[2] }] : [];
    })
    .sort((one, other) => other.seq - one.seq);
}

/** The name that a broken file had before it was set aside; undefined for a file that was not. */
export function nameBeforeAside(name: string): string | undefined {
  return asidePattern.exec(name)?.[1];
}

function paddedSeq(seq: number): string {
  return String(seq).padStart(seqDigits, '0');
}
