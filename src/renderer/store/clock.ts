/** Time as the keeper sees it; tests bring a clock of their own. */
export interface Clock {
  /** Calls `action` after that many milliseconds, unless the returned function is called before. */
  after(milliseconds: number, action: () => void): () => void;
}

export const systemClock: Clock = {
  after(milliseconds, action) {
    const timer = setTimeout(action, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** A promise that was not settled in time. What it stood for may still happen. */
export class DeadlineError extends Error {
  override readonly name = 'DeadlineError';
}

/**
 * What `promise` settles to, or a `DeadlineError` with `message` after that many milliseconds: an IndexedDB transaction may
 * neither complete nor abort (seen when the disk is full), and a bridge request may stay unanswered.
 */
export function withDeadline<Value>(
  clock: Clock,
  milliseconds: number,
  message: string,
  promise: PromiseLike<Value>,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(milliseconds, () => reject(new DeadlineError(message)));
    promise.then(
      (value) => {
        cancel();
        resolve(value);
      },
      (reason) => {
        cancel();
        reject(reason);
      },
    );
  });
}
