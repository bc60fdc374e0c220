import type { Identifier } from '../../model/identifier.ts';
import { endOf } from '../../model/span.ts';
import type { ArticleState } from '../../operations/project-state.ts';
import { suggestAttributions } from '../suggest-attributions.ts';
import { suggestionKey } from '../suggestion-key.ts';
import type { TaughtArticle, TaughtAttribution } from './taught-article.ts';

/**
 * What an article teaches: the claims in it, made by hand or accepted, each with those that a relation `says` leads from. What is not tagged is nothing, but in an article that is not done only
 * as far as somebody has decided something: behind the last annotation and the last refusal nobody may have looked yet.
 * @param claimTags tags at which `says` may end
 */
export function taughtFromArticle(
  { record, body: { text, blocks }, spans, relations }: ArticleState,
  claimTags: readonly Identifier[],
): TaughtArticle {
  const said = [...relations.values()].filter(({ type }) => type === 'says');
  const attributed = said.flatMap(({ from, to }): TaughtAttribution[] => {
    const claim = spans.get(to);
    return claim === undefined ? [] : [{ claim: claim.fragments, speaker: spans.get(from)?.fragments[0] }];
  });
  const claims = new Set(said.map(({ to }) => to));
  const alone = spans.ordered.filter(({ id, tag }) => claimTags.includes(tag) && !claims.has(id));
  const attributions = [
    ...attributed,
    ...alone.map(({ fragments }) => ({ claim: fragments, speaker: undefined })),
  ];
  if (record.state === 'done') return { text, blocks, attributions };
  let until = spans.ordered.reduce((last, span) => Math.max(last, endOf(span)), 0);
  if (record.refused.length > 0) {
    const refused = new Set(record.refused.map(({ words }) => words));
    for (const { claim, speaker } of suggestAttributions(text, blocks))
      if (refused.has(suggestionKey(text, claim, speaker))) until = Math.max(until, claim.at(-1)?.end ?? 0);
  }
  return { text, blocks: blocks.filter(({ start }) => start < until), attributions };
}
