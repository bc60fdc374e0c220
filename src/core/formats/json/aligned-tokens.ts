import { CodePointMap } from '../../text/offsets.ts';

/** A token, its place in code points of its text. White space that is no token stands between two: one space, told by `spaceAfter`. */
export interface AlignedToken {
  readonly words: string;
  readonly start: number;
  readonly end: number;
  readonly spaceAfter: boolean;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What Python’s `str.isspace` is true for. */
const space = '[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const letter = '[\\p{L}\\p{M}\\p{N}_]';
const isSpace = new RegExp(`^${space}`);

/**
 * Tokens of a text as spaCy has them: words, punctuation, runs of white space without the one space that follows a word; all other characters are in one token
 * each. Words are cut wherever one of `spans` (in code points) begins or ends, so that spans fit them.
 * @param cutSpace whether white space is cut too. spaCy puts a run of it together again and would not find its tokens.
 */
export function alignedTokens(text: string, spans: readonly Stretch[], cutSpace: boolean): AlignedToken[] {
  const map = CodePointMap.of(text);
  const starts = new Set(spans.map(({ start }) => map.toUtf16(start)));
  const ends = new Set(spans.map(({ end }) => map.toUtf16(end)));
  const cuts = Uint32Array.from(new Set([...starts, ...ends])).sort();
  const tokens: { start: number; end: number; spaceAfter: boolean }[] = [];
  let cut = 0;
  const add = (start: number, end: number): void => {
    for (let from = start; from < end; ) {
      while ((cuts[cut] ?? Infinity) <= from) cut++;
      const to = Math.min(cuts[cut] ?? end, end);
      tokens.push({ start: from, end: to, spaceAfter: false });
      from = to;
    }
  };
  const pieces = new RegExp(`${letter}+(?:['’.-]${letter}+)*|${space}+|[^]`, 'gu');
  for (const { 0: piece, index } of text.matchAll(pieces)) {
    if (!isSpace.test(piece)) {
      add(index, index + piece.length);
      continue;
    }
    const before = tokens.at(-1);
    const isWanted = cutSpace && (starts.has(index) || ends.has(index + 1));
    const follows = before !== undefined && piece.startsWith(' ') && !isWanted;
    if (follows) before.spaceAfter = true;
    const start = follows ? index + 1 : index;
    const end = index + piece.length;
    if (cutSpace) add(start, end);
    else if (start < end) tokens.push({ start, end, spaceAfter: false });
  }
  return tokens.map(({ start, end, spaceAfter }) => ({
    words: text.slice(start, end),
    start: map.toCodePoint(start),
    end: map.toCodePoint(end),
    spaceAfter,
  }));
}
