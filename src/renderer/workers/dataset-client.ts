import type { ReadArchive } from '../../core/archive/read-archive.ts';
import type { DatasetHead } from '../../core/formats/dataset-schema.ts';
import type { SourceFile } from '../../core/formats/format.ts';
import type { FormatFailure } from '../../core/formats/format-failure.ts';
import type { Filling } from '../../core/formats/from-dataset.ts';
import { failure, type Result } from '../../core/model/result.ts';
import type { ArticleToWrite, DatasetMessage, DatasetReply, ParsedDataset } from './dataset-messages.ts';
import { startWorker } from './start-worker.ts';
import { transferOf, type WorkerPort } from './worker-port.ts';

/** A piece of a dataset that is being written, or, last, what all of them came to. */
export type DatasetPiece =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer>; readonly articlesDone: number }
  | {
      readonly kind: 'end';
      readonly sha256: string;
      readonly byteLength: number;
      /** True for a dataset that is too large to be read and compared before it is in its place. */
      readonly notReadBack?: boolean;
    };

/** Reads and writes datasets in workers, one a job. */
export class DatasetClient {
  readonly #start: () => WorkerPort<DatasetMessage>;

  constructor(start: () => WorkerPort<DatasetMessage> = () => startWorker('dataset')) {
    this.#start = start;
  }

  /**
   * What a dataset's files hold, in the form that `planMerge` takes. Their bytes go to the worker: do not use them afterwards.
   * @param watching.progress hears how many of how many articles were read.
   * @param watching.signal ends the job; the promise is then rejected with the signal's reason.
   */
  async parse(
    files: readonly SourceFile[],
    filling: Filling,
    watching: {
      readonly progress?: (done: number, total: number) => void;
      readonly signal?: AbortSignal;
    } = {},
  ): Promise<Result<ParsedDataset, FormatFailure>> {
    const job = new WorkerJob(this.#start(), watching.signal);
    try {
      let reply = await job.ask(
        { kind: 'parse', files, filling },
        files.flatMap(({ bytes }) => transferOf(bytes)),
      );
      for (; reply.kind === 'progress'; reply = await job.next())
        watching.progress?.(reply.done, reply.total);
      if (reply.kind === 'parsed') return reply.result;
      const message = reply.kind === 'failed' ? reply.message : `the reader said “${reply.kind}”`;
      return failure({
        code: 'cannot-read',
        message: `“${files[0]?.name ?? ''}” cannot be read: ${message}`,
      });
    } finally {
      job.end();
    }
  }

  /** What a project's archive holds. The file's bytes go to the worker: do not use them afterwards. */
  async unpack({ name, bytes }: SourceFile): Promise<Result<ReadArchive, FormatFailure>> {
    const job = new WorkerJob(this.#start(), undefined);
    try {
      const reply = await job.ask({ kind: 'unpack', name, bytes }, transferOf(bytes));
      if (reply.kind === 'unpacked') return reply.result;
      const message = reply.kind === 'failed' ? reply.message : `the reader said “${reply.kind}”`;
      return failure({ code: 'cannot-read', message: `“${name}” cannot be read: ${message}` });
    } finally {
      job.end();
    }
  }

  /**
   * The bytes of a dataset in pieces; articles are taken as they are needed, and the caller sets the pace. Leaving the loop ends the job.
   * @param format id of a format that writes.
   * @param articles is called once, or twice with `withRest`.
   * @param withRest the whole is to lie beside it, in a ZIP.
   * @throws Error with a sentence for the person when the dataset cannot be written.
   */
  async *write(
    format: string,
    head: DatasetHead,
    articles: () => Iterable<ArticleToWrite> | AsyncIterable<ArticleToWrite>,
    articleCount: number,
    withRest = false,
  ): AsyncGenerator<DatasetPiece> {
    const job = new WorkerJob(this.#start(), undefined);
    let supply = supplyOf(articles());
    let articlesDone = -1;
    try {
      let reply = await job.ask({ kind: 'write', format, head, articleCount, withRest });
      for (;;) {
        if (reply.kind === 'wantsArticle') {
          articlesDone += 1;
          const { done, value } = await supply.next();
          if (done) supply = supplyOf(articles());
          reply = await job.ask(done ? { kind: 'noMoreArticles' } : { kind: 'article', article: value });
        } else if (reply.kind === 'bytes') {
          yield { kind: 'bytes', bytes: reply.bytes, articlesDone: Math.max(0, articlesDone) };
          reply = await job.ask({ kind: 'goOn' });
        } else if (reply.kind === 'written') {
          const { sha256, byteLength, notReadBack } = reply;
          yield { kind: 'end', sha256, byteLength, notReadBack };
          return;
        } else throw new Error(reply.kind === 'failed' ? reply.message : `The writer said “${reply.kind}”.`);
      }
    } finally {
      job.end();
      await supply.return?.();
    }
  }
}

async function* supplyOf(articles: Iterable<ArticleToWrite> | AsyncIterable<ArticleToWrite>) {
  yield* articles;
}

/** The window's side of one job: replies in order, and its end whatever ends it. */
class WorkerJob {
  readonly #worker: WorkerPort<DatasetMessage>;
  readonly #signal: AbortSignal | undefined;
  readonly #replies: DatasetReply[] = [];
  #broken: Error | undefined;
  #wake: (() => void) | undefined;
  readonly #onAbort = () => this.#break(toError(this.#signal?.reason));

  constructor(worker: WorkerPort<DatasetMessage>, signal: AbortSignal | undefined) {
    this.#worker = worker;
    this.#signal = signal;
    worker.addEventListener('message', ({ data }: MessageEvent<DatasetReply>) => {
      this.#replies.push(data);
      this.#wake?.();
    });
    worker.addEventListener('error', (event) =>
      this.#break(new Error(event.message || 'The worker stopped.')),
    );
    if (signal?.aborted) this.#onAbort();
    signal?.addEventListener('abort', this.#onAbort);
  }

  ask(message: DatasetMessage, transfer: Transferable[] = []): Promise<DatasetReply> {
    if (this.#broken === undefined) this.#worker.postMessage(message, transfer);
    return this.next();
  }

  /** The next reply. @throws when the job was broken off. */
  async next(): Promise<DatasetReply> {
    for (;;) {
      if (this.#broken !== undefined) throw this.#broken;
      const reply = this.#replies.shift();
      if (reply !== undefined) return reply;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  end(): void {
    this.#signal?.removeEventListener('abort', this.#onAbort);
    this.#worker.terminate();
  }

  #break(error: Error): void {
    this.#broken = error;
    this.#wake?.();
  }
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('Cancelled.');
}
