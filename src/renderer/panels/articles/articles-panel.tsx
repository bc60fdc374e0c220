import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { t } from '../../../core/messages/translate.ts';
import { grouped } from '../../../core/text/number-words.ts';
import { type Arrangement, arrangeArticles } from '../../app/articles/arrange-articles.ts';
import { needsFacts } from '../../app/articles/article-filter.ts';
import { listedArticles } from '../../app/list-articles.ts';
import { placeIds } from '../../app/places.ts';
import { useApplication, useInterface, useProject, useSettings } from '../../app/use-application.ts';
import { ArticleRows } from './article-rows.tsx';
import { FilterChips } from './filter-chips.tsx';
import { FilterPopover } from './filter-popover.tsx';
import { ListStatus } from './list-status.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { SortPopover } from './sort-popover.tsx';
import './articles-panel.css';
import './popover.css';

/** The articles of the project: searched, filtered, ordered, and worked through. */
export function ArticlesPanel() {
  const app = useApplication();
  const articles = useProject((state) => state.articles);
  const { query, filter, found, search, selected } = useStore(app.articleList.store);
  const { facts, counting } = useStore(app.articleFacts.store);
  const sort = useSettings((state) => state.articleSort);
  const reversed = useSettings((state) => state.articleSortReversed);
  const groups = useSettings((state) => state.articleGroups);
  // Letters are drawn before the list that they narrow down.
  const sought = useDeferredValue(query);
  const factsUsed = needsFacts(filter) ? facts : noFacts;
  const rows = useMemo(() => {
    const arrangement: Arrangement = {
      ...{ articles, found, filter, facts: factsUsed, sort, reversed, groups },
      query: sought,
    };
    return arrangeArticles(arrangement);
  }, [articles, sought, found, filter, factsUsed, sort, reversed, groups]);
  const listed = useMemo(() => listedArticles(articles), [articles]);
  const done = useMemo(() => listed.filter(({ record }) => record.state === 'done').length, [listed]);
  const chosen = useMemo(() => [...selected].filter((id) => articles.has(id)), [selected, articles]);
  useCounting();
  const panel = useRef<HTMLElement>(null);
  useSelectionOf(panel);

  return (
    <nav
      ref={panel}
      className="articles-panel"
      aria-label={t('panels.articles.articles')}
      id={placeIds.articles}
    >
      <div className="articles-head">
        <h2 className="section-heading">
          {t('panels.articles.articles')}
          {listed.length === 0 ? null : (
            <span>
              {t('panels.articles.doneOfListedDone', { done: grouped(done), listed: grouped(listed.length) })}
            </span>
          )}
        </h2>
        {listed.length === 0 ? null : (
          <>
            <div className="articles-tools">
              <input
                type="search"
                className="text-field"
                id={placeIds.articleSearch}
                aria-label={t('panels.articles.searchArticles')}
                placeholder={t('panels.articles.searchTitlesAndTexts')}
                value={query}
                onChange={(event) => app.articleList.search(event.target.value)}
                onKeyDown={(event) => {
                  if (event.key !== 'Escape') return;
                  event.preventDefault();
                  if (query === '') app.textView.current?.focus();
                  else app.articleList.search('');
                }}
              />
              <FilterPopover />
              <SortPopover />
            </div>
            <FilterChips />
            {chosen.length === 0 ? null : <SelectionBar ids={chosen} />}
            <ListStatus {...{ filter, query, search, counting }} shown={rows.length} total={listed.length} />
          </>
        )}
      </div>
      <ArticleRows rows={rows} facts={facts} selected={selected} query={sought} />
    </nav>
  );
}

const noFacts: Arrangement['facts'] = new Map();

/** Begins to count what the items show beside their titles once the window has nothing more urgent to do. */
function useCounting(): void {
  const app = useApplication();
  const starting = useInterface((state) => state.starting);
  useEffect(() => {
    if (starting) return;
    const idle = requestIdleCallback(() => app.articleFacts.want(), { timeout: 2_000 });
    return () => cancelIdleCallback(idle);
  }, [app, starting]);
}

/** A selection holds as long as the focus is in the list or in what was opened from it: in the text, commands are about the open article again. */
function useSelectionOf(panel: { readonly current: HTMLElement | null }): void {
  const app = useApplication();
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      const isElsewhere = target instanceof Element && target.closest('main, aside') !== null;
      if (isElsewhere && panel.current !== null) app.articleList.clearSelection();
    };
    document.addEventListener('focusin', onFocus);
    return () => {
      document.removeEventListener('focusin', onFocus);
      // What is not seen any more is not meant any more.
      app.articleList.clearSelection();
    };
  }, [app, panel]);
}
