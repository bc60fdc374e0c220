import type { ArticleStateName } from '../../../core/model/article.ts';
import type { Identifier } from '../../../core/model/identifier.ts';
import { spanCount } from '../../store/ledger.ts';
import type { ArticleSummary } from '../../store/workbench-state.ts';
import type { ArticleFacts } from '../../workers/scan/article-facts.ts';

/** What an article must have to be listed. Of states, tags and labels one of those named; all else together. */
export interface ArticleFilter {
  readonly states: readonly ArticleStateName[];
  readonly tags: readonly Identifier[];
  readonly labels: readonly string[];
  readonly flags: readonly FilterFlag[];
}

/** Conditions that hold or do not. */
export type FilterFlag = 'flagged' | 'unattributed' | 'untagged' | 'noted';

export const noFilter: ArticleFilter = { states: [], tags: [], labels: [], flags: [] };

export function isFiltering({ states, tags, labels, flags }: ArticleFilter): boolean {
  return states.length + tags.length + labels.length + flags.length > 0;
}

/** True when the filter cannot be answered from an article's row: it asks what has to be counted in the store. */
export function needsFacts({ flags }: ArticleFilter): boolean {
  return flags.includes('flagged') || flags.includes('unattributed');
}

/** @param facts undefined while they are not counted yet; an article is then left out by the filters that ask for them. */
export function passes(
  { states, tags, labels, flags }: ArticleFilter,
  summary: ArticleSummary,
  facts: ArticleFacts | undefined,
): boolean {
  const { record, counts } = summary;
  return (
    (states.length === 0 || states.includes(record.state)) &&
    (tags.length === 0 || tags.some((tag) => (counts[tag] ?? 0) > 0)) &&
    (labels.length === 0 || labels.some((label) => record.labels.includes(label))) &&
    flags.every((flag) => holds(flag, summary, facts))
  );
}

function holds(flag: FilterFlag, summary: ArticleSummary, facts: ArticleFacts | undefined): boolean {
  switch (flag) {
    case 'flagged':
      return (facts?.flagged ?? 0) > 0;
    case 'unattributed':
      return (facts?.unattributed ?? 0) > 0;
    case 'untagged':
      return spanCount(summary) === 0;
    case 'noted':
      return summary.record.note !== '';
  }
}

/** The filter with a choice of one of its kinds added, or taken away when it is there. */
export function toggled<Kind extends keyof ArticleFilter>(
  filter: ArticleFilter,
  kind: Kind,
  choice: ArticleFilter[Kind][number],
): ArticleFilter {
  const chosen: readonly unknown[] = filter[kind];
  const others = chosen.filter((other) => other !== choice);
  return { ...filter, [kind]: others.length < chosen.length ? others : [...chosen, choice] };
}
