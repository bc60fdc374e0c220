import { quoteOf } from '../../core/model/fragment.ts';
import { endOf } from '../../core/model/span.ts';
import { type TagSet, tagById } from '../../core/model/tag-set.ts';
import { mayLink } from '../../core/operations/gestures/link-spans.ts';
import type { ArticleState } from '../../core/operations/project-state.ts';

/** Something in an article that does not fit together. */
export interface Finding {
  /** The span to look at. */
  readonly span: string;
  /** A clause without a full stop. */
  readonly words: string;
}

/** Checks that every span reads what it read when it was made, and that spans and relations fit the tag set. Changes nothing. */
export function checkArticle({ body, spans, relations }: ArticleState, tagSet: TagSet): Finding[] {
  const findings: Finding[] = [];
  for (const span of spans.ordered) {
    const quote = `“${span.quote.slice(0, 80)}”`;
    if (endOf(span) > body.text.length || quoteOf(body.text, span.fragments) !== span.quote) {
      findings.push({ span: span.id, words: `${quote} is not what the text reads at its place` });
    }
    if (tagById(tagSet, span.tag) === undefined) {
      findings.push({
        span: span.id,
        words: `${quote} has the tag “${span.tag}”, which the tag set does not know`,
      });
    }
  }
  for (const { type, from, to } of relations.values()) {
    const [source, target] = [spans.get(from), spans.get(to)];
    if (source === undefined || target === undefined) {
      findings.push({
        span: source?.id ?? target?.id ?? from,
        words: `a “${type}” link has lost one of its ends`,
      });
    } else if (!mayLink(tagSet, type, source, target)) {
      findings.push({ span: source.id, words: `a “${type}” link joins two tags that it may not join` });
    }
  }
  return findings;
}
