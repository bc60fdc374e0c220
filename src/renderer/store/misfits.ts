import { endOf, type Span } from '../../core/model/span.ts';
import { SpanIndex } from '../../core/model/span-index.ts';
import type { ArticleState } from '../../core/operations/project-state.ts';
import { checkSpan } from '../../core/text/anchor.ts';
import type { Misfit } from './workbench-state.ts';

/** An article whose spans were checked against its text. */
export interface Fitted {
  readonly article: ArticleState;
  readonly misfits: readonly Misfit[];
}

/**
 * Checks that each span's quote stands where its fragments say. One that stands elsewhere without doubt is moved there, in memory alone; the others keep
 * their place, and what lies beyond the text is left out together with its relations. All of them are told; the store keeps every one as it is.
 */
export function fitSpans(article: ArticleState): Fitted {
  const { text } = article.body;
  const misfits: Misfit[] = [];
  const moved: Span[] = [];
  const beyond = new Set<string>();
  for (const span of article.spans.ordered) {
    const anchoring = checkSpan(text, span);
    if (anchoring.status === 'anchored') continue;
    const { id: spanId, articleId, quote } = span;
    const isMoved = anchoring.status === 'moved';
    misfits.push({ spanId, articleId, quote, outcome: isMoved ? 'moved' : 'unplaced' });
    if (isMoved) moved.push({ ...span, fragments: [...anchoring.fragments] });
    else if (endOf(span) > text.length) beyond.add(spanId);
  }
  if (misfits.length === 0) return { article, misfits };
  const kept = article.spans.ordered.filter(({ id }) => !beyond.has(id));
  const relations = [...article.relations].filter(([, { from, to }]) => !beyond.has(from) && !beyond.has(to));
  return {
    article: { ...article, spans: SpanIndex.of([...kept, ...moved]), relations: new Map(relations) },
    misfits,
  };
}
