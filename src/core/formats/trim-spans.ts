import { CodePointMap } from '../text/offsets.ts';
import { skipWhiteSpace, skipWhiteSpaceBack } from '../text/white-space.ts';
import type { DatasetSpan } from './dataset-schema.ts';
import type { LossCount } from './loss-count.ts';

/** Spans without the white space at the ends of their fragments; what holds nothing else goes. @param lost counts what changes */
export function trimSpans(spans: readonly DatasetSpan[], text: string, lost: LossCount): DatasetSpan[] {
  const map = CodePointMap.of(text);
  return spans.flatMap((span) => {
    const before = span.fragments ?? [{ start: span.start, end: span.end }];
    const fragments = before.flatMap((fragment) => {
      const from = map.toUtf16(fragment.start);
      const to = map.toUtf16(fragment.end);
      const start = map.toCodePoint(skipWhiteSpace(text, from, to));
      const end = map.toCodePoint(skipWhiteSpaceBack(text, from, to));
      if (start >= end) return [];
      return [start === fragment.start && end === fragment.end ? fragment : { start, end }];
    });
    const [first] = fragments;
    const last = fragments.at(-1);
    if (first === undefined || last === undefined) {
      lost.add('spans of white space alone', 1);
      return [];
    }
    if (fragments.length === before.length && fragments.every((fragment, i) => fragment === before[i]))
      return [span];
    lost.add('spans with white space at their ends (trimmed)', 1);
    const { fragments: _, ...rest } = span;
    return [
      {
        ...rest,
        start: first.start,
        end: last.end,
        text: fragments.map(({ start, end }) => text.slice(map.toUtf16(start), map.toUtf16(end))).join(' '),
        ...(fragments.length > 1 && { fragments }),
      },
    ];
  });
}
