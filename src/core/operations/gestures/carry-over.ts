import { type Fragment, normaliseFragments, quoteOf } from '../../model/fragment.ts';
import type { Identifier } from '../../model/identifier.ts';
import type { Relation } from '../../model/relation.ts';
import type { Span } from '../../model/span.ts';
import { haveSameFragments } from '../../model/span.ts';
import { alignTexts, type EqualRun } from '../../text/align-texts.ts';
import { reanchor } from '../../text/anchor.ts';
import { type Change, operationOf } from '../operation.ts';
import type { ArticleState } from '../project-state.ts';
import type { Authorship } from './authorship.ts';
import { done, type GestureResult, refused } from './gesture.ts';
import { spanLike } from './tag-selection.ts';

/**
 * What a later version of an article has of a span: the same words at the same place or elsewhere, other words at the place between the same
 * words, or nothing.
 */
export type Fate = 'unmoved' | 'moved' | 'changed' | 'vanished';

/** A span of an earlier version, and where it would stand in a later one. */
export interface CarriedSpan {
  readonly span: Span;
  readonly fate: Fate;
  /** In the later text, UTF-16 units; empty for what vanished. */
  readonly fragments: readonly Fragment[];
  /** What the later text reads there. */
  readonly quote: string;
}

/** Of a stretch that changed, at least this part must be left for it to be taken for the same. */
const leastLeft = 1 / 3;

/** Where the spans of one text would stand in another. Exact words win over places: what only moved is found wherever it went. */
export function fatesOf(spans: readonly Span[], before: string, after: string): readonly CarriedSpan[] {
  const runs = alignTexts(before, after);
  return spans.map((span): CarriedSpan => {
    const mapped = span.fragments.map((fragment) => mapFragment(fragment, runs, before, after));
    // What stood between two fragments may be gone, so that they touch now.
    const fragments = normaliseFragments(
      mapped.flatMap((fragment) => (fragment === undefined ? [] : [fragment.at])),
    );
    const isExact = mapped.every((fragment) => fragment?.isExact);
    if (isExact && fragments.length === mapped.length) {
      const fate = haveSameFragments(span.fragments, fragments) ? 'unmoved' : 'moved';
      return carried(span, fate, fragments, after);
    }
    const anchored = reanchor(after, span);
    if (anchored.status === 'moved') return carried(span, 'moved', anchored.fragments, after);
    if (fragments.length === 0) return { span, fate: 'vanished', fragments: [], quote: '' };
    return carried(span, 'changed', fragments, after);
  });
}

function carried(span: Span, fate: Fate, fragments: readonly Fragment[], text: string): CarriedSpan {
  return { span, fate, fragments, quote: quoteOf(text, fragments) };
}

/** Where a stretch of the one text stands in the other; undefined when too little of it is left. */
function mapFragment({ start, end }: Fragment, runs: readonly EqualRun[], before: string, after: string) {
  const pieces = overlapping(runs, start, end).map((run) => {
    const from = Math.max(start, run.before);
    const to = Math.min(end, run.before + run.length);
    return { start: from - run.before + run.after, end: to - run.before + run.after };
  });
  const [first] = pieces;
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const left = pieces.reduce((sum, piece) => sum + lettersIn(after, piece), 0);
  if (left < lettersIn(before, { start, end }) * leastLeft || left === 0) return undefined;
  const at = trimmed(withReplaced({ start, end }, { start: first.start, end: last.end }, runs), after);
  return { at, isExact: after.slice(at.start, at.end) === before.slice(start, end) };
}

/**
 * What stands in the place of the first or last words of a stretch belongs to it, where just these were replaced.
 * @param of the stretch in the text before
 * @param mapped what it shares with the text after
 */
function withReplaced(of: Fragment, mapped: Fragment, runs: readonly EqualRun[]): Fragment {
  const next = runs.find((run) => run.after <= mapped.start && mapped.start < run.after + run.length);
  const lead = runs[runs.indexOf(next ?? { before: 0, after: 0, length: 0 }) - 1];
  const leadEnd = {
    before: (lead?.before ?? 0) + (lead?.length ?? 0),
    after: (lead?.after ?? 0) + (lead?.length ?? 0),
  };
  const isLeadReplaced = next !== undefined && next.before > of.start && leadEnd.before >= of.start;
  const previous = runs.find((run) => run.after < mapped.end && mapped.end <= run.after + run.length);
  const trail = previous === undefined ? undefined : runs[runs.indexOf(previous) + 1];
  const isTrailReplaced =
    previous !== undefined &&
    previous.before + previous.length < of.end &&
    trail !== undefined &&
    trail.before <= of.end;
  return {
    start: isLeadReplaced ? leadEnd.after : mapped.start,
    end: isTrailReplaced ? trail.after : mapped.end,
  };
}

/** The runs that share something with a stretch of the text before, found by halving. */
function overlapping(runs: readonly EqualRun[], start: number, end: number): readonly EqualRun[] {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const run = runs[middle];
    if (run !== undefined && run.before + run.length <= start) low = middle + 1;
    else high = middle;
  }
  const found: EqualRun[] = [];
  for (let i = low; i < runs.length; i++) {
    const run = runs[i];
    if (run === undefined || run.before >= end) break;
    found.push(run);
  }
  return found;
}

function lettersIn(text: string, { start, end }: Fragment): number {
  return text.slice(start, end).replace(/\s+/gu, '').length;
}

function trimmed({ start, end }: Fragment, text: string): Fragment {
  const words = text.slice(start, end);
  const lead = words.length - words.trimStart().length;
  const trail = words.length - words.trimEnd().length;
  return lead + trail >= words.length ? { start, end } : { start: start + lead, end: end - trail };
}

/**
 * Gives a later version of an article spans of an earlier one, and the relations between them. Those that it has already are passed over. Who made them and when
 * stays as it was.
 * @param relations those of the earlier version
 */
export function carryOver(
  article: ArticleState,
  chosen: readonly CarriedSpan[],
  relations: Iterable<Relation>,
  by: Pick<Authorship, 'now' | 'newId'>,
): GestureResult {
  const articleId = article.record.id;
  const idOf = new Map<Identifier, Identifier>();
  const changes: Change[] = [];
  for (const { span, fragments, quote } of chosen) {
    if (fragments.length === 0) continue;
    const there = spanLike(article, span.tag, fragments);
    if (there !== undefined) {
      idOf.set(span.id, there.id);
      continue;
    }
    const id = by.newId();
    idOf.set(span.id, id);
    changes.push({
      type: 'span.add',
      span: { ...span, id, articleId, fragments: [...fragments], quote, updatedAt: by.now },
    });
  }
  const spans = changes.length;
  const known = new Set([...article.relations.values()].map(({ type, from, to }) => `${type} ${from} ${to}`));
  for (const relation of relations) {
    const from = idOf.get(relation.from);
    const to = idOf.get(relation.to);
    if (from === undefined || to === undefined || known.has(`${relation.type} ${from} ${to}`)) continue;
    changes.push({
      type: 'relation.add',
      relation: { ...relation, id: by.newId(), articleId, from, to, updatedAt: by.now },
    });
  }
  if (changes.length === 0) return refused('unchanged', 'This version has all of these annotations already.');
  const label = spans === 1 ? 'carry over 1 annotation' : `carry over ${spans} annotations`;
  return done(operationOf(changes), label, null);
}
