import { startWorker } from '../start-worker.ts';
import type { WorkerPort } from '../worker-port.ts';
import {
  type ScanArgs,
  type ScanBatch,
  type ScanName,
  type ScanRequest,
  unwaitingJobs,
} from './scan-jobs.ts';
import { ScanWorker } from './scan-worker.ts';

/** What a scan needs of the workbench. */
export interface ScannedProject {
  /** Resolves when the store holds all that was done. */
  whenSaved(timeout: number): Promise<void>;
  databaseName(): string;
}

/** How long a scan waits for the last changes to reach the store, in ms; it then reads what is there. */
const savingPatience = 3_000;

/** Reads the project's store in workers, each at one job at a time. */
export class ScanClient {
  readonly #project: ScannedProject;
  readonly #start: () => WorkerPort<ScanRequest>;
  /** A worker that has come to the end of its job: the next is spared the start of one, and the loading of what it runs. */
  #idle: ScanWorker | null = null;

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
    if (!unwaitingJobs.has(job)) await this.#project.whenSaved(savingPatience).catch(() => undefined);
    if (signal?.aborted) return;
    const worker = this.#take();
    const abort = () => worker.leave();
    signal?.addEventListener('abort', abort);
    try {
      const request: ScanRequest<Name> = { job, database: this.#project.databaseName(), args };
      worker.ask(request);
      for (;;) {
        const reply = await worker.next();
        if (signal?.aborted || reply.kind === 'done') return;
        if (reply.kind === 'failed') throw new Error(`The project cannot be read through: ${reply.message}`);
        // The worker runs the job that the request names, and answers with nothing else.
        yield reply.batch as ScanBatch<Name>;
      }
    } finally {
      signal?.removeEventListener('abort', abort);
      this.#giveBack(worker);
    }
  }

  #take(): ScanWorker {
    const worker = this.#idle;
    this.#idle = null;
    return worker?.isFree ? worker : new ScanWorker(this.#start());
  }

  #giveBack(worker: ScanWorker): void {
    if (worker.isFree && this.#idle === null) this.#idle = worker;
    else worker.terminate();
  }
}
