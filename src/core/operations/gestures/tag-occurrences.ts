import type { Attributes } from '../../model/attribute-value.ts';
import { type Fragment, quoteOf } from '../../model/fragment.ts';
import type { Span } from '../../model/span.ts';
import type { Tag } from '../../model/tag-set.ts';
import type { ArticleState } from '../project-state.ts';
import type { Authorship } from './authorship.ts';
import type { BulkChanges } from './bulk.ts';
import { spanLike } from './tag-selection.ts';

/**
 * Tags many stretches of an article at once. Those that have the tag already, and those that do not lie in the text, are passed over.
 * @param places in UTF-16 units, as a search gives them.
 * @param attributes what every new span says from the start.
 */
export function tagOccurrences(
  article: ArticleState,
  places: readonly Fragment[],
  tag: Tag,
  attributes: Attributes,
  by: Authorship,
): BulkChanges {
  const { text } = article.body;
  const made = new Set<number>();
  const spans = places.flatMap(({ start, end }): Span[] => {
    const fragments = [{ start, end }];
    if (start >= end || end > text.length || made.has(start)) return [];
    if (spanLike(article, tag.id, fragments) !== undefined) return [];
    made.add(start);
    return [
      {
        id: by.newId(),
        articleId: article.record.id,
        tag: tag.id,
        fragments,
        quote: quoteOf(text, fragments),
        attributes: { ...attributes },
        note: '',
        flagged: false,
        annotator: by.annotator,
        origin: 'manual',
        createdAt: by.now,
        updatedAt: by.now,
      },
    ];
  });
  return {
    changes: spans.map((span) => ({ type: 'span.add', span })),
    changed: spans.length,
    skipped: places.length - spans.length,
  };
}
