/** How long the renderer has to finish its writing, in milliseconds. */
export const longestClosing = 5_000;

interface ClosingDeps {
  /** Tells the renderer that the window is about to close. */
  readonly announce: () => void;
  /** Asks the person; true: close all the same. `unsaved` is null when the renderer did not answer. */
  readonly confirm: (unsaved: number | null) => Promise<boolean>;
  /** Closes the window for good. */
  readonly close: () => void;
  /** Calls back after so many milliseconds, unless the returned function is called before. */
  readonly after: (milliseconds: number, callback: () => void) => () => void;
}

/**
 * The way from "close" to closed: the renderer finishes its writing and says how much is unsaved; when that is nothing the window closes, otherwise, or
 * when no answer comes, the person decides. Asking to close again meanwhile changes nothing.
 */
export class Closing {
  readonly #deps: ClosingDeps;
  #answered: ((unsaved: number | null) => void) | undefined;
  #asking = false;

  constructor(deps: ClosingDeps) {
    this.#deps = deps;
  }

  /** The person, or the system, wants the window closed. Resolves when it is closed or stays. */
  async request(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    try {
      const unsaved = await new Promise<number | null>((resolve) => {
        const cancel = this.#deps.after(longestClosing, () => resolve(null));
        this.#answered = (count) => {
          cancel();
          resolve(count);
        };
        this.#deps.announce();
      });
      this.#answered = undefined;
      if (unsaved === 0 || (await this.#deps.confirm(unsaved))) this.#deps.close();
    } finally {
      this.#asking = false;
    }
  }

  /** The renderer's answer. */
  ready(unsaved: number): void {
    this.#answered?.(unsaved);
  }

  /** The renderer is gone, and with it what it had not written: there is nothing to wait for. */
  rendererGone(): void {
    this.#answered?.(0);
  }
}

/** What the message box asks. */
export function closingQuestion(unsaved: number | null): { message: string; detail: string } {
  return {
    message:
      unsaved === null
        ? 'Ascribe does not know whether all changes are saved.'
        : unsaved === 1
          ? 'One change is not saved.'
          : `${unsaved} changes are not saved.`,
    detail:
      unsaved === null
        ? 'The window did not answer within five seconds. If you quit now, changes that are not saved yet are lost.'
        : 'If you quit now, they are lost. Cancel, then free some disk space or save a copy; Ascribe goes on trying to save.',
  };
}
