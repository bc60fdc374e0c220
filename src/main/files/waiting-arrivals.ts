import type { Arrival } from '../../bridge/files.ts';

/**
 * Files that came before the window asked for them. They are handed over with the session's start; those that come later are sent as
 * an event. After a reload they gather again until the new page has started.
 */
export class WaitingArrivals {
  readonly #send: (arrival: Arrival) => void;
  #waiting: Promise<Arrival>[] = [];
  #started = false;

  constructor(send: (arrival: Arrival) => void) {
    this.#send = send;
  }

  async add(arrival: Promise<Arrival>): Promise<void> {
    if (!this.#started) {
      this.#waiting.push(arrival);
      return;
    }
    const arrived = await arrival;
    if (arrived.files.length + arrived.refused.length > 0) this.#send(arrived);
  }

  /** The page has started: what has gathered is its own. */
  async start(): Promise<Arrival> {
    this.#started = true;
    const waiting = this.#waiting;
    this.#waiting = [];
    const arrivals = await Promise.all(waiting);
    return {
      files: arrivals.flatMap(({ files }) => files),
      refused: arrivals.flatMap(({ refused }) => refused),
    };
  }

  /** The page is gone. */
  stop(): void {
    this.#started = false;
  }
}
