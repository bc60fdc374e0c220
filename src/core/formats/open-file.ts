import type { Result } from '../model/result.ts';
import type { DatasetReading } from './dataset-reading.ts';
import type { SourceFile } from './format.ts';
import { type FormatFailure, unreadable } from './format-failure.ts';
import type { ReadArticle } from './read-article.ts';
import { bestFormat } from './registry.ts';

/** Reads a file as an article with the format that knows it best. A dataset is refused, with a word on how to import it. */
export async function readArticle(
  file: SourceFile,
  options?: { readonly encoding?: string },
): Promise<Result<ReadArticle, FormatFailure>> {
  const dataset = bestFormat(file, ({ datasets }) => datasets !== undefined);
  if (dataset?.recognise(file) === 'content') {
    return unreadable(
      'is-dataset',
      `“${file.name}” is a dataset (${dataset.name}), not an article. Import it instead: File › Import dataset….`,
    );
  }
  const reader = bestFormat(file, ({ articles }) => articles !== undefined)?.articles;
  if (reader === undefined)
    return unreadable('cannot-read', `“${file.name}” is in no format that can be opened here.`);
  return reader.read(file, options);
}

/** Reads a file as a dataset with the format that knows it best. @param progress hears how many of how many articles were read. */
export async function readDatasetFile(
  file: SourceFile,
  progress?: (done: number, total: number) => void,
): Promise<Result<DatasetReading, FormatFailure>> {
  if (file.bytes.length === 0) return unreadable('empty', `“${file.name}” is empty.`);
  const reader = bestFormat(file, ({ datasets }) => datasets !== undefined)?.datasets;
  if (reader === undefined) {
    return unreadable(
      'not-a-dataset',
      `“${file.name}” is not a dataset. To read it as an article, open it: File › Open….`,
    );
  }
  return reader.read(file, progress);
}
