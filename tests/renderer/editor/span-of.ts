import type { Span } from '../../../src/core/model/span.ts';

/** A span of `tag` on these stretches. */
export function spanOf(id: string, tag: string, ...fragments: readonly (readonly [number, number])[]): Span {
  return {
    id,
    articleId: 'article',
    tag,
    fragments: fragments.map(([start, end]) => ({ start, end })),
    quote: '',
    attributes: {},
    note: '',
    flagged: false,
    annotator: 'annotator',
    origin: 'manual',
    createdAt: '2031-03-14T00:00:00.000Z',
    updatedAt: '2031-03-14T00:00:00.000Z',
  };
}
