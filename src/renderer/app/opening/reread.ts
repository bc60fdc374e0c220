import { newArticle } from '../../../core/formats/new-article.ts';
import type { ReadArticle } from '../../../core/formats/read-article.ts';
import { readOneArticle } from '../../../core/formats/reading/read-one-article.ts';
import type { Article } from '../../../core/model/article.ts';
import { failure, type Result, success } from '../../../core/model/result.ts';
import type { Operation } from '../../../core/operations/operation.ts';
import type { ArticleState } from '../../../core/operations/project-state.ts';
import type { Application } from '../application.ts';

type Problem = { readonly message: string };

interface FileBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The operation that puts in an article's place what its file reads in another encoding. The project keeps texts, not files: a file that was opened in this
 * run is read again as it is now; for any other the person is asked. One with other bytes is refused by its digest.
 * @returns null when the dialog was cancelled.
 */
export async function rereadIn(
  app: Application,
  article: ArticleState,
  encoding: string,
): Promise<Result<Operation, Problem> | null> {
  const { record, body } = article;
  const { fileName, sha256 } = record.source;
  const again = await readAgain(app, sha256, encoding);
  const read = again ?? (await readChosen(app, sha256, encoding));
  if (read === null) return null;
  if (!read.ok) return read;
  if (read.value.source.sha256 !== sha256) {
    return failure({ message: `That is not the file that this article was made of (“${fileName}”).` });
  }
  const now = new Date().toISOString();
  const made = newArticle(read.value, { id: record.id, now, versionOf: record.versionOf });
  const after: Article = { ...made, record: { ...made.record, createdAt: record.createdAt } };
  return success({ type: 'article.replace', before: { record, body }, after });
}

/** The file as it was opened in this run; null when it was not, or is gone or changed since. */
async function readAgain(app: Application, sha256: string, encoding: string) {
  const token = app.fileTokens.get(sha256);
  if (token === undefined) return null;
  const bytes = await app.bridge.request('files.read', { token });
  if (!bytes.ok) return null;
  const read = await decoded(app, bytes.value, sha256, encoding);
  return read.ok && read.value.source.sha256 !== sha256 ? null : read;
}

async function readChosen(app: Application, sha256: string, encoding: string) {
  const arrival = await app.bridge.request('files.choose', { purpose: 'articles' });
  const [file] = arrival.files;
  if (file === undefined) {
    const [refused] = arrival.refused;
    return refused === undefined ? null : failure({ message: refused.message });
  }
  const bytes = await app.bridge.request('files.read', { token: file.token });
  return bytes.ok ? decoded(app, bytes.value, sha256, encoding) : bytes;
}

/** The article of that digest in the file, which may hold others beside it. */
function decoded(app: Application, file: FileBytes, sha256: string, encoding: string) {
  const tables = app.settings.current.tableColumns;
  const isThis = ({ source }: ReadArticle) => source.sha256 === sha256;
  return readOneArticle(app.readArticles, file, { encoding, tables }, isThis);
}
