import type { Block } from '../model/block.ts';
import type { Fragment } from '../model/fragment.ts';
import { type Paragraph, paragraphAt, paragraphOf } from './paragraphs.ts';
import { type Quote, quotesIn } from './quotation-marks.ts';
import { cuesIn } from './saying-words.ts';

/** A quotation may go on over so many paragraphs, each of which opens with a mark. */
const mostParagraphs = 50;

/** What stands between the two halves of an interrupted quotation is shorter than this, in UTF-16 units. */
const longestInterruption = 240;

/** Without a verb of saying only a short aside between commas interrupts. */
const longestAside = 80;

/**
 * What one speaker is quoted with: a fragment for each half where he is interrupted (`“…,” she said, “…”`). The marks belong to the fragments, as
 * readers see a quotation and as corpora of quotations have it; a quotation over paragraphs is one fragment, since nothing unspoken lies in it.
 */
export interface Quotation {
  readonly fragments: readonly Fragment[];
  /** The paragraphs that it stands in as one stretch, or the quotation around it. */
  readonly within: Fragment;
  /** True when it stands inside another quotation. */
  readonly isNested: boolean;
}

/**
 * The quotations around `offset` (UTF-16 units), the outermost first; an offset at either edge, or between the halves, counts as inside. Reads the paragraph of `offset`, and those that
 * its quotation goes on in.
 */
export function quotationsAt(text: string, blocks: readonly Block[], offset: number): Quotation[] {
  const paragraph = paragraphAt(blocks, offset);
  if (paragraph === undefined) return [];
  return quotationsOf(text, blocks, paragraph).filter(({ fragments }) => {
    const [first] = fragments;
    const last = fragments.at(-1);
    return first !== undefined && last !== undefined && first.start <= offset && offset <= last.end;
  });
}

/** All quotations of a paragraph, and of those that its first or last quotation goes on in; outer before inner, in text order. */
export function quotationsOf(text: string, blocks: readonly Block[], paragraph: Paragraph): Quotation[] {
  const run = runAround(text, blocks, paragraph);
  const within = { start: run[0]?.paragraph.start ?? 0, end: run.at(-1)?.paragraph.end ?? 0 };
  const stretches = joinedOver(run);
  const quotations: { fragments: Fragment[]; parent: Fragment | undefined }[] = [];
  // Stretches come in order of where they begin: those that are open stand within each other.
  const open: Fragment[] = [];
  const lastIn = new Map<Fragment | undefined, (typeof quotations)[number]>();
  for (const stretch of stretches) {
    const { start, end } = stretch;
    while (open.length > 0 && !isAround(open.at(-1), stretch)) open.pop();
    const parent = open.at(-1);
    open.push(stretch);
    const earlier = lastIn.get(parent);
    const before = earlier?.fragments.at(-1);
    if (before !== undefined && isInterrupted(text, before, { start, end }, parent?.end ?? within.end)) {
      earlier?.fragments.push({ start, end });
    } else {
      const quotation = { fragments: [{ start, end }], parent };
      quotations.push(quotation);
      lastIn.set(parent, quotation);
    }
  }
  return quotations.map(({ fragments, parent }) => ({
    fragments,
    within: parent ?? within,
    isNested: parent !== undefined,
  }));
}

function isAround(outer: Fragment | undefined, { start, end }: Fragment): boolean {
  return (
    outer !== undefined && outer.start <= start && end <= outer.end && outer.end - outer.start > end - start
  );
}

interface Part {
  readonly paragraph: Paragraph;
  readonly quotes: readonly Quote[];
}

/** The paragraph with those before and behind it that one quotation joins with it. */
function runAround(text: string, blocks: readonly Block[], paragraph: Paragraph): Part[] {
  const partOf = (index: number): Part | undefined => {
    const found = paragraphOf(blocks, index);
    return found === undefined ? undefined : { paragraph: found, quotes: quotesIn(text, found) };
  };
  const run: Part[] = [{ paragraph, quotes: quotesIn(text, paragraph) }];
  while (run.length < mostParagraphs) {
    const [first] = run;
    const before = first === undefined ? undefined : partOf(first.paragraph.first - 1);
    if (first === undefined || before === undefined || !goesOn(text, before, first)) break;
    run.unshift(before);
  }
  while (run.length < mostParagraphs) {
    const last = run.at(-1);
    const next = last === undefined ? undefined : partOf(last.paragraph.last + 1);
    if (last === undefined || next === undefined || !goesOn(text, last, next)) break;
    run.push(next);
  }
  return run;
}

/** True when what `part` leaves open is taken up by the mark that `next` begins with. French sets the closing mark there. */
function goesOn(text: string, part: Part, next: Part): boolean {
  const open = part.quotes.find(({ isClosed }) => !isClosed);
  const taken = next.quotes[0];
  if (open === undefined || taken === undefined) return false;
  if (text.slice(next.paragraph.start, taken.start).trim() !== '') return false;
  return taken.mark === open.mark || (open.mark === '«' && taken.mark === '»');
}

/** The quotes of a run of paragraphs, what goes on over several as one. */
function joinedOver(run: readonly Part[]): Fragment[] {
  const stretches: Fragment[] = [];
  let left: Fragment | undefined;
  for (const { quotes } of run) {
    const takenUp = left;
    left = undefined;
    quotes.forEach(({ start, end, isClosed }, i) => {
      let stretch: Fragment = { start, end };
      if (i === 0 && takenUp !== undefined) {
        stretch = { start: takenUp.start, end };
        stretches[stretches.indexOf(takenUp)] = stretch;
      } else stretches.push(stretch);
      if (!isClosed) left ??= stretch;
    });
  }
  return stretches.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** True when `first` and `second` are halves of what one speaker says, with nothing but the words that say so between them. */
function isInterrupted(text: string, first: Fragment, second: Fragment, limit: number): boolean {
  const between = text.slice(first.end, second.start);
  if (between.length > longestInterruption || between.includes('\n\n')) return false;
  const halfEnd = text.charAt(first.end - 2);
  const isOpenEnd = /[,!?…—–-]/u.test(halfEnd) || /^\s?[,—–-]/u.test(between);
  if (!isOpenEnd) return false;
  const words = between.trim().replace(/^[,—–-]\s*/u, '');
  if (/[.!?…][)\]]?\s+\S/u.test(words.replace(/\b(?:\p{Lu}|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Prof|St)\./gu, '')))
    return false;
  const cues = cuesIn(text, { start: first.end, end: second.start });
  const [cue, ...others] = cues;
  const goesOnInSentence = /[,—–-]$/u.test(words);
  if (cue === undefined) return goesOnInSentence && words.length <= longestAside && /,$/u.test(halfEnd);
  // A second verb brings in a quotation of its own: “…,” she said, adding: “…”.
  const last = others.at(-1);
  if (last !== undefined && text.slice(last.end, second.start).trim().split(/\s+/).length <= 3) return false;
  if (goesOnInSentence) return true;
  if (!/[.]$/u.test(words)) return false;
  return !hasOwnCue(text, second, limit);
}

/** True when words of saying follow a quotation in its own sentence. */
function hasOwnCue(text: string, quote: Fragment, limit: number): boolean {
  if (/[.]/u.test(text.charAt(quote.end - 2))) return false;
  const [after] = text
    .slice(quote.end, Math.min(limit, quote.end + longestInterruption))
    .split(/[.!?"“„«](?:\s|$)|["“„«]/u);
  return cuesIn(text, { start: quote.end, end: quote.end + (after ?? '').length }).length > 0;
}
