import { spanCount } from '../../store/ledger.ts';
import type { ArticleSummary } from '../../store/workbench-state.ts';
import type { ConcordanceArgs } from '../../workers/scan/concordance-rows.ts';
import type { Application } from '../application.ts';
import { listedArticles } from '../list-articles.ts';
import type { ConcordanceSearch } from './concordance-state.ts';

/** The question as the worker takes it: articles that cannot hold anything are left out. */
export function scanArguments(
  app: Application,
  { query, scope, filter, articleState, label }: ConcordanceSearch,
  limits: Pick<ConcordanceArgs, 'mostRows' | 'contextLength'>,
): ConcordanceArgs {
  const { articles, project } = app.workbench.project.getState();
  const mayHold = ({ record, counts }: ArticleSummary) =>
    (articleState === null || record.state === articleState) &&
    (label === null || record.labels.includes(label)) &&
    (scope === 'text' ||
      (filter.tag === null ? Object.keys(counts).length > 0 : Object.hasOwn(counts, filter.tag)));
  return {
    query,
    articles: listedArticles(articles)
      .filter(mayHold)
      .map((article) => ({
        id: article.record.id,
        length: article.record.textLength,
        hasSpans: spanCount(article) > 0,
      })),
    annotations: scope === 'text' ? null : filter,
    claimTags: project.tagSet.relationTypes.find(({ id }) => id === 'says')?.to ?? [],
    ...limits,
  };
}
