import type { WorkerPort } from '../../../src/renderer/workers/worker-port.ts';

/** A worker in this thread: messages are cloned and come later, as they do between threads. */
export class WorkerStandIn<Sent, Reply> implements WorkerPort<Sent> {
  terminated = false;
  /** Messages that were sent and not yet heard. */
  inFlight = 0;
  mostInFlight = 0;
  readonly #hear: (message: Sent, send: (reply: Reply) => void) => void;
  readonly #messageListeners: ((event: MessageEvent) => void)[] = [];
  readonly #errorListeners: ((event: ErrorEvent) => void)[] = [];

  constructor(hear: (message: Sent, send: (reply: Reply) => void) => void) {
    this.#hear = hear;
  }

  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  addEventListener(type: 'error', listener: (event: ErrorEvent) => void): void;
  addEventListener(
    type: 'message' | 'error',
    listener: ((event: MessageEvent) => void) & ((event: ErrorEvent) => void),
  ): void {
    if (type === 'message') this.#messageListeners.push(listener);
    else this.#errorListeners.push(listener);
  }

  postMessage(message: Sent, transfer: Transferable[]): void {
    const copy = structuredClone(message, { transfer });
    this.inFlight += 1;
    this.mostInFlight = Math.max(this.mostInFlight, this.inFlight);
    queueMicrotask(() => {
      if (!this.terminated) this.#hear(copy, (reply) => this.#send(reply));
    });
  }

  /** As when a worker throws what nobody catches. */
  crash(reason: string): void {
    const event = Object.assign(new Event('error'), {
      message: reason,
      filename: '',
      lineno: 0,
      colno: 0,
      error: null,
    });
    for (const listener of this.#errorListeners) listener(event);
  }

  terminate(): void {
    this.terminated = true;
  }

  #send(reply: Reply): void {
    if (this.terminated) return;
    this.inFlight -= 1;
    const event = new MessageEvent('message', { data: structuredClone(reply) });
    for (const listener of this.#messageListeners) listener(event);
  }
}
