import type { Identifier } from '../../../core/model/identifier.ts';
import type { ArticleSummary } from '../../store/workbench-state.ts';

/** How many spans of each tag the project has, in articles in the trash too. */
export function tagCounts(
  articles: ReadonlyMap<Identifier, ArticleSummary>,
): ReadonlyMap<Identifier, number> {
  const sums = new Map<Identifier, number>();
  for (const { counts } of articles.values()) {
    for (const [tag, number] of Object.entries(counts)) sums.set(tag, (sums.get(tag) ?? 0) + number);
  }
  return sums;
}
