import type { WorkerPort } from '../worker-port.ts';
import type { ScanReply, ScanRequest } from './scan-jobs.ts';

/** A scan worker as seen from the window: one job at a time, and what it says of it in order, whether or not somebody is waiting. */
export class ScanWorker {
  readonly #port: WorkerPort<ScanRequest>;
  readonly #replies: ScanReply[] = [];
  #wake: (() => void) | null = null;
  #isFree = true;
  #isDead = false;

  constructor(port: WorkerPort<ScanRequest>) {
    this.#port = port;
    port.addEventListener('message', ({ data }: MessageEvent<ScanReply>) => {
      if (data.kind === 'done') this.#isFree = true;
      this.#add(data);
    });
    port.addEventListener('error', ({ message }) => {
      this.#isDead = true;
      this.#add({ kind: 'failed', message });
    });
  }

  /** True when it has said all of its last job and can be given another. */
  get isFree(): boolean {
    return this.#isFree && !this.#isDead;
  }

  ask(request: ScanRequest): void {
    this.#replies.length = 0;
    this.#isFree = false;
    this.#port.postMessage(request, []);
  }

  async next(): Promise<ScanReply> {
    for (;;) {
      const reply = this.#replies.shift();
      if (reply !== undefined) return reply;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** Nobody wants the rest of what it is at: who waits for it is told that it is done. */
  leave(): void {
    this.#add({ kind: 'done' });
  }

  terminate(): void {
    this.#port.terminate();
  }

  #add(reply: ScanReply): void {
    this.#replies.push(reply);
    this.#wake?.();
  }
}
