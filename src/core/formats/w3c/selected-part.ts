import { failure, type Result, success } from '../../model/result.ts';
import { reanchor } from '../../text/anchor.ts';
import { isObject } from '../json/metadata-values.ts';
import { SourceText } from '../source-text.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** A part of a text, in code points. `isFound` where its quote, not its position, said where. */
export interface SelectedPart {
  readonly start: number;
  readonly end: number;
  readonly isFound: boolean;
}

/** So many selectors may refine one another. */
const deepestRefinement = 10;
/** So many selectors that are refined are tried for one part. */
const mostAlternatives = 3;
/** Where a quote without a position is looked for: nowhere in particular. */
const nowhere = -1e9;

/**
 * The part of a text that selectors select, all of them the same (section 4.2 of the data model): by position where the text there is the quoted one, in
 * code points or, as programs that count otherwise have it, in UTF-16 units; else by the quote and what stands around it. The reason, as a clause, if there is none.
 */
export function selectedPart(
  source: SourceText,
  selectors: readonly JsonObject[],
  depth = 0,
): Result<SelectedPart, string> {
  if (depth > deepestRefinement) return failure('its selectors refine one another too often');
  const plain = selectors.filter(({ refinedBy }) => refinedBy === undefined);
  const refined = selectors.filter(({ refinedBy }) => refinedBy !== undefined).slice(0, mostAlternatives);
  let part: Result<SelectedPart, string> | undefined;
  for (const selector of refined) {
    part = refinedPart(source, selector, depth);
    if (part.ok) return part;
  }
  return part !== undefined && plain.length === 0 ? part : plainPart(source, plain, depth);
}

function refinedPart(
  source: SourceText,
  { refinedBy, ...outer }: JsonObject,
  depth: number,
): Result<SelectedPart, string> {
  const inner = [refinedBy].flat().filter(isObject);
  const base = plainPart(source, [outer], depth);
  if (!base.ok) return base;
  const { start, end, isFound } = base.value;
  const part = selectedPart(new SourceText(source.words(start, end)), inner, depth + 1);
  if (!part.ok) return part;
  return success({
    start: start + part.value.start,
    end: start + part.value.end,
    isFound: isFound || part.value.isFound,
  });
}

function plainPart(
  source: SourceText,
  selectors: readonly JsonObject[],
  depth: number,
): Result<SelectedPart, string> {
  const quote = selectors.find(
    ({ type, exact }) => type === 'TextQuoteSelector' && typeof exact === 'string',
  );
  const exact = typeof quote?.exact === 'string' ? quote.exact : undefined;
  let position: { readonly start: number; readonly end: number } | undefined;
  for (const selector of selectors) position ??= positionOf(source, selector, depth);
  if (position !== undefined) {
    const { start, end } = position;
    if (exact === undefined) return success({ start, end, isFound: false });
    for (const [from, to] of [
      [start, end],
      [source.fromUtf16(start), source.fromUtf16(end)],
    ] as const) {
      if (source.words(from, to) === exact) return success({ start: from, end: to, isFound: false });
    }
  }
  if (exact !== undefined) return quotedPart(source, exact, quote ?? {}, position?.start);
  const kinds = [...new Set(selectors.map(({ type }) => String(type)))].join(', ').slice(0, 100);
  return failure(`it is selected by ${kinds || 'nothing'}, which does not tell a place in plain text`);
}

/** The quote’s own occurrence: the only one, the only one in its context, or the clearly nearest. */
function quotedPart(
  source: SourceText,
  exact: string,
  { prefix, suffix }: JsonObject,
  expected: number | undefined,
): Result<SelectedPart, string> {
  const { text } = source;
  const start = expected === undefined ? nowhere : source.toUtf16(expected);
  const anchoring = reanchor(
    text,
    { quote: exact, fragments: [{ start, end: start + exact.length }] },
    {
      ...(typeof prefix === 'string' && prefix !== '' && { before: prefix }),
      ...(typeof suffix === 'string' && suffix !== '' && { after: suffix }),
    },
  );
  const words = JSON.stringify(exact.length > 60 ? `${exact.slice(0, 60)}…` : exact);
  if (anchoring.status === 'lost') {
    return failure(
      anchoring.reason === 'absent'
        ? `the text does not read ${words}`
        : `the text reads ${words} in several places`,
    );
  }
  const [found] = anchoring.status === 'moved' ? anchoring.fragments : [];
  if (found === undefined) return failure(`the text does not read ${words}`);
  return success({
    start: source.fromUtf16(found.start),
    end: source.fromUtf16(found.end),
    isFound: expected !== undefined,
  });
}

/** What a selector says in numbers, or by where two others begin. */
function positionOf(
  source: SourceText,
  selector: JsonObject,
  depth: number,
): { readonly start: number; readonly end: number } | undefined {
  const { type, start, end, value, startSelector, endSelector } = selector;
  if (type === 'TextPositionSelector') return placeOf(start, end);
  // RFC 5147, section 2.1.1: `char=10,20`, either of them left out for the text’s own end.
  const range =
    type === 'FragmentSelector' && typeof value === 'string'
      ? /^char=(\d{0,10})(?:,(\d{0,10}))?$/.exec(value)
      : null;
  if (range !== null) {
    const from = Number(range[1] || 0);
    return placeOf(from, range[2] === undefined ? from : range[2] === '' ? source.length : Number(range[2]));
  }
  if (type !== 'RangeSelector' || !isObject(startSelector) || !isObject(endSelector)) return undefined;
  const first = selectedPart(source, [startSelector], depth + 1);
  const second = selectedPart(source, [endSelector], depth + 1);
  return first.ok && second.ok ? placeOf(first.value.start, second.value.start) : undefined;
}

function placeOf(start: unknown, end: unknown) {
  return isOffset(start) && isOffset(end) && start <= end ? { start, end } : undefined;
}

function isOffset(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
