import type { Fragment } from '../model/fragment.ts';
import { compileQuery } from './compile-query.ts';
import type { Query } from './query.ts';

/** More matches than this in one text are not counted. */
export const mostMatches = 10_000;

export interface Matches {
  /** In text order, UTF-16 units. */
  readonly matches: readonly Fragment[];
  /** True when there are more than `mostMatches`. */
  readonly isCapped: boolean;
  /** Why the query cannot be used, in a sentence; null when it can. */
  readonly problem: string | null;
}

/** Where a query stands in a text. */
export function findMatches(text: string, query: Query): Matches {
  const matcher = compileQuery(query);
  if (!matcher.ok) return { matches: [], isCapped: false, problem: matcher.reason };
  const matches: Fragment[] = [];
  for (const match of matcher.value.find(text)) {
    if (matches.length === mostMatches) return { matches, isCapped: true, problem: null };
    matches.push(match);
  }
  return { matches, isCapped: false, problem: null };
}
