import type { KeptEntry } from './kept-entry.ts';

/** One of the two places where every operation is kept. */
export interface Home {
  /**
   * Writes entries that follow those it has; resolves when they are durable. Settles in bounded time.
   * @throws {HomeFailure} when it cannot tell that they are.
   */
  write(entries: readonly KeptEntry[]): Promise<void>;
  /**
   * Makes the home fit for use again after a failure.
   * @param entries all entries that are not in both homes, in order and without gaps, up to `lastSeq`.
   * @param lastSeq number of the last entry that was made.
   * @returns the number of the last entry that it durably has.
   * @throws {HomeFailure} when it cannot be done now.
   */
  recover(entries: readonly KeptEntry[], lastSeq: number): Promise<number>;
}

/** Why a home did not keep something, in a sentence for the person. */
export class HomeFailure extends Error {
  override readonly name = 'HomeFailure';
}

/** The sentence that a failure shows: its own when it is one of ours, else the words of what was thrown. */
export function reasonOf(thrown: unknown): string {
  const words = thrown instanceof Error ? thrown.message.split('\n', 1)[0] : String(thrown);
  return `${(words ?? '').trim().replace(/\.$/, '') || 'unknown reason'}.`;
}
