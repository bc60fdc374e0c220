import { Dexie } from 'dexie';
import type { Identifier } from '../../../core/model/identifier.ts';
import { DecisionTally, type RuleDecisions } from '../../../core/suggest/decision-tally.ts';
import type { ProjectDatabase } from '../../db/database.ts';
import { articleRowOf } from '../../db/rows.ts';
import { articleGroups } from './article-groups.ts';

export interface RuleDecisionsArgs {
  /** Tags at which a `says` relation may end. */
  readonly claimTags: readonly Identifier[];
}

/** By the id of the rule, what was decided in the articles read up to now. */
export type DecisionsByRule = ReadonlyMap<string, RuleDecisions>;

/** How many suggestions of each rule were accepted and refused in the whole project: each batch takes the place of the one before. */
export async function* ruleDecisions(
  database: ProjectDatabase,
  { claimTags }: RuleDecisionsArgs,
): AsyncGenerator<DecisionsByRule> {
  const tally = new DecisionTally(claimTags);
  for await (const [first, last] of articleGroups(database)) {
    const [articles, spans] = await Promise.all([
      database.articles.where('id').between(first, last, true, true).toArray(),
      database.spans.where('[articleId+id]').between([first, Dexie.minKey], [last, Dexie.maxKey]).toArray(),
    ]);
    for (const refusal of articles.flatMap((row) => articleRowOf(row).record.refused)) {
      tally.addRefused(refusal);
    }
    for (const { span } of spans) tally.addSpan(span);
    yield tally.result();
  }
}
