import type { BridgeFailure } from '../../bridge/failure.ts';
import type { JournalState } from '../../bridge/session.ts';
import type { JournalEntry } from '../../core/journal/journal-line.ts';
import { failure, type Result, success } from '../../core/model/result.ts';
import { readFailure, writeFailure } from '../disk/file-failure.ts';
import { errorCode } from '../disk/file-layer.ts';
import { GroupQueue } from './group-queue.ts';
import type { JournalPlace } from './journal-place.ts';
import { JournalRecord } from './journal-record.ts';
import { type OpenedJournal, openJournal } from './open-journal.ts';
import { type Appended, planAppend } from './plan-append.ts';
import { Reach } from './reach.ts';
import { readEntries } from './read-entries.ts';
import { Reserve } from './reserve.ts';
import { SegmentWriter } from './segment-writer.ts';
import { setAside } from './set-aside.ts';
import { type Snapshot, snapshotIsWhole } from './snapshot.ts';

/** A new segment is begun when one has so many bytes. */
const segmentBytes = 8 * 1024 * 1024;

const shownName = 'journal';

/** What was mended when the journal was opened. */
type FoundDamage = Pick<OpenedJournal, 'setAside' | 'tornTail'>;

/**
 * The journal of one project: entries in segment files, each flushed before it is acknowledged. What an earlier process wrote is
 * never written to again: the first append after a start begins a new file.
 */
export class Journal {
  readonly #place: JournalPlace;
  readonly #record: JournalRecord;
  readonly #reserve: Reserve;
  readonly #appends = new GroupQueue<readonly JournalEntry[], Appended>((requests) => this.#flush(requests));
  #writer: SegmentWriter | undefined;
  readonly #found: FoundDamage;
  readonly #reach: Reach;

  private constructor(place: JournalPlace, record: JournalRecord, found: FoundDamage, reach: Reach) {
    this.#place = place;
    this.#record = record;
    this.#reserve = new Reserve(place.layer, place.folder, () => place.now().getTime());
    this.#found = found;
    this.#reach = reach;
  }

  /** @throws a Node file-system error when the journal's folder cannot be made or listed */
  static async open(place: JournalPlace): Promise<Journal> {
    const opened = await openJournal(place);
    const record = new JournalRecord(opened.segments, opened.snapshots);
    const reach = await Reach.read(place);
    reach.note(record.lastSeq);
    return new Journal(place, record, opened, reach);
  }

