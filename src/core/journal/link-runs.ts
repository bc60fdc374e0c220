import type { FoundEntry } from './journal-line.ts';
import type { ScannedSegment } from './scan-segment.ts';

/** A segment file as it was found. */
export interface ScannedFile {
  readonly path: string;
  /** By its name. */
  readonly firstSeq: number;
  readonly bytes: Uint8Array;
  readonly scanned: ScannedSegment;
}

/** Consecutive entries of one file that belong to the journal. */
export interface LinkedRun {
  readonly file: ScannedFile;
  readonly entries: readonly FoundEntry[];
}

/**
 * Chooses which entries make up the journal: each run follows on the one before it, or on a snapshot. Entries after a gap that no
 * snapshot covers could not be applied to anything, and are left out. Where a number occurs twice (an append failed, could not be
 * taken back, and was made again in a new file) the file that was begun for it wins.
 */
export function linkRuns(files: readonly ScannedFile[], snapshots: readonly number[]): LinkedRun[] {
  const newestSnapshot = Math.max(0, ...snapshots);
  const linked: { file: ScannedFile; entries: readonly FoundEntry[] }[] = [];
  let reach = 0;
  for (const file of files) {
    for (const [index, run] of file.scanned.runs.entries()) {
      const first = run.entries[0]?.seq ?? 0;
      if (index === 0 && first === file.firstSeq && first <= reach) {
        cutFrom(linked, first);
        reach = first - 1;
      }
      const entries = run.entries.filter(({ seq }) => seq > reach);
      const start = entries[0]?.seq;
      if (start === undefined) continue;
      if (start > reach + 1 && start > newestSnapshot + 1) continue;
      linked.push({ file, entries });
      reach = entries.at(-1)?.seq ?? reach;
    }
  }
  return linked;
}

function cutFrom(linked: { entries: readonly FoundEntry[] }[], seq: number): void {
  for (const run of linked) run.entries = run.entries.filter((entry) => entry.seq < seq);
  while (linked.length > 0 && linked.at(-1)?.entries.length === 0) linked.pop();
}
