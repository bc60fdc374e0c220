import { type Fragment, quoteOf } from '../model/fragment.ts';
import { endOf, type Span } from '../model/span.ts';
import { snapToWords } from './words.ts';

/** Whether a span's quote stands where its fragments say. Nothing is ever dropped: what is lost is still shown by its quote. */
export type Anchoring =
  | { readonly status: 'anchored' }
  /** The quote stands elsewhere, without doubt; `fragments` are where. */
  | { readonly status: 'moved'; readonly fragments: readonly Fragment[] }
  /** `absent`: the text does not hold the quote; `ambiguous`: it holds it several times and none is clearly the nearest. */
  | { readonly status: 'lost'; readonly reason: 'absent' | 'ambiguous' };

/** What stood directly before and behind the span when it was made, as far as it is known (W3C text quote selectors have it). */
export interface QuoteContext {
  readonly before?: string;
  readonly after?: string;
}

type AnchoredSpan = Pick<Span, 'fragments' | 'quote'>;

/**
 * How far from its old place, in UTF-16 units, one of several occurrences may stand and still be taken for the span. An edit to an article inserts
 * or removes a paragraph or two (some 300 units each); offsets that are further off than that were counted in another
 * text, and then nearness says nothing.
 */
const nearestReach = 1000;

/** How many times as far the second nearest must be: a name recurs every few hundred units, so that a bare "nearer" is a coin toss. */
const clearlyNearer = 3;

/** Beyond this many occurrences (of a letter, a full stop) the quote tells nothing about its place. */
const occurrenceLimit = 1000;

/** Checks that a span's quote stands at its fragments, and looks for it where it does not. Never throws. */
export function checkSpan(text: string, span: AnchoredSpan): Anchoring {
  const isHere = endOf(span) <= text.length && quoteOf(text, span.fragments) === span.quote;
  return isHere ? { status: 'anchored' } : reanchor(text, span);
}

/**
 * Looks for the quote of a span whose fragments do not hold it: the only occurrence, the only one in that context, or the one clearly nearest to the old
 * place. Occurrences inside a word count only when there are no others. The pieces of a discontinuous span are
 * looked for one by one, from the longest, and must stand in their order.
 */
export function reanchor(text: string, span: AnchoredSpan, context: QuoteContext = {}): Anchoring {
  const pieces = piecesOf(span);
  if (pieces === undefined) return { status: 'lost', reason: 'absent' };
  const [longest] = [...pieces].sort((a, b) => b.quote.length - a.quote.length);
  if (longest === undefined) return { status: 'lost', reason: 'absent' };
  const whole = pieces.length === 1 ? context : {};
  const anchor = locate(text, longest.quote, longest.start, whole);
  if (typeof anchor === 'string') return { status: 'lost', reason: anchor };
  const shift = anchor - longest.start;
  const fragments: Fragment[] = [];
  for (const piece of pieces) {
    const start = piece === longest ? anchor : locate(text, piece.quote, piece.start + shift, {});
    if (typeof start === 'string') return { status: 'lost', reason: start };
    fragments.push({ start, end: start + piece.quote.length });
  }
  const areInOrder = fragments.every((fragment, i) => fragment.end < (fragments[i + 1]?.start ?? Infinity));
  return areInOrder ? { status: 'moved', fragments } : { status: 'lost', reason: 'ambiguous' };
}

interface QuotePiece {
  readonly quote: string;
  /** Where it stood. */
  readonly start: number;
}

/** The quote cut into what each fragment read; undefined when quote and fragments do not fit each other. */
function piecesOf(span: AnchoredSpan): QuotePiece[] | undefined {
  const [first, ...rest] = span.fragments;
  if (first === undefined || span.quote === '') return undefined;
  if (rest.length === 0) return [{ quote: span.quote, start: first.start }];
  const pieces: QuotePiece[] = [];
  let at = 0;
  for (const { start, end } of span.fragments) {
    pieces.push({ quote: span.quote.slice(at, at + end - start), start });
    at += end - start + 1;
  }
  const fits = at - 1 === span.quote.length && pieces.map(({ quote }) => quote).join(' ') === span.quote;
  return fits ? pieces : undefined;
}

/** Where `quote` stands, or why that cannot be said. */
function locate(
  text: string,
  quote: string,
  expected: number,
  context: QuoteContext,
): number | 'absent' | 'ambiguous' {
  const isBare = context.before === undefined && context.after === undefined;
  // `startsWith` takes an offset before the text for 0.
  if (isBare && expected >= 0 && text.startsWith(quote, expected)) return expected;
  const everywhere = occurrences(text, quote, 0, text.length);
  if (everywhere.length === 0) return 'absent';
  const isKnownWhole = everywhere.length < occurrenceLimit;
  const near = occurrences(text, quote, expected - nearestReach, expected + nearestReach + quote.length);
  const candidates = wholeWords(text, quote, isKnownWhole ? everywhere : near);
  const inContext = candidates.filter((start) => fitsContext(text, start, start + quote.length, context));
  const chosen = inContext.length > 0 ? inContext : candidates;
  const [only, ...others] = chosen;
  if (only !== undefined && others.length === 0 && isKnownWhole) return only;
  const [nearest, second] = [...chosen].sort((a, b) => Math.abs(a - expected) - Math.abs(b - expected));
  if (nearest === undefined) return 'ambiguous';
  const distance = Math.abs(nearest - expected);
  // Where nothing else is near, the next may stand just beyond the reach.
  const next = second === undefined ? nearestReach : Math.abs(second - expected);
  return distance <= nearestReach && next > clearlyNearer * distance ? nearest : 'ambiguous';
}

function occurrences(text: string, quote: string, from: number, to: number): number[] {
  const found: number[] = [];
  let at = text.indexOf(quote, Math.max(0, from));
  while (at !== -1 && at + quote.length <= to && found.length < occurrenceLimit) {
    found.push(at);
    at = text.indexOf(quote, at + 1);
  }
  return found;
}

function wholeWords(text: string, quote: string, starts: readonly number[]): readonly number[] {
  const whole = starts.filter((start) => {
    const snapped = snapToWords(text, { start, end: start + quote.length });
    return snapped !== undefined && snapped.start >= start && snapped.end <= start + quote.length;
  });
  return whole.length > 0 ? whole : starts;
}

function fitsContext(text: string, start: number, end: number, { before, after }: QuoteContext): boolean {
  if (before === undefined && after === undefined) return false;
  return text.slice(0, start).endsWith(before ?? '') && text.startsWith(after ?? '', end);
}
