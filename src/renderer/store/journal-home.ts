import type { BridgeApi } from '../../bridge/api.ts';
import type { Identifier } from '../../core/model/identifier.ts';
import { type Clock, withDeadline } from './clock.ts';
import { type Home, HomeFailure } from './home.ts';
import { readJournal } from './journal-reader.ts';
import type { KeptEntry } from './kept-entry.ts';
import { deadlineFor, writeDeadline } from './store-home.ts';

/** The second home: the journal that main keeps. */
export class JournalHome implements Home {
  readonly #bridge: BridgeApi;
  readonly #projectId: Identifier;
  readonly #clock: Clock;
  /** Gives the journal what it lacks before the entry of that number. */
  readonly #fill: (before: number) => Promise<void>;

  constructor(options: {
    readonly bridge: BridgeApi;
    readonly projectId: Identifier;
    readonly clock: Clock;
    readonly fill: (before: number) => Promise<void>;
  }) {
    this.#bridge = options.bridge;
    this.#projectId = options.projectId;
    this.#clock = options.clock;
    this.#fill = options.fill;
  }

  async write(entries: readonly KeptEntry[]): Promise<void> {
    const lines = entries.map(({ entry, json }) => ({ seq: entry.seq, json }));
    const length = lines.reduce((sum, { json }) => sum + json.length, 0);
    const answer = await this.#answered(
      deadlineFor(length),
      this.#bridge.request('journal.append', { projectId: this.#projectId, entries: lines }),
    );
    if (!answer.ok) throw new HomeFailure(answer.reason.message);
    const last = lines.at(-1)?.seq;
    if (answer.value.lastSeq !== last) {
      throw new HomeFailure(`The journal ends at entry ${answer.value.lastSeq} instead of ${last}.`);
    }
  }

  /** What was appended just before a failure may be there or not, so the journal is asked. */
  async recover(entries: readonly KeptEntry[]): Promise<number> {
    const first = entries[0];
    if (first === undefined) throw new HomeFailure('The journal has failed with nothing to write.');
    const before = first.entry.seq - 1;
    const read = await this.#answered(writeDeadline, readJournal(this.#bridge, this.#projectId, before));
    if (!read.ok) throw new HomeFailure(read.reason.message);
    let durable = before;
    for (const line of read.value) {
      if (line.json !== entries[line.seq - first.entry.seq]?.json) {
        throw new HomeFailure(`The journal has another entry ${line.seq} than this window made.`);
      }
      durable = line.seq;
    }
    if (durable === before && before > 0) await this.#fill(before);
    return durable;
  }

  async #answered<Answer>(deadline: number, request: Promise<Answer>): Promise<Answer> {
    try {
      return await withDeadline(this.#clock, deadline, 'no answer', request);
    } catch {
      throw new HomeFailure('The part of Ascribe that writes files does not answer.');
    }
  }
}
