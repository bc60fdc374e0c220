import { articleContent, headContent } from './dataset-content.ts';
import type { DatasetFault } from './dataset-reading.ts';
import type { DatasetArticle, DatasetHead } from './dataset-schema.ts';
import type { DatasetWriter, SourceFile } from './format.ts';
import type { Holdings } from './holdings.ts';
import { readDatasetFiles } from './open-file.ts';
import { Sha256 } from './sha256.ts';

/** A file of more bytes than this is not read back here: reading takes several times its size of memory. */
export const largestReadBack = 256 * 1024 * 1024;

/** What was written does not say what should be in it. The message is a clause; nothing of it may be kept. */
export class ReadBackError extends Error {
  override readonly name = 'ReadBackError';
}

/** Looks whether what was written of a dataset says what it should, before the files are put in place. */
export interface ReadingBack {
  /** An article as it is handed to the writer. */
  expect(article: DatasetArticle): void;
  /** A piece of a file that was written; the next is to wait for it. */
  wrote(name: string, piece: Uint8Array): void | Promise<void>;
  /**
   * Says whether all of it is as it should be, once all is written.
   * @param head as it was handed to the writer
   * @returns false when the files were too large to be read back
   * @throws {ReadBackError} when they say something else
   */
  check(head: DatasetHead): Promise<boolean>;
}

/**
 * Remembers what should be in a dataset while it is written, and looks whether it is: by this program's own reader of the format, in files that are not
 * in place yet. Holds the files and a checksum an article.
 */
export class ReadBack implements ReadingBack {
  readonly #writer: DatasetWriter;
  readonly #articles: string[] = [];
  readonly #files = new Map<string, Uint8Array[]>();
  #byteLength = 0;

  constructor(writer: DatasetWriter) {
    this.#writer = writer;
  }

  expect(article: DatasetArticle): void {
    this.#articles.push(checksumOf(article, this.#writer.holds));
  }

  wrote(name: string, piece: Uint8Array): void {
    this.#byteLength += piece.length;
    if (this.#byteLength > largestReadBack) {
      this.#files.clear();
      return;
    }
    const pieces = this.#files.get(name);
    if (pieces === undefined) this.#files.set(name, [piece]);
    else pieces.push(piece);
  }

  async check(head: DatasetHead): Promise<boolean> {
    if (this.#byteLength > largestReadBack) return false;
    // Of no articles some formats make no file at all.
    if (this.#articles.length === 0) return true;
    const { holds } = this.#writer;
    const reading = await readDatasetFiles([...this.#files].map(([name, pieces]) => joined(name, pieces)));
    if (!reading.ok) throw new ReadBackError(reading.reason.message);
    const { dataset, faults } = reading.value;
    const refused = faultAsClause(faults);
    if (refused !== undefined) throw new ReadBackError(refused);
    if (headContent(head, holds) !== headContent(dataset, holds))
      throw new ReadBackError('its tag set or cast differs');
    if (dataset.articles.length !== this.#articles.length) {
      throw new ReadBackError(`it holds ${dataset.articles.length} of ${this.#articles.length} articles`);
    }
    const wrong = dataset.articles.findIndex(
      (article, i) => checksumOf(article, holds) !== this.#articles[i],
    );
    if (wrong !== -1) throw new ReadBackError(`article ${wrong + 1} is not as it should be`);
    return true;
  }
}

/** A checksum of what an article says, as far as the format holds it. */
export function checksumOf(article: DatasetArticle, holds: Holdings): string {
  return Sha256.of(new TextEncoder().encode(articleContent(article, holds).join('\n')));
}

/** What the reader refused first, as a clause. */
export function faultAsClause(faults: readonly DatasetFault[]): string | undefined {
  const refused = faults.find(({ effect }) => effect === 'refused');
  return refused && `${refused.item} “${refused.id}”: ${refused.reason}`;
}

function joined(name: string, pieces: readonly Uint8Array[]): SourceFile {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return { name, bytes };
}
