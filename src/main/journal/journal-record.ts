import { lastSeqOf, type Segment } from './segment.ts';
import { type Snapshot, snapshotsKept } from './snapshot.ts';

interface GrowingSegment extends Segment {
  readonly crcs: number[];
  length: number;
}

/** What lies in the journal's folder, as far as it counts: sound segments and snapshots. */
export class JournalRecord {
  #segments: GrowingSegment[];
  #snapshots: Snapshot[];

  /** @param segments in order of their entries. @param snapshots newest first. */
  constructor(segments: readonly Segment[], snapshots: readonly Snapshot[]) {
    this.#segments = segments.map(growing);
    this.#snapshots = [...snapshots];
  }

  get segments(): readonly Segment[] {
    return this.#segments;
  }

  get snapshots(): readonly Snapshot[] {
    return this.#snapshots;
  }

  /** Number of the last entry in a segment; 0 when there is none. */
  get lastEntry(): number {
    const segment = this.#segments.at(-1);
    return segment ? lastSeqOf(segment) : 0;
  }

  /** Number of the last entry in a segment or a snapshot; 0 when there is none. */
  get lastSeq(): number {
    return Math.max(this.lastEntry, this.#snapshots[0]?.seq ?? 0);
  }

  /** The checksum of an entry that lies in a segment. */
  crcOf(seq: number): number | undefined {
    const segment = this.#segments.findLast(({ firstSeq }) => firstSeq <= seq);
    return segment?.crcs[seq - segment.firstSeq];
  }

  /** Entries were flushed: `length` is that of the whole file. */
  added(added: Segment): void {
    const last = this.#segments.at(-1);
    if (last?.path !== added.path) {
      this.#segments.push(growing(added));
      return;
    }
    // In place, so that an append's cost does not grow with the segment.
    for (const crc of added.crcs) last.crcs.push(crc);
    last.length = added.length;
  }

  /** A snapshot no longer counts. */
  forget(snapshot: Snapshot): void {
    this.#snapshots = this.#snapshots.filter(({ path }) => path !== snapshot.path);
  }

  /**
   * Counts a new snapshot, and no longer counts what it makes superfluous: snapshots beyond the newest three, and segments that lie wholly at or
   * below the oldest of three. With fewer than three snapshots every segment stays, so that one damaged file is never the end.
   * @returns what no longer counts
   */
  adopt(snapshot: Snapshot): {
    readonly segments: readonly Segment[];
    readonly snapshots: readonly Snapshot[];
  } {
    const others = this.#snapshots.filter(({ seq }) => seq !== snapshot.seq);
    const ordered = [snapshot, ...others].sort((one, other) => other.seq - one.seq);
    const kept = ordered.slice(0, snapshotsKept);
    const superfluous = [
      ...ordered.slice(snapshotsKept),
      ...this.#snapshots.filter(({ seq, path }) => seq === snapshot.seq && path !== snapshot.path),
    ];
    this.#snapshots = kept;
    const oldest = kept[snapshotsKept - 1]?.seq ?? 0;
    const segments = this.#segments.filter((segment) => lastSeqOf(segment) <= oldest);
    this.#segments = this.#segments.filter((segment) => lastSeqOf(segment) > oldest);
    return { segments, snapshots: superfluous };
  }
}

function growing(segment: Segment): GrowingSegment {
  return { ...segment, crcs: [...segment.crcs] };
}
