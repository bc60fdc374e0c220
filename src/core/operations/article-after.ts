import { ArticleDraft } from './article-draft.ts';
import type { Change } from './operation.ts';
import { isProjectChange } from './project-change.ts';
import type { ArticleState } from './project-state.ts';

/**
 * The article as it would be after these changes to it, for gestures that go on from what is not made yet.
 * @throws when a change does not fit: gestures make only what does.
 */
export function articleAfter(article: ArticleState, changes: readonly Change[]): ArticleState {
  const draft = new ArticleDraft(article);
  for (const change of changes) {
    if (isProjectChange(change) || change.type === 'article.add' || change.type === 'article.remove')
      continue;
    const conflict = draft.make(change);
    if (conflict !== undefined) throw new Error(`a gesture made what does not fit: ${conflict.message}`);
  }
  return draft.done();
}
