import { t } from '../../../core/messages/translate.ts';
import { grouped } from '../../../core/text/number-words.ts';
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
              ? t('panels.articles.noArticleMatches')
              : t('panels.articles.shownOfArticles', { shown: grouped(shown), articles: total })}
            {search === 'running' ? t('panels.articles.searchingTheTexts') : ''}
            {search !== 'running' && isWaiting ? t('panels.articles.counting') : ''}
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
              {t('panels.articles.tryAgain')}
            </Button>
          )}
          <Button kind="quiet" onClick={() => app.articleList.clear()}>
            {t('panels.articles.showAll')}
          </Button>
        </>
      ) : null}
    </div>
  );
}

function failureOf(search: ArticleListState['search'], isUncounted: boolean): string | null {
  if (search === 'failed') return t('panels.articles.theTextsCannotBeRead');
  return isUncounted ? t('panels.articles.theAnnotationsCannotBeCounted') : null;
}
