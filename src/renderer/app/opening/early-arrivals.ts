import type { BridgeApi } from '../../../bridge/api.ts';
import type { Arrival } from '../../../bridge/files.ts';

/**
 * Hears of files from the moment on when the page begins: main sends what arrives as soon as it has answered `session.start`, and the project takes a while
 * to open after that. What comes before somebody can open it waits.
 */
export class EarlyArrivals {
  #waiting: Arrival[] = [];
  #deliver: ((arrival: Arrival) => void) | null = null;
  readonly #stop: () => void;

  /** To be made before `session.start` is asked. */
  constructor(bridge: Pick<BridgeApi, 'on'>) {
    this.#stop = bridge.on('filesArrived', (arrival) => {
      if (this.#deliver === null) this.#waiting.push(arrival);
      else this.#deliver(arrival);
    });
  }

  /** Hands over what waits, and from now on what comes. @returns ends it */
  deliverTo(deliver: (arrival: Arrival) => void): () => void {
    this.#deliver = deliver;
    for (const arrival of this.#waiting.splice(0)) deliver(arrival);
    return this.#stop;
  }
}
