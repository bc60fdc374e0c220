import type { Attributes } from '../../model/attribute-value.ts';
import type { Fragment } from '../../model/fragment.ts';
import { cueAttribute } from '../../model/known-attributes.ts';
import type { Span } from '../../model/span.ts';
import { type TagSet, tagById } from '../../model/tag-set.ts';
import type { Change } from '../operation.ts';
import type { ArticleState } from '../project-state.ts';
import type { Authorship } from './authorship.ts';
import { linkChanges, linksBetween } from './link-spans.ts';
import { newSpan } from './new-span.ts';
import type { ClaimPlan } from './plan-claim.ts';
import { spanLike } from './tag-selection.ts';

/** The tag of words of saying, in tag sets that have one; else the claim's attribute of that name says it. */
const cueTag = 'cue';

/**
 * The changes that make a planned claim: the span, with what the tag set lets it say of form and cue; where the tag set has a tag for cues and a
 * relation between it and the claim, a span for the cue and the relation instead.
 */
export function claimChanges(
  article: ArticleState,
  plan: ClaimPlan,
  tagSet: TagSet,
  by: Authorship,
): { readonly claim: Span; readonly changes: Change[] } {
  const isCueTagged = tagById(tagSet, cueTag) !== undefined && plan.cue !== undefined;
  const bare = newSpan(article, plan.tag.id, plan.fragments, by);
  const cue =
    isCueTagged && plan.cue !== undefined
      ? (spanLike(article, cueTag, [plan.cue]) ?? newSpan(article, cueTag, [plan.cue], by))
      : undefined;
  const [link] = cue === undefined ? [] : linksBetween(tagSet, cue, bare);
  const claim = { ...bare, attributes: attributesOf(article.body.text, plan, link === undefined) };
  const changes: Change[] = [{ type: 'span.add', span: claim }];
  if (cue !== undefined && link !== undefined) {
    if (!article.spans.has(cue.id)) changes.push({ type: 'span.add', span: cue });
    changes.push(...linkChanges(article, link, by));
  }
  return { claim, changes };
}

/** Says only what the tag defines: a form that it knows, a cue where it has a field for one. */
function attributesOf(text: string, { tag, form, cue }: ClaimPlan, withCue: boolean): Attributes {
  const attributes: Record<string, string> = {};
  const formDefinition = tag.attributes.find(({ id }) => id === 'form');
  if (formDefinition?.options.some(({ id }) => id === form) === true) attributes.form = form;
  const hasCue = tag.attributes.some(({ id, type }) => id === cueAttribute && type === 'text');
  if (withCue && hasCue && cue !== undefined) attributes[cueAttribute] = wordsOf(text, cue);
  return attributes;
}

function wordsOf(text: string, { start, end }: Fragment): string {
  return text.slice(start, end).replace(/\s+/g, ' ');
}
