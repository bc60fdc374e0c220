import type { Fragment } from '../model/fragment.ts';
import { segmentEnds } from '../text/segment-ends.ts';
import { isWhiteSpace, skipWhiteSpace } from '../text/white-space.ts';

const sentences = new Intl.Segmenter('und', { granularity: 'sentence' });
const words = new Intl.Segmenter('und', { granularity: 'word' });

/**
 * Where sentences begin, by Unicode’s rules, in UTF-16 units: each at a character that is no white space. None begins within a span: those that a span
 * reaches into are one.
 * @param spans in the order of their starts
 */
export function sentenceStarts(text: string, spans: readonly Fragment[]): readonly number[] {
  const starts: number[] = [];
  let reached = 0;
  let next = 0;
  let from = 0;
  for (const end of segmentEnds(sentences, text, 0, text.length)) {
    const start = skipWhiteSpace(text, from, end);
    from = end;
    if (start === end) continue;
    for (let span = spans[next]; span !== undefined && span.start < start; span = spans[++next])
      reached = Math.max(reached, span.end);
    if (reached <= start || starts.length === 0) starts.push(start);
  }
  return starts;
}

/**
 * The tokens of a stretch of text: its words and marks by Unicode’s rules, cut wherever `cuts` stand, without white space. UTF-16 units.
 * @param cuts rising
 */
export function tokensIn(
  text: string,
  { start, end }: Fragment,
  cuts: readonly number[],
): readonly Fragment[] {
  const tokens: Fragment[] = [];
  let cut = firstAtLeast(cuts, start);
  let from = start;
  for (const to of segmentEnds(words, text, start, end)) {
    for (let at = from; at < to; at++) {
      while ((cuts[cut] ?? to) < at) cut += 1;
      const isSpace = isWhiteSpace(text.charCodeAt(at));
      if (isSpace || cuts[cut] === at) {
        if (at > from) tokens.push({ start: from, end: at });
        from = isSpace ? at + 1 : at;
      }
    }
    if (to > from) tokens.push({ start: from, end: to });
    from = to;
  }
  return tokens;
}

/** A token as its column shows it: control characters, at which some reader would end the line, are U+FFFD. */
export function shownToken(token: string): string {
  return token.replace(/\p{Cc}/gu, '\ufffd');
}

function firstAtLeast(rising: readonly number[], wanted: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rising[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
