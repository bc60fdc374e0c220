import { ZipWriter } from '../zip/zip-writer.ts';
import type { DatasetArticle, DatasetHead } from './dataset-schema.ts';
import type { Articles, DatasetWriter, Format, OutgoingFile } from './format.ts';
import type { LossCount } from './loss-count.ts';
import { reduceArticle, reduceHead } from './reduce-dataset.ts';

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
  const held = reduceHead(head, writer.holds, lost);
  const heldArticles = reduced(articles, writer, lost);
  if ('write' in writer) yield* writer.write(held, heldArticles);
  else if (isPacked(writer, articleCount)) yield* zipped(writer.files(held, heldArticles));
  else for await (const { bytes } of writer.files(held, heldArticles)) yield bytes;
}

/**
 * The files of a dataset, for a folder: of a format that is one file, that one.
 * @param name of the dataset, without an ending
 */
export async function* datasetFiles(
  { writer, endings }: Format & { readonly writer: DatasetWriter },
  name: string,
  head: DatasetHead,
  articles: Articles,
  lost?: LossCount,
): AsyncGenerator<{ readonly name: string; readonly pieces: AsyncIterable<Uint8Array> }> {
  const held = reduceHead(head, writer.holds, lost);
  const heldArticles = reduced(articles, writer, lost);
  if ('write' in writer)
    yield { name: `${name}${endings[0] ?? ''}`, pieces: writer.write(held, heldArticles) };
  else
    for await (const file of writer.files(held, heldArticles))
      yield { name: file.name, pieces: once(file.bytes) };
}

async function* reduced(
  articles: Articles,
  writer: DatasetWriter,
  lost: LossCount | undefined,
): AsyncGenerator<DatasetArticle> {
  for await (const article of articles) {
    const { title } = article;
    const held = reduceArticle(article, writer.holds, lost);
    yield 'write' in writer || title === undefined ? held : { title, ...held };
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
