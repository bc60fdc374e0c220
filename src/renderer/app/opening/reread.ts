import { newArticle } from '../../../core/formats/new-article.ts';
import type { Article } from '../../../core/model/article.ts';
import { failure, type Result, success } from '../../../core/model/result.ts';
import type { Operation } from '../../../core/operations/operation.ts';
import type { ArticleState } from '../../../core/operations/project-state.ts';
import type { Application } from '../application.ts';

type Problem = { readonly message: string };

/**
 * The operation that puts in an article's place what its file reads in another encoding. The project keeps texts, not files, so that the person
 * is asked for the file; another one is refused by its digest.
 * @returns null when the dialog was cancelled.
 */
export async function rereadIn(
  app: Application,
  article: ArticleState,
  encoding: string,
): Promise<Result<Operation, Problem> | null> {
  const { record, body } = article;
  const { fileName, sha256 } = record.source;
  const arrival = await app.bridge.request('files.choose', { purpose: 'articles' });
  const [file] = arrival.files;
  if (file === undefined) {
    const [refused] = arrival.refused;
    return refused === undefined ? null : failure({ message: refused.message });
  }
  const bytes = await app.bridge.request('files.read', { token: file.token });
  if (!bytes.ok) return bytes;
  const read = await app.readFile(bytes.value, { encoding });
  if (!read.ok) return read;
  if (read.value.source.sha256 !== sha256) {
    return failure({
      message: `“${file.name}” is not the file that this article was made of (“${fileName}”).`,
    });
  }
  const now = new Date().toISOString();
  const made = newArticle(read.value, { id: record.id, now, versionOf: record.versionOf });
  const after: Article = { ...made, record: { ...made.record, createdAt: record.createdAt } };
  return success({ type: 'article.replace', before: { record, body }, after });
}
