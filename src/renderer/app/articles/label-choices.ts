import type { ArticleRecord } from '../../../core/model/article.ts';
import { searchKey } from '../../../core/text/search-key.ts';
import type { ArticleSummary } from '../../store/workbench-state.ts';

const words = new Intl.Collator(undefined, { numeric: true });

/** Every label in use, in the order of the alphabet. */
export function labelsInUse(articles: Iterable<ArticleSummary>): string[] {
  const labels = new Set<string>();
  for (const { record } of articles) for (const label of record.labels) labels.add(label);
  return [...labels].sort(words.compare);
}

export interface LabelChoice {
  readonly label: string;
  /** How many of the articles have it. */
  readonly on: 'all' | 'some' | 'none';
  /** No article of the project has it yet. */
  readonly isNew: boolean;
}

/** The labels that fit what is typed, and what is typed itself as a new one where there is none like it. */
export function labelChoices(
  inUse: readonly string[],
  records: readonly ArticleRecord[],
  query: string,
): LabelChoice[] {
  const typed = query.trim();
  const key = searchKey(typed);
  const choices = inUse
    .filter((label) => searchKey(label).includes(key))
    .map((label): LabelChoice => ({ label, on: shareOf(records, label), isNew: false }))
    .sort((a, b) => rankOf(a.label, key) - rankOf(b.label, key));
  return typed === '' || inUse.includes(typed)
    ? choices
    : [...choices, { label: typed, on: 'none', isNew: true }];
}

function shareOf(records: readonly ArticleRecord[], label: string): LabelChoice['on'] {
  const number = records.filter(({ labels }) => labels.includes(label)).length;
  if (number === 0) return 'none';
  return number === records.length ? 'all' : 'some';
}

/** What begins with the letters stands before what has them somewhere. */
function rankOf(label: string, key: string): number {
  return searchKey(label).startsWith(key) ? 0 : 1;
}
