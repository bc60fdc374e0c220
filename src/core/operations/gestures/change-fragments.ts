import { type Fragment, normaliseFragments, quoteOf } from '../../model/fragment.ts';
import type { Relation } from '../../model/relation.ts';
import type { Span } from '../../model/span.ts';
import { type Change, operationOf } from '../operation.ts';
import type { ArticleState } from '../project-state.ts';
import type { Authorship } from './authorship.ts';
import { setFragments } from './change-span.ts';
import { done, type GestureResult, refused } from './gesture.ts';
import { relationsOf } from './link-spans.ts';
import { nearestFirst } from './nearest-spans.ts';
import { newSpan } from './new-span.ts';
import { spanLike } from './tag-selection.ts';

/**
 * Takes a stretch out of a span: the selected text, or at a caret the fragment there. What is left keeps no white space at the new ends. The last fragment
 * stays: a span without text is none.
 * @param selection UTF-16 units; `start === end` is a caret.
 */
export function removeFragment(
  article: ArticleState,
  span: Span,
  selection: { readonly start: number; readonly end: number },
  by: Authorship,
): GestureResult {
  const isCaret = selection.start === selection.end;
  const taken = isCaret
    ? span.fragments.find(({ start, end }) => start <= selection.start && selection.start <= end)
    : selection;
  if (taken === undefined) {
    return refused(
      'nothing-selected',
      'Put the caret in the fragment to remove, or select the words to take out.',
      span.id,
    );
  }
  const left = span.fragments.flatMap((fragment) => without(article.body.text, fragment, taken));
  if (left.length === 0) {
    return refused(
      'not-allowed',
      'That is all of the annotation. To remove it altogether, delete it.',
      span.id,
    );
  }
  return setFragments(article, span, left, 'remove fragment', by);
}

/** Spans of the same tag that a span can be merged with, the nearest first. */
export function mergeable(article: ArticleState, span: Span): Span[] {
  const others = article.spans.ordered.filter(({ id, tag }) => tag === span.tag && id !== span.id);
  return nearestFirst(article, others, span);
}

/**
 * Makes two spans of one tag fragments of one: `span` with the text of both. It keeps its own attributes and takes those that only the other has; notes are
 * joined, a flag stays, and what was linked with the other is linked with it.
 */
export function mergeSpans(article: ArticleState, span: Span, other: Span, by: Authorship): GestureResult {
  if (span.tag !== other.tag)
    return refused('not-allowed', 'Only annotations of the same tag can be merged.', span.id);
  const fragments = normaliseFragments([...span.fragments, ...other.fragments]);
  const twin = spanLike(article, span.tag, fragments, span.id);
  if (twin !== undefined && twin.id !== other.id) {
    return refused('duplicate', 'Another annotation with this tag covers exactly that text.', twin.id);
  }
  const after: Span = {
    ...span,
    fragments,
    quote: quoteOf(article.body.text, fragments),
    attributes: { ...other.attributes, ...span.attributes },
    note: joinNotes(span.note, other.note),
    flagged: span.flagged || other.flagged,
    updatedAt: by.now,
  };
  const own = relationsOf(article, span.id);
  const changes: Change[] = [];
  const moved: Relation[] = [];
  for (const relation of relationsOf(article, other.id)) {
    changes.push({ type: 'relation.remove', relation });
    const from = relation.from === other.id ? span.id : relation.from;
    const to = relation.to === other.id ? span.id : relation.to;
    const isThere = [...own, ...moved].some(
      (twinRelation) =>
        twinRelation.type === relation.type && twinRelation.from === from && twinRelation.to === to,
    );
    if (from !== to && !isThere) moved.push({ ...relation, id: by.newId(), from, to, updatedAt: by.now });
  }
  changes.push({ type: 'span.remove', span: other }, { type: 'span.update', before: span, after });
  changes.push(...moved.map((relation): Change => ({ type: 'relation.add', relation })));
  return done(operationOf(changes), 'merge annotations', span.id);
}

/**
 * Makes a span for each fragment of a discontinuous one; one of a single fragment is cut at the caret, or around the selection. The first keeps the span's
 * identity; the others get its attributes, note and flag, and links of their own to what it is linked with.
 * @param selection UTF-16 units; `start === end` is a caret.
 */
export function splitSpan(
  article: ArticleState,
  span: Span,
  selection: { readonly start: number; readonly end: number },
  by: Authorship,
): GestureResult {
  const [only] = span.fragments;
  const parts =
    span.fragments.length > 1 || only === undefined
      ? span.fragments
      : pieces(article.body.text, only, selection);
  const [first, ...rest] = parts;
  if (first === undefined || rest.length === 0) {
    return refused('nothing-selected', 'Put the caret where the annotation is to be split.', span.id);
  }
  const twin = parts
    .map((part) => spanLike(article, span.tag, [part], span.id))
    .find((found) => found !== undefined);
  if (twin !== undefined) {
    return refused('duplicate', 'A part of it is an annotation with this tag already.', twin.id);
  }
  const { text } = article.body;
  const kept: Span = { ...span, fragments: [{ ...first }], quote: quoteOf(text, [first]), updatedAt: by.now };
  const changes: Change[] = [{ type: 'span.update', before: span, after: kept }];
  const links = relationsOf(article, span.id);
  for (const part of rest) {
    const made: Span = {
      ...newSpan(article, span.tag, [part], by, span.attributes),
      note: span.note,
      flagged: span.flagged,
    };
    changes.push({ type: 'span.add', span: made });
    for (const link of links) {
      const from = link.from === span.id ? made.id : link.from;
      const to = link.to === span.id ? made.id : link.to;
      const relation: Relation = { ...link, id: by.newId(), from, to, createdAt: by.now, updatedAt: by.now };
      changes.push({ type: 'relation.add', relation });
    }
  }
  return done(operationOf(changes), 'split annotation', span.id);
}

/** What is left of a fragment when a stretch is taken out, without white space at the cut. */
function without(text: string, fragment: Fragment, taken: Fragment): Fragment[] {
  if (taken.end <= fragment.start || fragment.end <= taken.start) return [fragment];
  return [
    { start: fragment.start, end: Math.max(fragment.start, taken.start) },
    { start: Math.min(fragment.end, taken.end), end: fragment.end },
  ].flatMap((piece) => {
    const trimmed = trimmedAtCut(text, piece, fragment);
    return trimmed === undefined ? [] : [trimmed];
  });
}

/** White space beside a cut goes; what the span's own ends hold stays. */
function trimmedAtCut(text: string, { start, end }: Fragment, whole: Fragment): Fragment | undefined {
  const words = text.slice(start, end);
  const lead = start === whole.start ? 0 : words.length - words.trimStart().length;
  const tail = end === whole.end ? 0 : words.length - words.trimEnd().length;
  return start + lead < end - tail ? { start: start + lead, end: end - tail } : undefined;
}

function pieces(
  text: string,
  fragment: Fragment,
  { start, end }: { readonly start: number; readonly end: number },
): Fragment[] {
  const cuts = [...new Set([start, end])].filter((cut) => fragment.start < cut && cut < fragment.end);
  const edges = [fragment.start, ...cuts, fragment.end];
  return edges.slice(1).flatMap((to, i) => {
    const piece = trimmedAtCut(text, { start: edges[i] ?? to, end: to }, fragment);
    return piece === undefined ? [] : [piece];
  });
}

function joinNotes(a: string, b: string): string {
  return a === '' || b === '' || a === b ? a || b : `${a}\n${b}`;
}
