import type { Settings } from '../../../bridge/settings.ts';
import { spanCount } from '../../store/ledger.ts';
import type { ArticleSummary } from '../../store/workbench-state.ts';
import { stateRank } from './state-words.ts';

export type ArticleSort = Settings['articleSort'];
export type ArticleGroups = Settings['articleGroups'];

const words = new Intl.Collator(undefined, { numeric: true });

/**
 * Articles in another order, the way round that is wanted most often: names from A, dates and numbers from the latest and the greatest; those
 * without a date stand last. Articles that are equal in it stay in the order of the list. `articles` is in that order.
 */
export function sortArticles(
  articles: readonly ArticleSummary[],
  sort: ArticleSort,
  reversed: boolean,
): readonly ArticleSummary[] {
  const sign = reversed ? -1 : 1;
  const memory = `${sort} ${sign}`;
  switch (sort) {
    case 'list':
      return reversed ? articles.toReversed() : articles;
    case 'title':
      return sorted(articles, ({ record }) => record.title, words.compare, sign, memory);
    case 'date':
      return sorted(articles, ({ record }) => record.metadata.date ?? '', latestFirst, sign, memory);
    case 'added':
      return sorted(articles, ({ record }) => record.createdAt, latestFirst, sign, memory);
    case 'annotations':
      return sorted(articles, (summary) => -spanCount(summary), leastFirst, sign, memory);
    case 'state':
      return sorted(articles, ({ record }) => stateRank(record.state), leastFirst, sign, memory);
  }
}

/** What an article is gathered under; null when the list is not divided. */
export function groupOf({ record }: ArticleSummary, groups: ArticleGroups): string | null {
  if (groups === 'none') return null;
  return groups === 'state' ? record.state : (record.labels[0] ?? '');
}

/** Divides articles into groups, in the order of the work or of the labels, those without a label last; within a group their order stays. */
export function groupArticles(
  articles: readonly ArticleSummary[],
  groups: ArticleGroups,
): readonly ArticleSummary[] {
  if (groups === 'none') return articles;
  if (groups === 'state') {
    return sorted(articles, ({ record }) => stateRank(record.state), leastFirst, 1, 'by state');
  }
  const labels = new Set(articles.map(({ record }) => record.labels[0] ?? ''));
  labels.delete('');
  const ranks = new Map([...labels].sort(words.compare).map((label, i) => [label, i]));
  const rankOf = ({ record }: ArticleSummary) => ranks.get(record.labels[0] ?? '') ?? ranks.size;
  return sorted(articles, rankOf, leastFirst, 1, 'by label');
}

/** What was sorted last in each order, and what came of it: most changes of a project leave an order as it is. */
const lastSorted = new Map<
  string,
  { readonly keys: readonly unknown[]; readonly order: readonly number[] }
>();

/** @param memory names the order: the same keys in the same places are not sorted again */
function sorted<Key>(
  articles: readonly ArticleSummary[],
  keyOf: (summary: ArticleSummary) => Key,
  compare: (a: Key, b: Key) => number,
  sign: 1 | -1,
  memory: string,
): readonly ArticleSummary[] {
  const keys = articles.map(keyOf);
  const last = lastSorted.get(memory);
  const isSame = last?.keys.length === keys.length && keys.every((key, i) => key === last.keys[i]);
  const order = isSame ? last.order : orderOf(keys, compare, sign);
  lastSorted.set(memory, { keys, order });
  const result: ArticleSummary[] = [];
  for (const i of order) {
    const article = articles[i];
    if (article !== undefined) result.push(article);
  }
  return result;
}

/** The indexes of the keys in the order of the keys, equal ones as they stand. */
function orderOf<Key>(keys: readonly Key[], compare: (a: Key, b: Key) => number, sign: 1 | -1): number[] {
  return keys
    .map((key, i) => ({ key, i }))
    .sort((a, b) => sign * compare(a.key, b.key))
    .map(({ i }) => i);
}

function latestFirst(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? 1 : -1;
}

function leastFirst(a: number, b: number): number {
  return a - b;
}
