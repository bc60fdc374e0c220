import { ZipWriter } from '../zip/zip-writer.ts';
import type { DatasetArticle, DatasetHead } from './dataset-schema.ts';
import type { Articles, DatasetWriter, Format, OutgoingArticle, OutgoingFile, Prediction } from './format.ts';
import type { LossCount } from './loss-count.ts';
import { ReadBack, type ReadingBack } from './read-back.ts';
import { reduceArticle, reduceHead } from './reduce-dataset.ts';
import { StreamedReadBack } from './streamed-read-back.ts';

/** What a dataset of so many articles becomes: one file of the format, or a ZIP with several. */
export function isPacked(writer: DatasetWriter, articleCount: number): boolean {
  return !('write' in writer) && (writer.each === 'dataset' || articleCount !== 1);
}

/** The ending, with its dot, of the file that a dataset of so many articles becomes. */
export function endingOf({ endings, writer }: Format, articleCount: number): string {
  const [ending = ''] = endings;
  return writer !== undefined && isPacked(writer, articleCount) ? '.zip' : ending;
}

/**
 * The bytes of a dataset as one file. What the format cannot hold is left out first.
 * @param lost counts what was left out
 */
export async function* datasetFile(
  writer: DatasetWriter,
  head: DatasetHead,
  articles: Articles,
  articleCount: number,
  lost?: LossCount,
): AsyncGenerator<Uint8Array> {
  yield* filePieces(
    writer,
    reduceHead(head, writer.holds, lost),
    reduced(articles, writer, lost),
    articleCount,
  );
}

export type WritingFormat = Format & { readonly writer: DatasetWriter };

/** Hears that a dataset is too large to be read back here. */
export type TooLarge = () => void;

/**
 * The same, read back after the last piece, where the format is one that is read.
 * @throws {ReadBackError} when what was written says something else than it should: none of it may be kept
 */
export async function* checkedDatasetFile(
  format: WritingFormat,
  head: DatasetHead,
  articles: Articles,
  articleCount: number,
  lost?: LossCount,
  tooLarge?: TooLarge,
): AsyncGenerator<Uint8Array> {
  const { writer } = format;
  const readBack = readBackOf(format);
  const held = reduceHead(head, writer.holds, lost);
  const heldArticles = reduced(articles, writer, lost, readBack);
  const name = `dataset${endingOf(format, articleCount)}`;
  for await (const piece of filePieces(writer, held, heldArticles, articleCount)) {
    await readBack?.wrote(name, piece);
    yield piece;
  }
  if ((await readBack?.check(held)) === false) tooLarge?.();
}

async function* filePieces(
  writer: DatasetWriter,
  head: DatasetHead,
  articles: AsyncIterable<OutgoingArticle>,
  articleCount: number,
): AsyncGenerator<Uint8Array> {
  if ('write' in writer) yield* writer.write(head, articles);
  else if (isPacked(writer, articleCount)) yield* zipped(writer.files(head, articles));
  else for await (const { bytes } of writer.files(head, articles)) yield bytes;
}

/**
 * The files of a dataset, for a folder: of a format that is one file, that one. Read back after the last, as `checkedDatasetFile` does.
 * @param name of the dataset, without an ending
 */
export async function* datasetFiles(
  format: WritingFormat,
  name: string,
  head: DatasetHead,
  articles: Articles,
  lost?: LossCount,
  tooLarge?: TooLarge,
): AsyncGenerator<{ readonly name: string; readonly pieces: AsyncIterable<Uint8Array> }> {
  const { writer, endings } = format;
  const readBack = readBackOf(format);
  const held = reduceHead(head, writer.holds, lost);
  const heldArticles = reduced(articles, writer, lost, readBack);
  const file = (fileName: string, pieces: AsyncIterable<Uint8Array>) => ({
    name: fileName,
    pieces: seen(pieces, (piece) => readBack?.wrote(fileName, piece)),
  });
  if ('write' in writer) yield file(`${name}${endings[0] ?? ''}`, writer.write(held, heldArticles));
  else
    for await (const { name: fileName, bytes } of writer.files(held, heldArticles))
      yield file(fileName, once(bytes));
  if ((await readBack?.check(held)) === false) tooLarge?.();
}

function readBackOf({ writer, datasets }: WritingFormat): ReadingBack | undefined {
  if (datasets?.stream !== undefined && 'write' in writer)
    return new StreamedReadBack(writer, datasets.stream);
  return datasets === undefined ? undefined : new ReadBack(writer);
}

/** What of an article’s predictions the format holds; what it does not is no loss of what somebody made, and not counted. */
function withPredictions(
  held: DatasetArticle,
  { id, text, predictions = [] }: OutgoingArticle,
  { holds, predictions: hasPlace }: DatasetWriter,
): OutgoingArticle {
  if (hasPlace !== true || predictions.length === 0) return held;
  const reduced = predictions.map((prediction): Prediction => {
    const { spans, relations } = prediction;
    // Links may end at what an earlier prediction brought along: they are not looked at one prediction at a time.
    const parts = reduceArticle({ id, text, spans: [...spans] }, holds);
    return { ...prediction, spans: parts.spans ?? [], relations: holds.relations ? relations : [] };
  });
  return { ...held, predictions: reduced };
}

async function* reduced(
  articles: Articles,
  writer: DatasetWriter,
  lost: LossCount | undefined,
  readBack?: ReadingBack,
): AsyncGenerator<OutgoingArticle> {
  for await (const article of articles) {
    const { title } = article;
    const held = reduceArticle(article, writer.holds, lost);
    readBack?.expect(held);
    const whole = withPredictions(held, article, writer);
    yield 'write' in writer || title === undefined ? whole : { title, ...whole };
  }
}

async function* seen<Piece>(
  pieces: AsyncIterable<Piece>,
  see: (piece: Piece) => void | Promise<void> | undefined,
): AsyncGenerator<Piece> {
  for await (const piece of pieces) {
    await see(piece);
    yield piece;
  }
}

async function* zipped(files: AsyncIterable<OutgoingFile>): AsyncGenerator<Uint8Array> {
  const zip = new ZipWriter();
  for await (const { name, bytes } of files) {
    zip.add(name, bytes);
    yield* zip.take();
  }
  zip.end();
  yield* zip.take();
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
