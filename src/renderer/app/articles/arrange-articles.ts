import type { Identifier } from '../../../core/model/identifier.ts';
import { searchKey } from '../../../core/text/search-key.ts';
import type { ArticleSummary } from '../../store/workbench-state.ts';
import type { ArticleFacts } from '../../workers/scan/article-facts.ts';
import { type ArticleFilter, passes } from './article-filter.ts';
import {
  type ArticleGroups,
  type ArticleSort,
  groupArticles,
  groupOf,
  sortArticles,
} from './sort-articles.ts';
import { stateNames } from './state-words.ts';

/** An article in the list as it is shown. */
export interface ArticleRow {
  readonly summary: ArticleSummary;
  /** Stands over the article, being the first of its group; null over the others. */
  readonly heading: string | null;
  /** Words of the text around what was searched for; null when the title has it, or nothing was searched for. */
  readonly excerpt: string | null;
}

/** All that decides what the list shows, and how. */
export interface Arrangement {
  /** Those of the project, in the order of the list. */
  readonly articles: ReadonlyMap<Identifier, ArticleSummary>;
  readonly query: string;
  /** Articles whose text has the query, with an excerpt. */
  readonly found: ReadonlyMap<Identifier, string>;
  readonly filter: ArticleFilter;
  readonly facts: ReadonlyMap<Identifier, ArticleFacts>;
  readonly sort: ArticleSort;
  readonly reversed: boolean;
  readonly groups: ArticleGroups;
}

/**
 * The articles that the list shows, in its order: those not in the trash that pass the filter; of a search those with the words in their title or
 * file name first, then those with the words in the text, and no groups.
 * @param keep an article that is in even if the filter leaves it out: to find what comes before and after it
 */
export function arrangeArticles(arrangement: Arrangement, keep?: Identifier): ArticleRow[] {
  const { articles, found, filter, facts, sort, reversed, groups } = arrangement;
  const query = searchKey(arrangement.query).trim();
  const listed: ArticleSummary[] = [];
  for (const summary of articles.values()) {
    const { id, trashedAt } = summary.record;
    if (trashedAt === null && (id === keep || passes(filter, summary, facts.get(id)))) listed.push(summary);
  }
  const sorted = sortArticles(listed, sort, reversed);
  if (query === '') return groupedRows(sorted, groups);
  const inTitle: ArticleRow[] = [];
  const inText: ArticleRow[] = [];
  for (const summary of sorted) {
    const excerpt = found.get(summary.record.id);
    if (titleKey(summary).includes(query)) inTitle.push({ summary, heading: null, excerpt: null });
    else if (excerpt !== undefined) {
      inText.push({ summary, heading: inText.length === 0 ? 'In the text' : null, excerpt });
    } else if (summary.record.id === keep) inTitle.push({ summary, heading: null, excerpt: null });
  }
  return [...inTitle, ...inText];
}

/** True when the list is as it was made: an article can be moved in it. */
export function isListOrder({ query, filter, sort, reversed, groups }: Arrangement): boolean {
  const isWhole = query.trim() === '' && Object.values(filter).every((chosen) => chosen.length === 0);
  return isWhole && sort === 'list' && !reversed && groups === 'none';
}

function groupedRows(sorted: readonly ArticleSummary[], groups: ArticleGroups): ArticleRow[] {
  let last: string | null = null;
  return groupArticles(sorted, groups).map((summary) => {
    const group = groupOf(summary, groups);
    const heading = group === last ? null : group;
    last = group;
    return { summary, heading: heading === null ? null : groupName(heading, groups), excerpt: null };
  });
}

function groupName(group: string, groups: ArticleGroups): string {
  if (groups === 'state') return stateNames.find(({ value }) => value === group)?.label ?? group;
  return group === '' ? 'No label' : group;
}

const titleKeys = new WeakMap<ArticleSummary['record'], string>();

/** Title and file name as searching sees them. A record never changes, so that its key holds as long as it. */
function titleKey({ record }: ArticleSummary): string {
  const known = titleKeys.get(record);
  if (known !== undefined) return known;
  const key = `${searchKey(record.title)}\n${searchKey(record.source.fileName)}`;
  titleKeys.set(record, key);
  return key;
}
