import type { Identifier } from '../../../core/model/identifier.ts';
import type { Application } from '../application.ts';
import { type Arrangement, type ArticleRow, arrangeArticles } from './arrange-articles.ts';

/** What decides the list at this moment. */
export function arrangementOf(app: Application): Arrangement {
  const { articleSort, articleSortReversed, articleGroups } = app.settings.current;
  const { query, filter, found } = app.articleList.store.getState();
  return {
    articles: app.workbench.project.getState().articles,
    query,
    found,
    filter,
    facts: app.articleFacts.store.getState().facts,
    sort: articleSort,
    reversed: articleSortReversed,
    groups: articleGroups,
  };
}

/** The articles in the order in which the list shows them. The open one is among them even where the filter has just left it out. */
export function articlesInSight(app: Application, keep?: Identifier): ArticleRow[] {
  return arrangeArticles(arrangementOf(app), keep);
}

/**
 * The article that the list shows after (or before) the open one: the first (or last) of all when none is open.
 * @param isWanted passes over articles that are not
 */
export function neighbourArticle(
  app: Application,
  direction: 1 | -1,
  isWanted: (row: ArticleRow) => boolean = () => true,
): ArticleRow | undefined {
  const openId = app.workbench.project.getState().open?.record.id;
  const rows = articlesInSight(app, openId);
  const ordered = direction === 1 ? rows : rows.toReversed();
  const at = ordered.findIndex(({ summary }) => summary.record.id === openId);
  return ordered.slice(at + 1).find(isWanted);
}
