import { quoteOf } from '../model/fragment.ts';
import type { Identifier } from '../model/identifier.ts';
import type { Relation } from '../model/relation.ts';
import { failure, type Result, success } from '../model/result.ts';
import { endOf, type Span } from '../model/span.ts';
import type { Change } from './operation.ts';
import { type ArticleState, untaggedArticle } from './project-state.ts';

/** Why a change cannot be made on the state at hand. Nothing was changed. */
export interface Conflict {
  readonly code: 'missing' | 'exists' | 'in-use' | 'outside-text' | 'quote-differs' | 'other-article';
  readonly id: Identifier;
  readonly message: string;
}

type Applied = Result<ArticleState, Conflict>;

/** The changes that happen inside one article. */
export type ArticleChange = Extract<
  Change,
  { type: `span.${string}` | `relation.${string}` | 'article.update' | 'article.replace' }
>;

/** The article after `change`, or why it does not fit; the change must name this article. */
export function applyToArticle(article: ArticleState, change: ArticleChange): Applied {
  switch (change.type) {
    case 'article.update':
      return success({ ...article, record: change.after });
    case 'article.replace':
      if (article.spans.size > 0)
        return conflict('in-use', article.record.id, 'The article has annotations.');
      return success(untaggedArticle(change.after.record, change.after.body));
    case 'span.add':
      if (article.spans.has(change.span.id))
        return conflict('exists', change.span.id, 'The span is there already.');
      return putSpan(article, change.span);
    case 'span.update':
      if (!article.spans.has(change.after.id))
        return conflict('missing', change.after.id, 'The span is gone.');
      return putSpan(article, change.after);
    case 'span.remove':
      return removeSpan(article, change.span.id);
    case 'relation.add':
      if (article.relations.has(change.relation.id)) {
        return conflict('exists', change.relation.id, 'The relation is there already.');
      }
      return putRelation(article, change.relation);
    case 'relation.update':
      if (!article.relations.has(change.after.id)) {
        return conflict('missing', change.after.id, 'The relation is gone.');
      }
      return putRelation(article, change.after);
    case 'relation.remove':
      return removeRelation(article, change.relation.id);
  }
}

function putSpan(article: ArticleState, span: Span): Applied {
  if (span.articleId !== article.record.id) {
    return conflict('other-article', span.id, 'The span belongs to another article.');
  }
  if (endOf(span) > article.body.text.length) {
    return conflict('outside-text', span.id, 'The span reaches beyond the text.');
  }
  if (quoteOf(article.body.text, span.fragments) !== span.quote) {
    return conflict('quote-differs', span.id, 'The span’s quote is not what the text reads there.');
  }
  return success({ ...article, spans: article.spans.with(span) });
}

function removeSpan(article: ArticleState, id: Identifier): Applied {
  if (!article.spans.has(id)) return conflict('missing', id, 'The span is gone.');
  for (const relation of article.relations.values()) {
    if (relation.from === id || relation.to === id) {
      return conflict('in-use', id, 'A relation still links the span.');
    }
  }
  return success({ ...article, spans: article.spans.without(id) });
}

function putRelation(article: ArticleState, relation: Relation): Applied {
  if (relation.articleId !== article.record.id) {
    return conflict('other-article', relation.id, 'The relation belongs to another article.');
  }
  for (const end of [relation.from, relation.to]) {
    if (!article.spans.has(end))
      return conflict('missing', end, 'The relation links a span that is not there.');
  }
  return success({ ...article, relations: new Map(article.relations).set(relation.id, relation) });
}

function removeRelation(article: ArticleState, id: Identifier): Applied {
  if (!article.relations.has(id)) return conflict('missing', id, 'The relation is gone.');
  const relations = new Map(article.relations);
  relations.delete(id);
  return success({ ...article, relations });
}

function conflict(code: Conflict['code'], id: Identifier, message: string): Applied {
  return failure({ code, id, message });
}
