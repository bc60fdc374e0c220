import type { SourceFile } from '../format.ts';
import { unreadable } from '../format-failure.ts';
import type { OpenedPart, OpeningOptions } from '../open-articles.ts';
import type { ReadingReply, ReadingRequest } from './reading-messages.ts';

/** A file whose reader says nothing for so long, in ms, is given up: it was made to be endless, or is beyond all measure. */
export const longestSilence = 60_000;

/** A worker that reads files, wherever it runs. */
export interface Reader {
  /** Hands over the request, and with it the file's bytes. */
  read(request: ReadingRequest): void;
  stop(): void;
}

/** Starts a worker. It replies to `reply`; when it ends by itself it says why to `died`, as a clause. */
export type StartReading = (hear: {
  readonly reply: (reply: ReadingReply) => void;
  readonly died: (reason: string) => void;
}) => Reader;

interface Job {
  readonly request: ReadingRequest;
  /** Parts that nobody has taken yet. */
  readonly parts: OpenedPart[];
  ended: boolean;
  /** Called when there is something new. */
  wake: () => void;
}

/** Reads files in a worker, one after another. It starts with the first file and stays. */
export class ReadingClient {
  readonly #start: StartReading;
  readonly #waiting: Job[] = [];
  #reader: Reader | undefined;
  #current: Job | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #lastNumber = 0;

  constructor(start: StartReading) {
    this.#start = start;
  }

  /** The articles in a file, each when it is read. The file's bytes go to the worker: do not use them afterwards. */
  readArticles = (file: SourceFile, options: OpeningOptions = {}): AsyncIterable<OpenedPart> => {
    this.#lastNumber += 1;
    const request = { number: this.#lastNumber, file, options };
    const job: Job = { request, parts: [], ended: false, wake: () => undefined };
    this.#waiting.push(job);
    this.#next();
    return partsOf(job, () => this.#abandon(job));
  };

  #next(): void {
    if (this.#current !== undefined) return;
    const job = this.#waiting.shift();
    if (job === undefined) return;
    this.#current = job;
    this.#readerNow().read(job.request);
    this.#listen();
  }

  #readerNow(): Reader {
    if (this.#reader !== undefined) return this.#reader;
    const reader = this.#start({
      reply: (reply) => this.#receive(reply),
      died: (reason) => {
        if (this.#reader === reader) this.#break(reason || 'the reader stopped');
      },
    });
    this.#reader = reader;
    return reader;
  }

  #listen(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(
      () => this.#break(`it has taken more than ${longestSilence / 1000} seconds`),
      longestSilence,
    );
  }

  #receive({ number, part }: ReadingReply): void {
    const job = this.#current;
    if (job?.request.number !== number) return;
    if (part === null) {
      this.#end(job);
      return;
    }
    this.#listen();
    job.parts.push(part);
    job.wake();
  }

  #end(job: Job): void {
    clearTimeout(this.#silence);
    this.#current = undefined;
    job.ended = true;
    job.wake();
    this.#next();
  }

  /** The worker is lost, and with it the file that it had; the next file starts another. */
  #break(reason: string): void {
    this.#reader?.stop();
    this.#reader = undefined;
    const job = this.#current;
    if (job === undefined) return;
    const { name } = job.request.file;
    const message = `“${name}” cannot be read: ${reason}. Open it again, or try another copy of the file.`;
    const content = { kind: 'article', read: unreadable('cannot-read', message) } as const;
    job.parts.push({ name, done: 0, total: 1, content });
    this.#end(job);
  }

  /** Nobody wants the rest of this file. */
  #abandon(job: Job): void {
    const at = this.#waiting.indexOf(job);
    if (at !== -1) this.#waiting.splice(at, 1);
    if (this.#current !== job) return;
    this.#reader?.stop();
    this.#reader = undefined;
    this.#end(job);
  }
}

async function* partsOf(job: Job, abandon: () => void): AsyncGenerator<OpenedPart> {
  try {
    while (true) {
      const part = job.parts.shift();
      if (part !== undefined) yield part;
      else if (job.ended) return;
      else
        await new Promise<void>((resolve) => {
          job.wake = resolve;
        });
    }
  } finally {
    if (!job.ended) abandon();
  }
}
