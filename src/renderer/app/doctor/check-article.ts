import { quoteOf } from '../../../core/model/fragment.ts';
import { endOf } from '../../../core/model/span.ts';
import { type TagSet, tagById } from '../../../core/model/tag-set.ts';
import { mayLink } from '../../../core/operations/gestures/link-spans.ts';
import type { ArticleState } from '../../../core/operations/project-state.ts';
import type { Misfit } from '../../store/workbench-state.ts';

/** Something in an article that does not fit together. */
export interface Finding {
  /** The span to look at. */
  readonly span: string;
  /** A clause without a full stop. */
  readonly words: string;
  /** What a repair does about it; left out where only a person can tell. */
  readonly mend?: ArticleMend;
}

/** `place`: keeps an annotation where its quote stands now. `tag`: gives the tag set the tag that it lacks. `unlink`: takes a link away that has lost an end. */
export type ArticleMend =
  | { readonly kind: 'place'; readonly span: string }
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'unlink'; readonly relation: string };

/**
 * Checks that every span reads what it read when it was made, and that spans and relations fit the tag set. Changes nothing.
 * @param misfits spans that do not stand where the store has them
 */
export function checkArticle(
  { body, spans, relations }: ArticleState,
  tagSet: TagSet,
  misfits: readonly Misfit[] = [],
): Finding[] {
  const findings: Finding[] = [];
  for (const { spanId, quote, outcome } of misfits) {
    const shown = `“${quote.slice(0, 80)}”`;
    if (outcome === 'moved') {
      const words = `${shown} is kept at another place than where the text reads it; it is shown where it stands`;
      findings.push({ span: spanId, words, mend: { kind: 'place', span: spanId } });
    } else if (!spans.has(spanId)) {
      findings.push({ span: spanId, words: `${shown} lies beyond the text; it is kept, and not shown` });
    }
  }
  for (const span of spans.ordered) {
    const quote = `“${span.quote.slice(0, 80)}”`;
    if (endOf(span) > body.text.length || quoteOf(body.text, span.fragments) !== span.quote) {
      findings.push({ span: span.id, words: `${quote} is not what the text reads at its place` });
    }
    if (tagById(tagSet, span.tag) === undefined) {
      findings.push({
        span: span.id,
        words: `${quote} has the tag “${span.tag}”, which the tag set does not know`,
        mend: { kind: 'tag', tag: span.tag },
      });
    }
  }
  for (const { id, type, from, to } of relations.values()) {
    const [source, target] = [spans.get(from), spans.get(to)];
    if (source === undefined || target === undefined) {
      findings.push({
        span: source?.id ?? target?.id ?? from,
        words: `a “${type}” link has lost one of its ends`,
        mend: { kind: 'unlink', relation: id },
      });
    } else if (!mayLink(tagSet, type, source, target)) {
      findings.push({ span: source.id, words: `a “${type}” link joins two tags that it may not join` });
    }
  }
  return findings;
}
