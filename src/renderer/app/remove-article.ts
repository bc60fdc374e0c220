import { placing } from '../../core/operations/gestures/move-article.ts';
import type { Change } from '../../core/operations/operation.ts';
import { type Operation, operationOf } from '../../core/operations/operation.ts';
import type { ArticleState } from '../../core/operations/project-state.ts';

/**
 * Takes an article out of the project with all that was made on it, in one step that can be undone.
 * @param order its place in the list, where it comes back to
 */
export function removeArticle({ record, body, spans, relations }: ArticleState, order: number): Operation {
  const changes: Change[] = [
    ...[...relations.values()].map((relation): Change => ({ type: 'relation.remove', relation })),
    ...spans.ordered.map((span): Change => ({ type: 'span.remove', span })),
    ...placing({ record, order }, order),
    { type: 'article.remove', article: { record: { ...record, position: order }, body } },
  ];
  return operationOf(changes);
}
