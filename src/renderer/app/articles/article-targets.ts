import type { ArticleRecord } from '../../../core/model/article.ts';
import type { Identifier } from '../../../core/model/identifier.ts';
import type { Application } from '../application.ts';

/** Marks the elements of the list by their article. */
export const articleAttribute = 'data-article';

/** The article whose item has the focus. */
function focusedArticle(): Identifier | null {
  return document.activeElement?.getAttribute(articleAttribute) ?? null;
}

/** The articles that commands are about: those selected in the list, else the one whose item has the focus, else the open one. */
export function targetArticles(app: Application): readonly Identifier[] {
  const { selected } = app.articleList.store.getState();
  const { articles, open } = app.workbench.project.getState();
  const chosen = [...selected].filter((id) => articles.has(id));
  if (chosen.length > 0) return chosen;
  const one = focusedArticle() ?? open?.record.id;
  return one !== undefined && articles.has(one) ? [one] : [];
}

/** The records of articles, in the order of the list; those that are gone are left out. */
export function recordsOf(app: Application, ids: Iterable<Identifier>): ArticleRecord[] {
  const { articles } = app.workbench.project.getState();
  return [...ids]
    .flatMap((id) => articles.get(id) ?? [])
    .sort((a, b) => a.order - b.order)
    .map(({ record }) => record);
}
