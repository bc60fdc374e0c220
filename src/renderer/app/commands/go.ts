import type { Application } from '../application.ts';
import type { ArticleRow } from '../articles/arrange-articles.ts';
import { articlesInSight, neighbourArticle } from '../articles/article-rows.ts';
import type { CommandImplementation } from '../command.ts';
import { focusPlace, focusText } from '../places.ts';
import { hasArticle, hasSpan } from '../preconditions.ts';

async function openNeighbour(app: Application, direction: 1 | -1): Promise<void> {
  const next = neighbourArticle(app, direction);
  if (next !== undefined) await app.workbench.openArticle(next.summary.record.id);
}

/** Goes on behind the open article, and from the end round to the start of the list. */
async function openNextUnfinished(app: Application): Promise<void> {
  const openId = app.workbench.project.getState().open?.record.id;
  const isUnfinished = ({ summary: { record } }: ArticleRow) =>
    record.id !== openId && (record.state === 'todo' || record.state === 'inProgress');
  const next = neighbourArticle(app, 1, isUnfinished) ?? articlesInSight(app).find(isUnfinished);
  if (next === undefined) app.notices.inform('No other article in the list is to do or in progress.');
  else await app.workbench.openArticle(next.summary.record.id);
}

export const implementations: readonly CommandImplementation[] = [
  { id: 'go.nextArticle', enabled: hasArticle, run: (app) => openNeighbour(app, 1) },
  { id: 'go.previousArticle', enabled: hasArticle, run: (app) => openNeighbour(app, -1) },
  { id: 'go.nextUnfinished', run: openNextUnfinished },
  { id: 'go.articleSearch', run: (app) => void focusPlace(app, 'articleSearch') },
  { id: 'go.articles', run: (app) => void focusPlace(app, 'articles') },
  { id: 'go.text', enabled: hasArticle, run: focusText },
  { id: 'go.annotations', enabled: hasArticle, run: (app) => void focusPlace(app, 'annotations') },
  { id: 'go.card', enabled: hasSpan, run: (app) => void focusPlace(app, 'card') },
];
