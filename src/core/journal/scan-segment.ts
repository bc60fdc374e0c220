import { decodeLine, type FoundEntry } from './journal-line.ts';

/** What a segment's bytes hold. */
export interface ScannedSegment {
  /** Stretches of whole entries with consecutive numbers. A sound segment has one, an empty one none. */
  readonly runs: readonly SegmentRun[];
  /**
   * `sound`: nothing to mend. `torn`: after whole entries comes the beginning of a line, as a kill or a power cut leaves it.
   * `unended`: the last entry is whole, and only its line end is missing. `broken`: anything else.
   */
  readonly state: 'sound' | 'torn' | 'unended' | 'broken';
}

/** Whole entries that follow each other, in number and in the file. */
export interface SegmentRun {
  /** Byte offsets of the first line's start and the last line's end, line end included. */
  readonly start: number;
  readonly end: number;
  readonly entries: readonly FoundEntry[];
}

const lineEnd = 0x0a;

/** Finds every whole entry in a segment. Never throws, whatever the bytes. */
export function scanSegment(bytes: Uint8Array): ScannedSegment {
  const runs: { start: number; end: number; entries: FoundEntry[] }[] = [];
  let current: (typeof runs)[number] | undefined;
  let state: ScannedSegment['state'] = 'sound';
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(lineEnd, start);
    const end = found < 0 ? bytes.length : found;
    const next = found < 0 ? bytes.length : found + 1;
    const entry = decodeLine(bytes, start, end);
    if (entry === undefined) {
      state = found < 0 && state === 'sound' ? 'torn' : 'broken';
      current = undefined;
    } else {
      if (current === undefined || entry.seq !== (current.entries.at(-1)?.seq ?? 0) + 1) {
        if (runs.length > 0) state = 'broken';
        current = { start, end: next, entries: [] };
        runs.push(current);
      }
      current.entries.push(entry);
      current.end = next;
      if (found < 0 && state === 'sound') state = 'unended';
    }
    start = next;
  }
  return { runs, state };
}
