import { startWorker } from '../start-worker.ts';
import type { WorkerPort } from '../worker-port.ts';
import type { ScanArgs, ScanBatch, ScanName, ScanReply, ScanRequest } from './scan-jobs.ts';

/** What a scan needs of the workbench. */
export interface ScannedProject {
  /** Resolves when the store holds all that was done. */
  whenSaved(timeout: number): Promise<void>;
  databaseName(): string;
}

/** How long a scan waits for the last changes to reach the store, in ms; it then reads what is there. */
const savingPatience = 3_000;

/** Reads the project's store in a worker of its own. */
export class ScanClient {
  readonly #project: ScannedProject;
  readonly #start: () => WorkerPort<ScanRequest>;

  constructor(project: ScannedProject, start: () => WorkerPort<ScanRequest> = () => startWorker('scan')) {
    this.#project = project;
    this.#start = start;
  }

  /**
   * Runs a job, batch by batch. Leaving the loop, or aborting the signal, ends the worker at once, whatever it is at.
   * @throws an error with a sentence for the person when the store cannot be read.
   */
  async *run<Name extends ScanName>(
    job: Name,
    args: ScanArgs<Name>,
    signal?: AbortSignal,
  ): AsyncGenerator<ScanBatch<Name>> {
    await this.#project.whenSaved(savingPatience).catch(() => undefined);
    if (signal?.aborted) return;
    const worker = this.#start();
    const replies = new Replies(worker);
    const abort = () => replies.add({ kind: 'done' });
    signal?.addEventListener('abort', abort);
    try {
      const request: ScanRequest<Name> = { job, database: this.#project.databaseName(), args };
      worker.postMessage(request, []);
      for (;;) {
        const reply = await replies.next();
        if (signal?.aborted || reply.kind === 'done') return;
        if (reply.kind === 'failed') throw new Error(`The project cannot be read through: ${reply.message}`);
        // The worker runs the job that the request names, and answers with nothing else.
        yield reply.batch as ScanBatch<Name>;
      }
    } finally {
      signal?.removeEventListener('abort', abort);
      worker.terminate();
    }
  }
}

/** What a worker says, in order, whether or not somebody is waiting for it. */
class Replies {
  readonly #waiting: ScanReply[] = [];
  #wake: (() => void) | null = null;

  constructor(worker: WorkerPort<ScanRequest>) {
    worker.addEventListener('message', ({ data }) => this.add(data));
    worker.addEventListener('error', ({ message }) => this.add({ kind: 'failed', message }));
  }

  add(reply: ScanReply): void {
    this.#waiting.push(reply);
    this.#wake?.();
  }

  async next(): Promise<ScanReply> {
    for (;;) {
      const reply = this.#waiting.shift();
      if (reply !== undefined) return reply;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}
