import type { Fragment } from '../../model/fragment.ts';
import type { Identifier } from '../../model/identifier.ts';
import { failure, type Result, success } from '../../model/result.ts';
import type { Span } from '../../model/span.ts';
import { type Tag, type TagSet, tagById } from '../../model/tag-set.ts';
import { paragraphAt } from '../../text/paragraphs.ts';
import { type Quotation, quotationsAt } from '../../text/quotations.ts';
import { reportedSpeechAt } from '../../text/reported-speech.ts';
import { speechFrame } from '../../text/speech-frame.ts';
import type { ArticleState } from '../project-state.ts';
import type { Refusal } from './gesture.ts';
import { relationTypeById, saysType } from './relation-ends.ts';
import { rangeToTag, spanLike } from './tag-selection.ts';

/** A claim as it would be made; offsets in UTF-16 units. */
export interface ClaimPlan {
  readonly tag: Tag;
  readonly fragments: readonly Fragment[];
  readonly form: 'direct' | 'indirect' | 'mixed';
  /** The words that say that it is said. */
  readonly cue: Fragment | undefined;
  /** The words for who says it. */
  readonly speaker: Fragment | undefined;
}

/** The tags at the two ends of `says`; undefined where the tag set has no such relation, or not the tags. */
export function saysTags(tagSet: TagSet): { readonly speaker: Tag; readonly claim: Tag } | undefined {
  const says = relationTypeById(tagSet, saysType);
  const tagOf = (ids: readonly Identifier[], preferred: Identifier) => {
    const id = ids.includes(preferred) ? preferred : ids[0];
    return id === undefined ? undefined : tagById(tagSet, id);
  };
  const speaker = tagOf(says?.from ?? [], 'speaker');
  const claim = tagOf(says?.to ?? [], 'claim');
  return speaker === undefined || claim === undefined ? undefined : { speaker, claim };
}

/**
 * What is said at the caret, or what is selected, as a claim. At a caret in a quotation it is that quotation with all its halves: of nested ones the
 * outermost, unless the inner one has its own words of saying; one that is a claim already gives way to the next. Outside of
 * quotations it is what the sentence reports somebody to have said.
 * @param selection UTF-16 units; `start === end` is a caret.
 * @param snap whether the ends of a selection move out to words.
 */
export function planClaim(
  article: ArticleState,
  tagSet: TagSet,
  selection: { readonly start: number; readonly end: number },
  snap: boolean,
): Result<ClaimPlan, Refusal> {
  const tags = saysTags(tagSet);
  if (tags === undefined) {
    return failure({
      code: 'not-allowed',
      message: 'The tag set has no claims: no relation “says” between two of its tags.',
    });
  }
  const plans =
    selection.start === selection.end
      ? plansAt(article, selection.start, tags.claim)
      : planOf(article, selection, tags.claim, snap);
  const [first] = plans;
  if (first === undefined) {
    return failure({
      code: 'nothing-selected',
      message: 'Nothing is quoted or reported here. Select the words of the claim first.',
    });
  }
  const twinOf = (plan: ClaimPlan): Span | undefined => spanLike(article, plan.tag.id, plan.fragments);
  const free = plans.find((plan) => twinOf(plan) === undefined);
  if (free !== undefined) return success(free);
  const twin = twinOf(first);
  const message = `This is already tagged as ${tags.claim.name}.`;
  return failure(
    twin === undefined ? { code: 'duplicate', message } : { code: 'duplicate', message, span: twin.id },
  );
}

function plansAt({ body: { text, blocks } }: ArticleState, offset: number, tag: Tag): ClaimPlan[] {
  const quotations = quotationsAt(text, blocks, offset);
  if (quotations.length > 0) {
    const plans = quotations.map((quotation) => quoted(text, quotation, tag));
    const isSpokenInside = ({ cue }: ClaimPlan, i: number) => i > 0 && cue !== undefined;
    return [
      ...plans.filter(isSpokenInside).reverse(),
      ...plans.filter((plan, i) => !isSpokenInside(plan, i)),
    ];
  }
  const paragraph = paragraphAt(blocks, offset);
  const report = paragraph === undefined ? undefined : reportedSpeechAt(text, offset, paragraph);
  if (report === undefined) return [];
  const { claim, cue, speaker, isMixed } = report;
  return [{ tag, fragments: [claim], form: isMixed ? 'mixed' : 'indirect', cue, speaker }];
}

function planOf(
  { body: { text, blocks } }: ArticleState,
  selection: Fragment,
  tag: Tag,
  snap: boolean,
): ClaimPlan[] {
  const range = rangeToTag(text, selection, snap);
  if (range === undefined) return [];
  const quotations = quotationsAt(text, blocks, range.start);
  const whole = quotations.find(({ fragments }) => isSelected(text, fragments, range));
  if (whole !== undefined) return [quoted(text, whole, tag)];
  const [outer] = quotations;
  const isInside =
    outer?.fragments.some(({ start, end }) => start <= range.start && range.end <= end) === true;
  const within = paragraphAt(blocks, range.start) ?? range;
  const frame = speechFrame(text, isInside ? outer.fragments : [range], isInside ? outer.within : within);
  const holdsQuote = /["“„«「‘]/u.test(text.slice(range.start, range.end));
  const form = isInside ? 'direct' : holdsQuote ? 'mixed' : 'indirect';
  return [{ tag, fragments: [range], form, ...frame }];
}

function quoted(text: string, { fragments, within }: Quotation, tag: Tag): ClaimPlan {
  return { tag, fragments, form: 'direct', ...speechFrame(text, fragments, within) };
}

/** True when the selection is one half of a quotation, or all of it from the first word to the last; marks and punctuation at the ends do not count. */
function isSelected(text: string, fragments: readonly Fragment[], range: Fragment): boolean {
  const [first] = fragments;
  const last = fragments.at(-1);
  if (first === undefined || last === undefined) return false;
  const selected = bare(text, range);
  return [{ start: first.start, end: last.end }, ...fragments].some((stretch) => {
    const { start, end } = bare(text, stretch);
    return start === selected.start && end === selected.end;
  });
}

function bare(text: string, { start, end }: Fragment): Fragment {
  const words = text.slice(start, end);
  const lead = words.search(/[\p{L}\p{N}]/u);
  if (lead === -1) return { start, end };
  return { start: start + lead, end: start + words.replace(/[^\p{L}\p{N}\p{M}]+$/u, '').length };
}
