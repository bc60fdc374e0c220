import { count, grouped } from '../../../core/text/number-words.ts';
import type { FactsState } from '../../app/articles/article-facts-store.ts';
import { type ArticleFilter, isFiltering, needsFacts } from '../../app/articles/article-filter.ts';
import type { ArticleListState } from '../../app/articles/article-list.ts';
import { useApplication } from '../../app/use-application.ts';
import { Button } from '../../ui/button.tsx';

interface ListStatusProps {
  readonly filter: ArticleFilter;
  readonly query: string;
  readonly search: ArticleListState['search'];
  readonly counting: FactsState['counting'];
  readonly shown: number;
  readonly total: number;
}

/** How much of the list is shown, and whether more may come. */
export function ListStatus({ filter, query, search, counting, shown, total }: ListStatusProps) {
  const app = useApplication();
  const isNarrowed = isFiltering(filter) || query.trim() !== '';
  const isWaiting = search === 'running' || (needsFacts(filter) && counting === 'counting');
  const failure = failureOf(search, needsFacts(filter) && counting === 'failed');
  return (
    <div className="list-status" aria-live="polite" hidden={!isNarrowed}>
      {isNarrowed ? (
        <>
          <span>
            {shown === 0 && !isWaiting
              ? 'No article matches.'
              : `${grouped(shown)} of ${count(total, 'article')}`}
            {search === 'running' ? ' · searching the texts…' : ''}
            {search !== 'running' && isWaiting ? ' · counting…' : ''}
            {failure === null ? '' : ` · ${failure}`}
          </span>
          {failure === null ? null : (
            <Button
              kind="quiet"
              onClick={() => {
                app.articleFacts.want();
                app.articleList.search(query);
              }}
            >
              Try again
            </Button>
          )}
          <Button kind="quiet" onClick={() => app.articleList.clear()}>
            Show all
          </Button>
        </>
      ) : null}
    </div>
  );
}

function failureOf(search: ArticleListState['search'], isUncounted: boolean): string | null {
  if (search === 'failed') return 'the texts cannot be read';
  return isUncounted ? 'the annotations cannot be counted' : null;
}
