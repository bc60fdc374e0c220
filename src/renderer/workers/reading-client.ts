import type { SourceFile } from '../../core/formats/format.ts';
import type { FormatFailure } from '../../core/formats/format-failure.ts';
import type { ReadArticle } from '../../core/formats/read-article.ts';
import { failure, type Result } from '../../core/model/result.ts';
import type { ReadingReply, ReadingRequest } from './reading-messages.ts';
import { startWorker } from './start-worker.ts';
import { transferOf, type WorkerPort } from './worker-port.ts';

type Answer = Result<ReadArticle, FormatFailure>;

interface Job {
  readonly request: ReadingRequest;
  readonly settle: (answer: Answer) => void;
}

/** Files whose bytes are with the worker at one time: the next is there when one is done, and 200 files are not held twice. */
const inFlightLimit = 3;

/** Reads files in a worker, which starts with the first file and stays. */
export class ReadingClient {
  readonly #start: () => WorkerPort<ReadingRequest>;
  #worker: WorkerPort<ReadingRequest> | undefined;
  readonly #waiting: Job[] = [];
  readonly #inFlight = new Map<number, Job>();
  #lastNumber = 0;

  constructor(start: () => WorkerPort<ReadingRequest> = () => startWorker('reading')) {
    this.#start = start;
  }

  /**
   * The article in a file. The file's bytes go to the worker: do not use them afterwards.
   * @param options.encoding WHATWG name of the encoding to use instead of the detected one.
   */
  readArticle = (file: SourceFile, options?: { readonly encoding?: string }): Promise<Answer> => {
    this.#lastNumber += 1;
    const request = { number: this.#lastNumber, file, ...options };
    return new Promise((settle) => {
      this.#waiting.push({ request, settle });
      this.#fill();
    });
  };

  #fill(): void {
    while (this.#inFlight.size < inFlightLimit) {
      const job = this.#waiting.shift();
      if (job === undefined) return;
      this.#inFlight.set(job.request.number, job);
      this.#port().postMessage(job.request, transferOf(job.request.file.bytes));
    }
  }

  #port(): WorkerPort<ReadingRequest> {
    if (this.#worker !== undefined) return this.#worker;
    const worker = this.#start();
    worker.addEventListener('message', ({ data }: MessageEvent<ReadingReply>) => this.#receive(data));
    worker.addEventListener('error', (event) => this.#break(worker, event.message));
    this.#worker = worker;
    return worker;
  }

  #receive({ number, result }: ReadingReply): void {
    const job = this.#inFlight.get(number);
    this.#inFlight.delete(number);
    job?.settle(result);
    this.#fill();
  }

  /** The worker is lost, and with it the files it had; the next file starts another. */
  #break(worker: WorkerPort<ReadingRequest>, reason: string): void {
    if (this.#worker !== worker) return;
    worker.terminate();
    this.#worker = undefined;
    const lost = [...this.#inFlight.values()];
    this.#inFlight.clear();
    for (const { request, settle } of lost) {
      const message = `“${request.file.name}” cannot be read: ${reason || 'the reader stopped'}. Open it again.`;
      settle(failure({ code: 'cannot-read', message }));
    }
    this.#fill();
  }
}
