import type { Settings } from '../../../bridge/settings.ts';
import { spanCount } from '../../store/ledger.ts';
import type { ArticleSummary } from '../../store/workbench-state.ts';
import { stateRank } from './state-words.ts';

export type ArticleSort = Settings['articleSort'];
export type ArticleGroups = Settings['articleGroups'];

type Compare = (a: ArticleSummary, b: ArticleSummary) => number;

const words = new Intl.Collator(undefined, { numeric: true });

/** The way round that is wanted most often: names from A, dates and numbers from the latest and the greatest. Articles without a date stand last. */
const compare: Readonly<Record<Exclude<ArticleSort, 'list'>, Compare>> = {
  title: (a, b) => words.compare(a.record.title, b.record.title),
  date: (a, b) => latestFirst(a.record.metadata.date ?? '', b.record.metadata.date ?? ''),
  added: (a, b) => latestFirst(a.record.createdAt, b.record.createdAt),
  annotations: (a, b) => spanCount(b) - spanCount(a),
  state: (a, b) => stateRank(a.record.state) - stateRank(b.record.state),
};

/** Articles in another order; those that are equal in it stay in the order of the list. `articles` is in that order. */
export function sortArticles(
  articles: readonly ArticleSummary[],
  sort: ArticleSort,
  reversed: boolean,
): readonly ArticleSummary[] {
  if (sort === 'list') return reversed ? articles.toReversed() : articles;
  const by = compare[sort];
  return articles.toSorted(reversed ? (a, b) => by(b, a) : by);
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
  if (groups === 'state') return articles.toSorted(compare.state);
  return articles.toSorted((a, b) => {
    const [one = '', other = ''] = [a.record.labels[0], b.record.labels[0]];
    if (one === other) return 0;
    if (one === '' || other === '') return one === '' ? 1 : -1;
    return words.compare(one, other);
  });
}

function latestFirst(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? 1 : -1;
}
