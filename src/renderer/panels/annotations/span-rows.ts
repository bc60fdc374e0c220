import type { Span } from '../../../core/model/span.ts';
import type { SpanIndex } from '../../../core/model/span-index.ts';
import type { Tag } from '../../../core/model/tag-set.ts';

/** One item of the list; the first of a group carries the group's heading. */
export interface SpanRow {
  readonly span: Span;
  readonly heading: string | null;
}

/** The list's content: how long it is, what stands where, and where a span stands. */
export interface SpanRows {
  readonly count: number;
  at(index: number): SpanRow | undefined;
  /** Index of the span, -1 when the list does not show it. */
  positionOf(id: string): number;
}

/** Spans in text order. Without a filter nothing is copied, so that tens of thousands cost nothing. */
export function rowsInOrder(spans: SpanIndex, query: string): SpanRows {
  if (query.trim() === '') {
    return {
      count: spans.size,
      at: (index) => {
        const span = spans.ordered[index];
        return span === undefined ? undefined : { span, heading: null };
      },
      positionOf: (id) => spans.positionOf(id),
    };
  }
  return rowsOf(matching(spans, query).map((span) => ({ span, heading: null })));
}

/** Spans tag by tag, in the tag set's order and in text order within; those of unknown tags last. */
export function rowsByTag(spans: SpanIndex, query: string, tags: readonly Tag[]): SpanRows {
  const groups = new Map<string, Span[]>(tags.map(({ id }) => [id, []]));
  for (const span of matching(spans, query)) {
    const group = groups.get(span.tag);
    if (group === undefined) groups.set(span.tag, [span]);
    else group.push(span);
  }
  const names = new Map(tags.map(({ id, name }) => [id, name]));
  return rowsOf(
    [...groups].flatMap(([tag, group]) =>
      group.map((span, i) => ({ span, heading: i === 0 ? (names.get(tag) ?? tag) : null })),
    ),
  );
}

function rowsOf(rows: readonly SpanRow[]): SpanRows {
  let positions: Map<string, number> | undefined;
  return {
    count: rows.length,
    at: (index) => rows[index],
    positionOf: (id) => {
      positions ??= new Map(rows.map(({ span }, i) => [span.id, i]));
      return positions.get(id) ?? -1;
    },
  };
}

/** Spans whose words or note hold every word of the query, whatever its case. */
function matching(spans: SpanIndex, query: string): readonly Span[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return spans.ordered;
  return spans.ordered.filter(({ quote, note }) => {
    const text = `${quote}\n${note}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
