import { type AttributionStatistics, AttributionTally } from '../../../core/measure/attribution-tally.ts';
import type { ProjectDatabase } from '../../db/database.ts';
import { type AttributionScope, readAttributions } from './read-attributions.ts';

/** How far the counting has come; the last batch has what it comes to. */
export interface StatisticsBatch {
  readonly done: number;
  readonly total: number;
  readonly statistics: AttributionStatistics | null;
}

/** Counts the attributions of a project, or of some of its articles. */
export async function* attributionStatistics(
  database: ProjectDatabase,
  scope: AttributionScope,
): AsyncGenerator<StatisticsBatch> {
  const tally = new AttributionTally();
  let total = 0;
  for await (const group of readAttributions(database, scope)) {
    for (const { attributions } of group.part) tally.add(attributions);
    total = group.total;
    if (group.done < total) yield { done: group.done, total, statistics: null };
  }
  yield { done: total, total, statistics: tally.result() };
}
