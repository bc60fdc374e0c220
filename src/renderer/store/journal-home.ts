import type { BridgeApi } from '../../bridge/api.ts';
import type { Identifier } from '../../core/model/identifier.ts';
import { type Clock, withDeadline } from './clock.ts';
import { type Home, HomeFailure } from './home.ts';
import type { KeptEntry } from './kept-entry.ts';
import { deadlineFor } from './store-home.ts';

/** The second home: the journal that main keeps. */
export class JournalHome implements Home {
  readonly #bridge: BridgeApi;
  readonly #projectId: Identifier;
  readonly #clock: Clock;
  readonly #fill: () => Promise<number>;
  /** True when the journal lacks entries before those that wait. */
  #lacksEarlier = false;

  constructor(options: {
    readonly bridge: BridgeApi;
    readonly projectId: Identifier;
    readonly clock: Clock;
    /** Gives the journal a snapshot, so that no entry up to the number it returns is lacking. */
    readonly fill: () => Promise<number>;
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
    if (!answer.ok) {
      this.#lacksEarlier = answer.reason.code === 'out-of-sequence';
      throw new HomeFailure(answer.reason.message);
    }
    const last = lines.at(-1)?.seq;
    if (answer.value.lastSeq !== last) {
      throw new HomeFailure(`The journal ends at entry ${answer.value.lastSeq} instead of ${last}.`);
    }
  }

  /** What was appended just before a failure may be there or not: main takes the same entries twice, so they are simply sent again. */
  async recover(entries: readonly KeptEntry[], lastSeq: number): Promise<number> {
    const before = (entries[0]?.entry.seq ?? lastSeq + 1) - 1;
    if (!this.#lacksEarlier && entries.length > 0) return before;
    const filled = await this.#fill();
    this.#lacksEarlier = false;
    return Math.max(before, filled);
  }

  async #answered<Answer>(deadline: number, request: Promise<Answer>): Promise<Answer> {
    try {
      return await withDeadline(this.#clock, deadline, 'no answer', request);
    } catch {
      throw new HomeFailure('The part of Ascribe that writes files does not answer.');
    }
  }
}
