import type { ArticleReadingOptions } from '../../../core/formats/format.ts';
import type { ReadArticle } from '../../../core/formats/read-article.ts';
import { readOneArticle } from '../../../core/formats/reading/read-one-article.ts';
import type { ArticleRecord } from '../../../core/model/article.ts';
import { failure, type Result } from '../../../core/model/result.ts';
import type { Application } from '../application.ts';
import { articleExtensions } from './file-extensions.ts';

type Problem = { readonly message: string };

interface FileBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * What an article’s file reads now, or read in another way. The file is the one that was kept, else the one that was opened in this run if it is as it was; for any
 * other the person is asked, and one with other bytes is refused by its digest.
 * @returns null when the dialog was cancelled
 */
export async function readSource(
  app: Application,
  { source }: Pick<ArticleRecord, 'source'>,
  options: ArticleReadingOptions,
): Promise<Result<ReadArticle, Problem> | null> {
  const again = (await readKept(app, source, options)) ?? (await readAgain(app, source, options));
  const read = again ?? (await readChosen(app, source, options));
  if (read === null || !read.ok || read.value.source.sha256 === source.sha256) return read;
  return failure({ message: `That is not the file that this article was made of (“${source.fileName}”).` });
}

type Source = ArticleRecord['source'];

/** The file that was kept; null when none was. */
async function readKept(app: Application, source: Source, options: ArticleReadingOptions) {
  const kept = await app.bridge.request('originals.read', { sha256: source.sha256 });
  if (!kept.ok || kept.value.bytes === null) return null;
  return articleOf(app, { name: source.fileName, bytes: kept.value.bytes }, source, options);
}

/** The file as it was opened in this run; null when it was not, or is gone or changed since. */
async function readAgain(app: Application, source: Source, options: ArticleReadingOptions) {
  const token = app.fileTokens.get(source.sha256);
  if (token === undefined) return null;
  const bytes = await app.bridge.request('files.read', { token });
  if (!bytes.ok) return null;
  const read = await articleOf(app, bytes.value, source, options);
  return read.ok && read.value.source.sha256 !== source.sha256 ? null : read;
}

async function readChosen(app: Application, source: Source, options: ArticleReadingOptions) {
  const arrival = await app.bridge.request('files.choose', {
    purpose: 'articles',
    extensions: articleExtensions(),
  });
  const [file] = arrival.files;
  if (file === undefined) {
    const [refused] = arrival.refused;
    return refused === undefined ? null : failure({ message: refused.message });
  }
  const bytes = await app.bridge.request('files.read', { token: file.token });
  return bytes.ok ? articleOf(app, bytes.value, source, options) : bytes;
}

/** The article of that digest in the file, which may hold others beside it. */
function articleOf(app: Application, file: FileBytes, { sha256 }: Source, options: ArticleReadingOptions) {
  const tables = app.settings.current.tableColumns;
  const isThis = (read: ReadArticle) => read.source.sha256 === sha256;
  return readOneArticle(app.readArticles, file, { ...options, tables }, isThis);
}
