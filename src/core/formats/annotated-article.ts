import type { Article } from '../model/article.ts';
import type { Relation } from '../model/relation.ts';
import type { Span } from '../model/span.ts';
import { SpanIndex } from '../model/span-index.ts';
import type { ArticleState } from '../operations/project-state.ts';

/** An article with all that was made on it, as plain data that can cross from one thread to another. */
export interface AnnotatedArticle extends Article {
  readonly spans: readonly Span[];
  readonly relations: readonly Relation[];
}

export function articleStateOf({ record, body, spans, relations }: AnnotatedArticle): ArticleState {
  return {
    record,
    body,
    spans: SpanIndex.of(spans),
    relations: new Map(relations.map((relation) => [relation.id, relation])),
  };
}

export function annotatedArticleOf({ record, body, spans, relations }: ArticleState): AnnotatedArticle {
  return { record, body, spans: spans.ordered, relations: [...relations.values()] };
}
