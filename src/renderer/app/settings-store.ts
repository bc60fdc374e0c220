import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BridgeApi } from '../../bridge/api.ts';
import type { Settings } from '../../bridge/settings.ts';

/** Milliseconds without another change before settings are written: a drag of a panel's edge is one write. */
const quietBeforeSaving = 400;

/** The person's settings: in force at once, written by main a moment later. */
export class SettingsStore {
  readonly store: StoreApi<Settings>;
  readonly #save: (settings: Settings) => Promise<void>;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param report hears, once in a row, that the settings could not be written. */
  constructor(initial: Settings, bridge: Pick<BridgeApi, 'request'>, report: (message: string) => void) {
    this.store = createStore(() => initial);
    let failed = false;
    this.#save = async (settings) => {
      const answer = await bridge.request('settings.save', settings);
      if (!answer.ok && !failed)
        report(`Your settings hold for now but could not be kept. ${answer.reason.message}`);
      failed = !answer.ok;
    };
  }

  get current(): Settings {
    return this.store.getState();
  }

  change(patch: Partial<Settings>): void {
    this.store.setState(patch);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), quietBeforeSaving);
    // Main puts these two in force when it hears of them.
    if ('zoom' in patch || 'theme' in patch) void this.flush();
  }

  /** Writes now what is waiting to be written. */
  async flush(): Promise<void> {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#save(this.current);
  }
}
