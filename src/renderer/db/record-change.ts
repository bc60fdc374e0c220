import type { ArticleBody } from '../../core/model/article.ts';
import type { Identifier } from '../../core/model/identifier.ts';
import type { Relation } from '../../core/model/relation.ts';
import type { Span } from '../../core/model/span.ts';
import type { Change } from '../../core/operations/operation.ts';

/** Article id and record id: the key of spans and relations, whose ids need be unique within their article only. */
export type RecordKey = [Identifier, Identifier];

/** The single record below an article's row that a change puts, or takes away when the value is null. */
export type RecordChange =
  | {
      readonly kind: 'body';
      readonly articleId: Identifier;
      readonly id: Identifier;
      readonly value: ArticleBody | null;
    }
  | {
      readonly kind: 'span';
      readonly articleId: Identifier;
      readonly id: Identifier;
      readonly value: Span | null;
    }
  | {
      readonly kind: 'relation';
      readonly articleId: Identifier;
      readonly id: Identifier;
      readonly value: Relation | null;
    };

/** What a change does to texts and annotations; undefined when it touches rows of the list alone. */
export function recordChangeOf(change: Change): RecordChange | undefined {
  switch (change.type) {
    case 'project.update':
    case 'entity.add':
    case 'entity.remove':
    case 'entity.update':
    case 'article.update':
      return undefined;
    case 'article.add':
      return body(change.article.record.id, change.article.body);
    case 'article.remove':
      return body(change.article.record.id, null);
    case 'article.replace':
      return body(change.after.record.id, change.after.body);
    case 'span.add':
      return span(change.span, change.span);
    case 'span.update':
      return span(change.after, change.after);
    case 'span.remove':
      return span(change.span, null);
    case 'relation.add':
      return relation(change.relation, change.relation);
    case 'relation.update':
      return relation(change.after, change.after);
    case 'relation.remove':
      return relation(change.relation, null);
  }
}

function body(id: Identifier, value: ArticleBody | null): RecordChange {
  return { kind: 'body', articleId: id, id, value };
}

function span({ id, articleId }: Span, value: Span | null): RecordChange {
  return { kind: 'span', articleId, id, value };
}

function relation({ id, articleId }: Relation, value: Relation | null): RecordChange {
  return { kind: 'relation', articleId, id, value };
}
