import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BridgeApi } from '../../../bridge/api.ts';
import type { LearntSummary } from '../../../core/suggest/learning/learnt-summary.ts';
import type { LearntReading } from '../../workers/scan/read-learnt.ts';

/** What was learnt from the project; null while nothing is, or it cannot be used. */
export interface LearntState {
  readonly summary: LearntSummary | null;
  /** As it is kept, where it does better than the rules: the worker that makes suggestions reads it. */
  readonly inForce: Uint8Array | null;
}

const nothing: LearntState = { summary: null, inForce: null };

/** Holds what was learnt from the project, and keeps it with the project. */
export class LearntStore {
  readonly store: StoreApi<LearntState> = createStore<LearntState>(() => nothing);
  readonly #bridge: BridgeApi;
  readonly #read: (bytes: Uint8Array) => AsyncIterable<LearntReading>;
  readonly #say: (message: string) => void;
  /** What is learnt while what was kept is still being read counts more. */
  #isFresh = false;

  constructor(
    bridge: BridgeApi,
    read: (bytes: Uint8Array) => AsyncIterable<LearntReading>,
    say: (message: string) => void,
  ) {
    this.#bridge = bridge;
    this.#read = read;
    this.#say = say;
  }

  /** Reads what was kept, once; what cannot be used is told, and lies where it lay. */
  async load(): Promise<void> {
    const kept = await this.#bridge.request('learnt.read', {});
    if (!kept.ok) {
      this.#say(`What was learnt from this project cannot be read, and is not used. ${kept.reason.message}`);
      return;
    }
    const { bytes } = kept.value;
    if (bytes === null) return;
    for await (const reading of this.#read(bytes)) {
      if (this.#isFresh) return;
      if (reading.kind === 'read') this.#hold(bytes, reading.summary);
      else
        this.#say(
          reading.why === 'damaged'
            ? 'What was learnt from this project is damaged, and is not used. Learn from the project again.'
            : 'What was learnt from this project was learnt by another version of Ascribe, and is not used. Learn from the project again.',
        );
    }
  }

  /** Uses what was learnt, and keeps it. @returns why it could not be kept, in a sentence; undefined when it was */
  async keep(bytes: Uint8Array<ArrayBuffer>, summary: LearntSummary): Promise<string | undefined> {
    this.#isFresh = true;
    this.#hold(bytes, summary);
    const kept = await this.#bridge.request('learnt.keep', { bytes });
    return kept.ok ? undefined : kept.reason.message;
  }

  /** @returns why it is remembered all the same, in a sentence; undefined when it was forgotten */
  async forget(): Promise<string | undefined> {
    this.#isFresh = true;
    const gone = await this.#bridge.request('learnt.forget', {});
    if (!gone.ok) return gone.reason.message;
    this.store.setState(nothing);
    return undefined;
  }

  #hold(bytes: Uint8Array, summary: LearntSummary): void {
    this.store.setState({ summary, inForce: summary.isUsed ? bytes : null });
  }
}
