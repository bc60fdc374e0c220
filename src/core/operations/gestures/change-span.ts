import { type Fragment, normaliseFragments, quoteOf } from '../../model/fragment.ts';
import { haveSameFragments, type Span } from '../../model/span.ts';
import type { Tag, TagSet } from '../../model/tag-set.ts';
import { type Change, operationOf } from '../operation.ts';
import type { ArticleState } from '../project-state.ts';
import type { Authorship } from './authorship.ts';
import { done, type GestureResult, refused } from './gesture.ts';
import { mayLink, relationsOf } from './link-spans.ts';
import { spanLike } from './tag-selection.ts';

/** Gives a span another tag. Relations that the new tag does not allow go with the same step. */
export function retagSpan(
  article: ArticleState,
  span: Span,
  tag: Tag,
  tagSet: TagSet,
  by: Authorship,
): GestureResult {
  if (span.tag === tag.id) return refused('unchanged', `It is tagged as ${tag.name} already.`, span.id);
  const twin = spanLike(article, tag.id, span.fragments, span.id);
  if (twin !== undefined) return refused('duplicate', `This is already tagged as ${tag.name}.`, twin.id);
  const after: Span = { ...span, tag: tag.id, updatedAt: by.now };
  const broken = relationsOf(article, span.id).filter((relation) => {
    const from = relation.from === span.id ? after : article.spans.get(relation.from);
    const to = relation.to === span.id ? after : article.spans.get(relation.to);
    return from === undefined || to === undefined || !mayLink(tagSet, relation.type, from, to);
  });
  const changes: Change[] = [
    ...broken.map((relation): Change => ({ type: 'relation.remove', relation })),
    { type: 'span.update', before: span, after },
  ];
  return done(operationOf(changes), `change tag to ${tag.name.toLowerCase()}`, span.id);
}

/** Deletes a span and the relations that hold on to it, in one step. */
export function deleteSpan(article: ArticleState, span: Span): GestureResult {
  const changes: Change[] = [
    ...relationsOf(article, span.id).map((relation): Change => ({ type: 'relation.remove', relation })),
    { type: 'span.remove', span },
  ];
  return done(operationOf(changes), 'delete annotation', null);
}

/** Puts another note in the place of the span's. */
export function setNote(span: Span, note: string, by: Authorship): GestureResult {
  if (span.note === note) return refused('unchanged', 'The note is the same.', span.id);
  const after = { ...span, note, updatedAt: by.now };
  return done(
    { type: 'span.update', before: span, after },
    note === '' ? 'remove note' : 'edit note',
    span.id,
  );
}

/** Flags a span for discussion, or takes the flag off. */
export function toggleFlag(span: Span, by: Authorship): GestureResult {
  const after = { ...span, flagged: !span.flagged, updatedAt: by.now };
  return done({ type: 'span.update', before: span, after }, span.flagged ? 'remove flag' : 'flag', span.id);
}

/** Adds a stretch to a span: apart from what it has as a fragment of its own, else melted with it. */
export function addFragment(
  article: ArticleState,
  span: Span,
  fragment: Fragment,
  by: Authorship,
): GestureResult {
  const fragments = normaliseFragments([...span.fragments, fragment]);
  return setFragments(article, span, fragments, 'add fragment', by);
}

/**
 * Gives a span other fragments.
 * @param fragments as `fragmentsSchema` wants them, inside the text.
 */
export function setFragments(
  article: ArticleState,
  span: Span,
  fragments: readonly Fragment[],
  label: string,
  by: Authorship,
): GestureResult {
  if (haveSameFragments(span.fragments, fragments)) {
    return refused('unchanged', 'The annotation covers this already.', span.id);
  }
  const twin = spanLike(article, span.tag, fragments, span.id);
  if (twin !== undefined) {
    return refused('duplicate', 'Another annotation with this tag covers exactly that text.', twin.id);
  }
  const after: Span = {
    ...span,
    fragments: [...fragments],
    quote: quoteOf(article.body.text, fragments),
    updatedAt: by.now,
  };
  return done({ type: 'span.update', before: span, after }, label, span.id);
}