  /** What it holds now, and the damage that was found when it was opened. */
  get state(): JournalState {
    return {
      lastSeq: this.#record.lastSeq,
      snapshots: this.#record.snapshots.map(({ seq }) => seq),
      setAside: [...this.#found.setAside],
      tornTail: this.#found.tornTail,
      ...(this.#reach.lastSeq > this.#record.lastSeq && { reach: this.#reach.lastSeq }),
    };
  }

  get snapshots(): readonly Snapshot[] {
    return this.#record.snapshots;
  }

  /**
   * Adds entries and answers when they are on the disk: all of them or, on failure, none. They must follow on the last one (or on the
   * newest snapshot); those that are there already with the same content may come again. `lastSeq` is the last of these entries.
   */
  append(entries: readonly JournalEntry[]): Promise<Appended> {
    return this.#appends.add(entries);
  }

  /** Entries after `afterSeq` in order, about 4 MiB of them; what was cut away below the oldest snapshot is not among them. */
  async read(afterSeq: number): Promise<Result<{ entries: JournalEntry[]; more: boolean }, BridgeFailure>> {
    try {
      return success(await readEntries(this.#place.layer, this.#record.segments, afterSeq));
    } catch (error) {
      return failure(readFailure(error, shownName));
    }
  }

  /**
   * Takes a snapshot that was written into account: the next entry begins a new segment, and what is no longer needed is removed. What is removed the older snapshots
   * must stand in for, so that they are read before: one that is damaged by now is set aside and does not count.
   */
  async adoptSnapshot(snapshot: Snapshot): Promise<void> {
    const damaged = await this.#damagedSnapshots(snapshot);
    await this.#appends.alone(async () => {
      for (const each of damaged) this.#record.forget(each);
      this.#reach.note(snapshot.seq);
      const { segments, snapshots } = this.#record.adopt(snapshot);
      const writer = this.#writer;
      this.#writer = undefined;
      try {
        await writer?.close();
        // Snapshots first: at no instant is there one whose entries are gone.
        for (const { path } of [...snapshots, ...segments]) await this.#place.layer.remove(path);
      } catch (error) {
        // Nothing is lost by a file too many; a snapshot after the next start tries again.
        this.#place.log.warning(`journal: an old file could not be removed (${errorCode(error) ?? error})`);
      }
    });
  }

  /** Those that no longer hold what their names say, out of the way. One that cannot be read now counts as damaged too, and stays where it is. */
  async #damagedSnapshots(newest: Snapshot): Promise<readonly Snapshot[]> {
    const { layer, log, now } = this.#place;
    const damaged: Snapshot[] = [];
    for (const snapshot of this.#record.snapshots) {
      if (snapshot.path === newest.path) continue;
      try {
        if (await snapshotIsWhole(layer, snapshot)) continue;
        damaged.push(snapshot);
        log.warning(
          `journal: snapshot ${snapshot.seq} is damaged and now ${await setAside(layer, snapshot.path, now())}`,
        );
      } catch (error) {
        if (!damaged.includes(snapshot)) damaged.push(snapshot);
        log.warning(`journal: snapshot ${snapshot.seq} cannot be relied on (${errorCode(error) ?? error})`);
      }
    }
    return damaged;
  }

  /** Takes room on the disk in advance. */
  takeReserve(): Promise<void> {
    return this.#reserve.take();
  }

  async #flush(requests: readonly (readonly JournalEntry[])[]): Promise<Appended[]> {
    if (this.#place.readOnly) return requests.map(() => failure(readOnlyFailure));
    const { answers, firstSeq, lines } = planAppend(this.#record, requests);
    if (lines.length === 0) return answers;
    try {
      const { path, length } = await this.#write(firstSeq, Buffer.concat(lines.map(({ bytes }) => bytes)));
      this.#record.added({ path, length, firstSeq, crcs: lines.map(({ crc }) => crc) });
    } catch (error) {
      this.#place.log.error(`journal: append failed (${errorCode(error) ?? error})`);
      return answers.map((answer) => (answer.ok ? failure(writeFailure(error, shownName)) : answer));
    }
    // Not awaited: an answer does not wait for the room of later ones.
    void this.#reserve.take();
    return answers;
  }

  async #write(firstSeq: number, bytes: Buffer): Promise<SegmentWriter> {
    try {
      return await this.#writeOnce(firstSeq, bytes);
    } catch (error) {
      const full = ['ENOSPC', 'EDQUOT'].includes(errorCode(error) ?? '');
      if (!full || !(await this.#reserve.release())) throw error;
      this.#place.log.warning('journal: the disk is full; the reserve is given up');
      return await this.#writeOnce(firstSeq, bytes);
    }
  }

  async #writeOnce(firstSeq: number, bytes: Buffer): Promise<SegmentWriter> {
    if (this.#writer && (!this.#writer.usable || firstSeq !== this.#record.lastEntry + 1 || this.#isLong())) {
      const writer = this.#writer;
      this.#writer = undefined;
      await writer.close();
    }
    if (this.#writer) await this.#writer.append(bytes);
    else {
      this.#writer = await SegmentWriter.begin(this.#place.layer, this.#place.folder, firstSeq, bytes);
      this.#reach.note(firstSeq);
    }
    return this.#writer;
  }

  #isLong(): boolean {
    return (this.#writer?.length ?? 0) >= segmentBytes;
  }
}

const readOnlyFailure: BridgeFailure = {
  code: 'read-only',
  message: 'The journal is not changed: this profile belongs to a newer version of Ascribe.',
};
