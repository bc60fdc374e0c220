import { type Change, changesOf, type Operation, operationOf } from './operation.ts';

/** The operation that takes `operation` back: applied after it, the state is what it was before. */
export function invert(operation: Operation): Operation {
  return operationOf([...changesOf(operation)].reverse().map(invertChange));
}

function invertChange(change: Change): Change {
  switch (change.type) {
    case 'article.add':
      return { type: 'article.remove', article: change.article };
    case 'article.remove':
      return { type: 'article.add', article: change.article };
    case 'span.add':
      return { type: 'span.remove', span: change.span };
    case 'span.remove':
      return { type: 'span.add', span: change.span };
    case 'relation.add':
      return { type: 'relation.remove', relation: change.relation };
    case 'relation.remove':
      return { type: 'relation.add', relation: change.relation };
    case 'entity.add':
      return { type: 'entity.remove', entity: change.entity, at: change.at };
    case 'entity.remove':
      return { type: 'entity.add', entity: change.entity, at: change.at };
    case 'entity.update':
      return { type: change.type, before: change.after, after: change.before };
    case 'project.update':
      return { type: change.type, before: change.after, after: change.before };
    case 'article.update':
      return { type: change.type, before: change.after, after: change.before };
    case 'article.replace':
      return { type: change.type, before: change.after, after: change.before };
    case 'span.update':
      return { type: change.type, before: change.after, after: change.before };
    case 'relation.update':
      return { type: change.type, before: change.after, after: change.before };
  }
}
