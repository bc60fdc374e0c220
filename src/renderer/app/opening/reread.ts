import { newArticle } from '../../../core/formats/new-article.ts';
import type { ReadArticle } from '../../../core/formats/read-article.ts';
import type { Article, ArticleRecord } from '../../../core/model/article.ts';
import { createIdentifier } from '../../../core/model/identifier.ts';
import { type Result, success } from '../../../core/model/result.ts';
import type { Operation } from '../../../core/operations/operation.ts';
import type { ArticleState } from '../../../core/operations/project-state.ts';
import type { Application } from '../application.ts';
import { offerCarryOver } from '../articles/carry-over.ts';
import { readSource } from './read-source.ts';

type Problem = { readonly message: string };

/**
 * The operation that puts in an article's place what its file reads in another encoding.
 * @returns null when a dialog was cancelled
 */
export async function rereadIn(
  app: Application,
  article: ArticleState,
  encoding: string,
): Promise<Result<Operation, Problem> | null> {
  const read = await readSource(app, article.record, { encoding });
  return read?.ok ? success(replacing(article, read.value)) : read;
}

/**
 * Reads the file of the open article again, with the reader of today. Before anything is tagged the new text takes the place of the old; after that it comes beside it as a later
 * version, to which the annotations can be carried over.
 * @param wholePage of a page everything that is on it
 */
export async function readFileAgain(app: Application, wholePage: boolean): Promise<void> {
  const record = app.workbench.project.getState().open?.record;
  if (record === undefined) return;
  const read = await readSource(app, record, { encoding: record.source.encoding, wholePage });
  if (read === null) return;
  if (!read.ok) {
    app.notices.warn(read.reason.message);
    return;
  }
  await app.workbench.whenComplete();
  const { open } = app.workbench.project.getState();
  // Another article may have been opened meanwhile.
  if (open?.record.id !== record.id) return;
  const { body, source } = read.value;
  if (JSON.stringify(body) === JSON.stringify(open.body)) {
    app.notices.inform(`The file reads as before (${source.reader}): nothing has changed.`);
    return;
  }
  const label = wholePage ? 'read whole page' : 'read file again';
  if (open.spans.size === 0) {
    if (app.workbench.commit(replacing(open, read.value), label))
      app.notices.inform('The file was read again.');
    return;
  }
  const now = new Date().toISOString();
  const article = newArticle(read.value, { id: createIdentifier(), now, versionOf: record.id });
  const later: Article = { ...article, record: { ...article.record, title: record.title } };
  if (!app.workbench.commit({ type: 'article.add', article: later }, label)) return;
  await app.workbench.openArticle(later.record.id);
  await offerCarryOver(app);
}

/** True for articles of whose file the reader left out what did not belong to the article. */
export function canReadWholePage({ source }: ArticleRecord): boolean {
  return /^m?html@/.test(source.reader);
}

function replacing({ record, body }: ArticleState, read: ReadArticle): Operation {
  const now = new Date().toISOString();
  const made = newArticle(read, { id: record.id, now, versionOf: record.versionOf });
  const after: Article = { ...made, record: { ...made.record, createdAt: record.createdAt } };
  return { type: 'article.replace', before: { record, body }, after };
}
