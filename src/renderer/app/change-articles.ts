import type { Identifier } from '../../core/model/identifier.ts';
import type { Authorship } from '../../core/operations/gestures/authorship.ts';
import type { BulkChanges } from '../../core/operations/gestures/bulk.ts';
import { operationOf } from '../../core/operations/operation.ts';
import type { ArticleState } from '../../core/operations/project-state.ts';
import type { ArticleSummary } from '../store/workbench-state.ts';
import type { Application } from './application.ts';
import { authorshipNow } from './perform.ts';

/** What came of it. */
export interface ChangedArticles {
  readonly changed: number;
  readonly skipped: number;
}

/** From so many articles on, the reading of them is shown and can be stopped. */
const manyArticles = 30;

/**
 * Makes one change in many articles, open or not: one operation, one undo.
 * @param targets what to change in each article.
 * @param label words that follow "Undo", of how many were changed.
 * @returns null when it was stopped, or refused: nothing has changed then.
 */
export async function changeArticles<Item>(
  app: Application,
  targets: ReadonlyMap<Identifier, readonly Item[]>,
  make: (article: ArticleState, items: readonly Item[], by: Authorship) => BulkChanges,
  label: (changed: number) => string,
): Promise<ChangedArticles | null> {
  const by = authorshipNow(app);
  const made = new Map<Identifier, { readonly seen: ArticleSummary; readonly result: BulkChanges }>();
  let stopped = false;
  const stop = () => {
    stopped = true;
  };
  const summary = (id: Identifier) => app.workbench.project.getState().articles.get(id);
  // What was changed by somebody else while others were read is read again: changes carry what was there before them.
  const outdated = () => [...targets.keys()].filter((id) => summary(id) !== made.get(id)?.seen);
  try {
    for (let pending = outdated(); pending.length > 0; pending = outdated()) {
      for (const id of pending) {
        if (stopped) return null;
        if (targets.size >= manyArticles) {
          const progress = { label: 'Reading articles', done: made.size, total: targets.size, cancel: stop };
          app.interface.setState({ progress });
        }
        const seen = summary(id);
        made.delete(id);
        if (seen === undefined) continue;
        const article = await app.workbench.readArticle(id);
        made.set(id, { seen, result: make(article, targets.get(id) ?? [], by) });
      }
    }
  } finally {
    if (targets.size >= manyArticles) app.interface.setState({ progress: null });
  }
  const results = [...made.values()].map(({ result }) => result);
  const total = (count: (result: BulkChanges) => number) => results.reduce((sum, one) => sum + count(one), 0);
  const changed = total((one) => one.changed);
  const skipped = total((one) => one.skipped);
  if (changed === 0) return { changed, skipped };
  const operation = operationOf(results.flatMap(({ changes }) => changes));
  return app.workbench.commit(operation, label(changed)) ? { changed, skipped } : null;
}

/** Items by the article that they are in, in order. */
export function byArticle<Item extends { readonly articleId: Identifier }>(
  items: readonly Item[],
): ReadonlyMap<Identifier, readonly Item[]> {
  const groups = new Map<Identifier, Item[]>();
  for (const item of items) {
    const group = groups.get(item.articleId);
    if (group === undefined) groups.set(item.articleId, [item]);
    else group.push(item);
  }
  return groups;
}
