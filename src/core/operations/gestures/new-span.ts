import type { Attributes } from '../../model/attribute-value.ts';
import { type Fragment, quoteOf } from '../../model/fragment.ts';
import type { Identifier } from '../../model/identifier.ts';
import type { Span } from '../../model/span.ts';
import type { ArticleState } from '../project-state.ts';
import type { Authorship } from './authorship.ts';

/**
 * A span made by hand.
 * @param fragments as `fragmentsSchema` wants them, inside the text; UTF-16 units.
 */
export function newSpan(
  article: ArticleState,
  tag: Identifier,
  fragments: readonly Fragment[],
  by: Authorship,
  attributes: Attributes = {},
): Span {
  return {
    id: by.newId(),
    articleId: article.record.id,
    tag,
    fragments: fragments.map(({ start, end }) => ({ start, end })),
    quote: quoteOf(article.body.text, fragments),
    attributes,
    note: '',
    flagged: false,
    annotator: by.annotator,
    origin: 'manual',
    createdAt: by.now,
    updatedAt: by.now,
  };
}
