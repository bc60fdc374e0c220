import type { Result } from '../../model/result.ts';
import type { SourceFile } from '../format.ts';
import { type FormatFailure, unreadable } from '../format-failure.ts';
import type { OpenedPart, OpeningOptions } from '../open-articles.ts';
import type { ReadArticle } from '../read-article.ts';

/**
 * Decodes a file and makes articles of it, away from the window's thread. Reasons of failures name the file and say what to do.
 * The file's bytes are handed over: do not use them afterwards.
 */
export type ReadArticles = (file: SourceFile, options?: OpeningOptions) => AsyncIterable<OpenedPart>;

/** The first article in a file for which `wanted` holds; else what was wrong with the first part, or that there is none. */
export async function readOneArticle(
  read: ReadArticles,
  file: SourceFile,
  options: OpeningOptions,
  wanted: (article: ReadArticle) => boolean = () => true,
): Promise<Result<ReadArticle, FormatFailure>> {
  const { name } = file;
  let first: Result<ReadArticle, FormatFailure> | undefined;
  for await (const { content } of read(file, options)) {
    if (content.kind !== 'article') continue;
    if (content.read.ok && wanted(content.read.value)) return content.read;
    first ??= content.read;
  }
  return first ?? unreadable('cannot-read', `No single article can be read from “${name}”.`);
}
