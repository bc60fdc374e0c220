import type { Identifier } from '../../../core/model/identifier.ts';
import type { ArticleState } from '../../../core/operations/project-state.ts';
import type { ConcordanceRow } from '../../workers/scan/concordance-rows.ts';
import type { Application } from '../application.ts';
import { changeConcordance, runConcordance } from './run-concordance.ts';

/** When more articles than this change at once, the project is read again instead. */
const mostRead = 20;

/** Keeps the rows saying what is tagged, whatever is done and undone, until the returned function is called. */
export function keepRowsInStep(app: Application): () => void {
  return app.workbench.project.subscribe((state, before) => {
    if (state.articles === before.articles) return;
    const { rows } = app.interface.getState().concordance;
    if (rows.length === 0) return;
    const changed = [...new Set(rows.map(({ articleId }) => articleId))].filter(
      (id) => state.articles.get(id) !== before.articles.get(id),
    );
    if (changed.length === 0) return;
    const work = changed.length > mostRead ? runConcordance(app) : renew(app, changed);
    work.catch(app.reportFault);
  });
}

async function renew(app: Application, ids: readonly Identifier[]): Promise<void> {
  for (const id of ids) {
    const article = app.workbench.project.getState().articles.has(id)
      ? await app.workbench.readArticle(id)
      : null;
    const { rows, gone: before, found } = app.interface.getState().concordance;
    const gone = new Set(before);
    const renewed = rows.map((row) => {
      if (row.articleId !== id) return row;
      const now = renewedRow(row, article);
      if (now === undefined) gone.add(row.key);
      else gone.delete(row.key);
      return now ?? row;
    });
    changeConcordance(app, { rows: renewed, gone, found: found + before.size - gone.size });
  }
}

/** The row as the article has it now; undefined when what it shows is gone. */
export function renewedRow(row: ConcordanceRow, article: ArticleState | null): ConcordanceRow | undefined {
  if (article === null) return undefined;
  if (row.span !== null) {
    const span = article.spans.get(row.span.id);
    return span === undefined ? undefined : { ...row, span, tags: [span.tag] };
  }
  const tags = article.spans
    .touching(row.start, row.end)
    .filter(
      ({ fragments: [first, more] }) =>
        more === undefined && first?.start === row.start && first.end === row.end,
    )
    .map(({ tag }) => tag);
  return { ...row, tags };
}
