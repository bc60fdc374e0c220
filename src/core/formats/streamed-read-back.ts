import { count } from '../text/number-words.ts';
import { headContent } from './dataset-content.ts';
import type { DatasetArticle, DatasetHead } from './dataset-schema.ts';
import type { DatasetStream } from './dataset-stream.ts';
import type { DatasetReader, DatasetWriter } from './format.ts';
import { checksumOf, faultAsClause, ReadBackError, type ReadingBack } from './read-back.ts';

/**
 * Does what `ReadBack` does while the file is still being written, for formats that are read piece by piece: it holds no more than a piece and an article, so that
 * nothing is too large for it.
 */
export class StreamedReadBack implements ReadingBack {
  readonly #writer: DatasetWriter;
  /** Checksums of articles that were handed to the writer and not read yet. */
  readonly #expected: string[] = [];
  readonly #pieces = new Handover();
  /** What was read of the head, or what is wrong, as a clause. */
  readonly #reading: Promise<DatasetHead | string>;

  constructor(writer: DatasetWriter, stream: NonNullable<DatasetReader['stream']>) {
    this.#writer = writer;
    this.#reading = this.#read(stream).finally(() => this.#pieces.leave());
  }

  expect(article: DatasetArticle): void {
    this.#expected.push(checksumOf(article, this.#writer.holds));
  }

  wrote(_name: string, piece: Uint8Array): Promise<void> {
    return this.#pieces.give(piece);
  }

  async check(head: DatasetHead): Promise<boolean> {
    await this.#pieces.give(undefined);
    const read = await this.#reading;
    if (typeof read === 'string') throw new ReadBackError(read);
    if (this.#expected.length > 0)
      throw new ReadBackError(`it lacks ${count(this.#expected.length, 'article')}`);
    const { holds } = this.#writer;
    if (headContent(head, holds) !== headContent(read, holds))
      throw new ReadBackError('its tag set or cast differs');
    return true;
  }

  async #read(stream: NonNullable<DatasetReader['stream']>): Promise<DatasetHead | string> {
    const opened = await stream('dataset', this.#pieces.all());
    return opened.ok ? this.#compare(opened.value) : opened.reason.message;
  }

  async #compare({ head, faults, articles }: DatasetStream): Promise<DatasetHead | string> {
    let wrong = faultAsClause(faults);
    let number = 0;
    for await (const { article, faults: own } of articles) {
      number += 1;
      wrong ??= faultAsClause(own);
      const isSame =
        article !== undefined && checksumOf(article, this.#writer.holds) === this.#expected.shift();
      if (!isSame) wrong ??= `article ${number} is not as it should be`;
      if (wrong !== undefined) return wrong;
    }
    return wrong ?? head;
  }
}

/** Pieces from one who writes to one who reads, one at a time: who gives waits until the one before was used. */
class Handover {
  #take: ((piece: Uint8Array | undefined) => void) | undefined;
  #asked: (() => void) | undefined;
  #isOver = false;

  /** @param piece undefined behind the last. Goes nowhere once the reader left. */
  async give(piece: Uint8Array | undefined): Promise<void> {
    while (this.#take === undefined && !this.#isOver) {
      await new Promise<void>((resolve) => {
        this.#asked = resolve;
      });
    }
    const take = this.#take;
    this.#take = undefined;
    take?.(piece);
  }

  leave(): void {
    this.#isOver = true;
    this.#asked?.();
  }

  async *all(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const piece = await new Promise<Uint8Array | undefined>((resolve) => {
        this.#take = resolve;
        this.#asked?.();
      });
      if (piece === undefined) return;
      yield piece;
    }
  }
}
