import { endOf, type Span, startOf } from '../../../core/model/span.ts';
import { type Tag, type TagSet, tagById } from '../../../core/model/tag-set.ts';

/** The tags whose guidelines are of use now, and the stretch of text beside which they stand. UTF-16 units. */
export interface GuidelineSubject {
  readonly tags: readonly Tag[];
  readonly start: number;
  readonly end: number;
}

/** Of selected words all tags could be meant; of an annotation its own; with neither, all tags at the caret. */
export function guidelineSubject(
  { tags, ...rest }: TagSet,
  selection: { readonly anchor: number; readonly focus: number },
  span: Span | undefined,
): GuidelineSubject {
  const start = Math.min(selection.anchor, selection.focus);
  const end = Math.max(selection.anchor, selection.focus);
  const own = span === undefined ? undefined : tagById({ tags, ...rest }, span.tag);
  if (span !== undefined && own !== undefined && (start === end || isOn(span, start, end))) {
    return { tags: [own], start: startOf(span), end: endOf(span) };
  }
  return { tags, start, end };
}

function isOn(span: Span, start: number, end: number): boolean {
  return startOf(span) === start && endOf(span) === end;
}
