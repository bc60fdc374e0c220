import type { Fragment } from '../../model/fragment.ts';
import type { Identifier } from '../../model/identifier.ts';
import { haveSameFragments, type Span } from '../../model/span.ts';
import type { Tag } from '../../model/tag-set.ts';
import { snapToWords, trimWhiteSpace, wordAt } from '../../text/words.ts';
import type { ArticleState } from '../project-state.ts';
import type { Authorship } from './authorship.ts';
import { done, type GestureResult, refused } from './gesture.ts';
import { newSpan } from './new-span.ts';

/**
 * Tags what is selected, or the word at the caret when nothing is.
 * @param selection in UTF-16 units; `start === end` is a caret.
 * @param snap whether ends inside a word move out to its edges. Outer white space is left out either way.
 */
export function tagSelection(
  article: ArticleState,
  selection: { readonly start: number; readonly end: number },
  tag: Tag,
  snap: boolean,
  by: Authorship,
): GestureResult {
  const range = rangeToTag(article.body.text, selection, snap);
  if (range === undefined) {
    return refused('nothing-selected', 'There is no word here to tag. Select some text first.');
  }
  const fragments = [range];
  const twin = spanLike(article, tag.id, fragments);
  if (twin !== undefined) {
    return refused('duplicate', `This is already tagged as ${tag.name}.`, twin.id);
  }
  const span = newSpan(article, tag.id, fragments, by);
  return done({ type: 'span.add', span }, `tag ${tag.name.toLowerCase()}`, span.id);
}

/** The stretch that a selection stands for, or undefined when it holds nothing but white space. */
export function rangeToTag(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  snap: boolean,
): Fragment | undefined {
  if (start === end) return wordAt(text, start);
  return snap ? snapToWords(text, { start, end }) : trimWhiteSpace(text, { start, end });
}

/** A span of that tag with exactly those fragments, other than `except`. */
export function spanLike(
  article: ArticleState,
  tag: Identifier,
  fragments: readonly Fragment[],
  except?: Identifier,
): Span | undefined {
  const first = fragments[0];
  if (first === undefined) return undefined;
  return article.spans
    .touching(first.start, first.end)
    .find((span) => span.id !== except && span.tag === tag && haveSameFragments(span.fragments, fragments));
}
