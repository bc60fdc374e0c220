import type { ArticleRecord } from '../../model/article.ts';
import { changesOf, type Operation, operationOf } from '../operation.ts';

/**
 * The rule by which tagging begins the work on an article: when an annotation is added to an article that is to do, it is in progress, in
 * the same step, so that one undo takes both back. Other operations stay as they are.
 */
export function withWorkBegun(operation: Operation, record: ArticleRecord): Operation {
  if (record.state !== 'todo') return operation;
  const changes = changesOf(operation);
  const added = changes.find((change) => change.type === 'span.add' && change.span.articleId === record.id);
  const isUpdated = changes.some(
    (change) => change.type === 'article.update' && change.after.id === record.id,
  );
  if (added?.type !== 'span.add' || isUpdated) return operation;
  const after: ArticleRecord = { ...record, state: 'inProgress', updatedAt: added.span.createdAt };
  return operationOf([...changes, { type: 'article.update', before: record, after }]);
}
