import type { Block } from '../../model/block.ts';
import type { Fragment } from '../../model/fragment.ts';
import { type Paragraph, paragraphsOf } from '../../text/paragraphs.ts';
import { quotesIn } from '../../text/quotation-marks.ts';
import { cuesIn } from '../../text/saying-words.ts';
import { type Token, tokensOf } from './tokens.ts';

/** What is labelled at once: a paragraph, or part of one that is longer. */
export interface Passage extends Fragment {
  readonly tokens: readonly Token[];
  readonly features: readonly (readonly string[])[];
}

/** A stretch that a rule proposes, and what it takes it for. */
export interface Hint extends Fragment {
  readonly name: string;
}

/** A paragraph of more tokens is taken in pieces of so many: what one costs is bounded. */
const longestPassage = 600;

/**
 * The passages of a text in order, with what is so about each token: its words and those beside it, their shape and endings, how far the next word of saying is,
 * whether it is quoted, where it stands, and what the rules take it for.
 * @param hints in text order of their starts
 */
export function* passagesOf(
  text: string,
  blocks: readonly Block[],
  hints: readonly Hint[],
): Generator<Passage> {
  let next = 0;
  for (const paragraph of paragraphsOf(blocks)) {
    const tokens = tokensOf(text, paragraph);
    while ((hints[next]?.start ?? Number.POSITIVE_INFINITY) < paragraph.start) next += 1;
    const within: Hint[] = [];
    for (; (hints[next]?.start ?? Number.POSITIVE_INFINITY) < paragraph.end; next += 1) {
      const hint = hints[next];
      if (hint !== undefined) within.push(hint);
    }
    for (let first = 0; first < tokens.length; first += longestPassage) {
      const some = tokens.slice(first, first + longestPassage);
      const start = some[0]?.start ?? paragraph.start;
      const end = some.at(-1)?.end ?? start;
      const kind = blocks[paragraph.first]?.kind ?? 'paragraph';
      yield {
        start,
        end,
        tokens: some,
        features: featuresOf(text, some, { ...paragraph, start, end }, kind, within),
      };
    }
  }
}

function featuresOf(
  text: string,
  tokens: readonly Token[],
  place: Paragraph,
  kind: Block['kind'],
  hints: readonly Hint[],
): string[][] {
  const words = tokens.map(({ text: word }) => word.toLowerCase().slice(0, 24));
  const shapes = tokens.map(({ text: word }) => shapeOf(word));
  const isQuoted = marked(tokens, quotesIn(text, place));
  const isCue = marked(tokens, cuesIn(text, place));
  const before = distances(isCue);
  const behind = distances([...isCue].reverse()).reverse();
  const hinted = hintsAt(tokens, hints);
  const at = (list: readonly string[], i: number) => list[i] ?? (i < 0 ? '⟨' : '⟩');
  return tokens.map((_, i) => {
    const word = at(words, i);
    return [
      'any',
      `w ${word}`,
      `w-1 ${at(words, i - 1)}`,
      `w+1 ${at(words, i + 1)}`,
      `w-2 ${at(words, i - 2)}`,
      `w+2 ${at(words, i + 2)}`,
      `w-1,0 ${at(words, i - 1)} ${word}`,
      `w0,+1 ${word} ${at(words, i + 1)}`,
      `w-2,-1 ${at(words, i - 2)} ${at(words, i - 1)}`,
      `shape ${at(shapes, i)}`,
      `shape-1,0 ${at(shapes, i - 1)} ${at(shapes, i)}`,
      `shape0,+1 ${at(shapes, i)} ${at(shapes, i + 1)}`,
      `end ${word.slice(-3)}`,
      `begin ${word.slice(0, 3)}`,
      `cue ${before[i] ?? 'none'} ${behind[i] ?? 'none'}`,
      `cue before ${before[i] ?? 'none'}`,
      `cue behind ${behind[i] ?? 'none'}`,
      `quoted ${isQuoted[i] === true}`,
      `from start ${near(i)}`,
      `from end ${near(tokens.length - 1 - i)}`,
      `kind ${kind}`,
      `hint ${at(hinted, i)}`,
      `hint-1,0 ${at(hinted, i - 1)} ${at(hinted, i)}`,
      `hint0,+1 ${at(hinted, i)} ${at(hinted, i + 1)}`,
    ];
  });
}

/** Capitals, small letters and figures, each run as one: `Xx`, `X`, `0`, `x`. */
function shapeOf(word: string): string {
  return word
    .slice(0, 24)
    .replace(/[\p{Ll}\p{Lo}\p{Lm}\p{M}]+/gu, 'x')
    .replace(/[\p{Lu}\p{Lt}]+/gu, 'X')
    .replace(/\p{N}+/gu, '0');
}

function marked(tokens: readonly Token[], stretches: readonly Fragment[]): boolean[] {
  const marks = new Array<boolean>(tokens.length).fill(false);
  for (const { start, end } of stretches) {
    for (let i = firstFrom(tokens, start); i < tokens.length && (tokens[i]?.start ?? end) < end; i++)
      marks[i] = true;
  }
  return marks;
}

function hintsAt(tokens: readonly Token[], hints: readonly Hint[]): string[] {
  const names = new Array<string>(tokens.length).fill('-');
  for (const { start, end, name } of hints) {
    for (let i = firstFrom(tokens, start); i < tokens.length && (tokens[i]?.start ?? end) < end; i++)
      if (names[i] === '-' || name.startsWith('speaker')) names[i] = name;
  }
  return names;
}

/** The first token that ends behind an offset. */
function firstFrom(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tokens[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many tokens back the last mark is, in steps. */
function distances(marks: readonly boolean[]): string[] {
  let last = Number.NEGATIVE_INFINITY;
  return marks.map((isMarked, i) => {
    if (isMarked) last = i;
    return near(i - last);
  });
}

function near(distance: number): string {
  if (distance <= 3) return `${distance}`;
  return distance <= 6 ? '4-6' : distance <= 12 ? '7-12' : distance <= 30 ? '13-30' : 'far';
}
