import { completeArticle } from '../core/formats/complete-article.ts';
import { type DatasetFault, faultLine } from '../core/formats/dataset-reading.ts';
import type { DatasetArticle, DatasetHead } from '../core/formats/dataset-schema.ts';
import { datasetArticleSchema } from '../core/formats/dataset-schema.ts';
import type { DatasetStream } from '../core/formats/dataset-stream.ts';
import type { Loss } from '../core/formats/format.ts';
import { incomingProject } from '../core/formats/from-dataset.ts';
import { parseItem } from '../core/formats/json-item.ts';
import { LossCount } from '../core/formats/loss-count.ts';
import type { WritingFormat } from '../core/formats/packing.ts';
import { datasetFile } from '../core/formats/packing.ts';
import { datasetHead } from '../core/formats/to-dataset.ts';
import type { Timestamp } from '../core/model/identifier.ts';
import { count } from '../core/text/number-words.ts';
import type { ExitCode, Surroundings } from './command.ts';
import type { Destination } from './destination.ts';
import { reportFaults } from './fault.ts';
import { systemReason } from './system-reason.ts';
import { writePieces } from './write-dataset.ts';

/** The dataset that is read has faults, which were reported. */
class FaultyInput extends Error {}

/**
 * Converts a dataset article by article, in memory that does not grow with it, as `convert` says it does. Faults are reported as they are found. Into a file nothing is written
 * when there are any; to standard output nothing after the first.
 * @param file as the person named it
 */
export async function convertStream(
  file: string,
  stream: DatasetStream,
  format: WritingFormat,
  destination: Destination,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const conversion = new StreamedConversion(file, stream, surroundings);
  const pieces = conversion.bytes(format, destination.name, new Date().toISOString());
  try {
    await writePieces(pieces, destination, surroundings);
  } catch (error) {
    if (!(error instanceof FaultyInput)) {
      reportFaults(
        [{ file: destination.named, reason: `it was not written: ${systemReason(error)}` }],
        surroundings,
      );
    }
    return 1;
  }
  for (const { count, kind } of conversion.losses()) surroundings.err(`lost: ${count} ${kind}`);
  return 0;
}

class StreamedConversion {
  readonly #file: string;
  readonly #stream: DatasetStream;
  readonly #surroundings: Surroundings;
  readonly #lost = new LossCount();
  #faults = 0;
  #read = 0;

  constructor(file: string, stream: DatasetStream, surroundings: Surroundings) {
    this.#file = file;
    this.#stream = stream;
    this.#surroundings = surroundings;
  }

  /**
   * The bytes of the dataset in another format, as a hand-over: without the trash, completed.
   * @param name the project's name where the dataset has none
   * @throws FaultyInput at the end, when there were faults
   */
  async *bytes({ writer }: WritingFormat, name: string, now: Timestamp): AsyncGenerator<Uint8Array> {
    const { head, faults } = this.#stream;
    this.#report(faults);
    // How many articles there are is not known, and matters only to formats of several files.
    const pieces = datasetFile(writer, handedOver(head, name, now), this.#articles(now), 1, this.#lost);
    for await (const piece of pieces) if (this.#faults === 0) yield piece;
    if (this.#faults > 0) throw new FaultyInput();
  }

  /** What went lost, once all bytes are written. */
  losses(): Loss<string>[] {
    const unknown = this.#stream.unknownKeys();
    return [
      ...unknown.map(({ path, count }) => ({ kind: `unknown keys ${path}`, count })),
      ...this.#lost.losses(),
    ];
  }

  async *#articles(now: Timestamp): AsyncGenerator<DatasetArticle> {
    for await (const { article, faults } of this.#stream.articles) {
      this.#report(faults);
      this.#read += 1;
      this.#surroundings.progress?.(`Converting: ${count(this.#read, 'article')}`);
      if (article === undefined || this.#faults > 0) continue;
      if (article.trashedAt) this.#lost.add('articles in the trash', 1);
      else yield sound(completeArticle(article, now));
    }
  }

  #report(faults: readonly DatasetFault[]): void {
    this.#faults += faults.length;
    const file = this.#file;
    reportFaults(
      faults.map((fault) => ({ file, line: fault.line, reason: faultLine(fault) })),
      this.#surroundings,
    );
  }
}

/** The head with all that a dataset may leave out, and without the project's id. */
function handedOver(head: DatasetHead, name: string, now: Timestamp): DatasetHead {
  const { project } = incomingProject({ ...head, articles: [] }, { now, projectId: 'handed-over' });
  const complete = datasetHead(project, { kind: 'snapshot' }, new Set());
  return {
    ...complete,
    project: { name: head.project?.name ?? name, createdAt: project.createdAt },
    annotators: head.annotators ?? [],
  };
}

/** The article, which satisfies the schema that others will check it with. */
function sound(article: DatasetArticle): DatasetArticle {
  const checked = parseItem(datasetArticleSchema, article);
  if (!checked.ok) throw new Error(`article “${article.id}” cannot be written: ${checked.reason}`);
  return article;
}
