import { useCallback, useMemo } from 'react';
import { count, grouped } from '../../app/count-words.ts';
import { listedArticles } from '../../app/list-articles.ts';
import { placeIds } from '../../app/places.ts';
import { useApplication, useProject } from '../../app/use-application.ts';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { ArticleItem } from './article-item.tsx';
import './articles-panel.css';

/** An item with a title of one line; those with two are measured when they are drawn. */
const oneLineItem = 62;

export function ArticlesPanel() {
  const app = useApplication();
  const articles = useProject((state) => state.articles);
  const tags = useProject((state) => state.project.tagSet.tags);
  const openId = useProject((state) => state.open?.record.id);
  const listed = useMemo(() => listedArticles(articles), [articles]);
  const current = useMemo(() => listed.findIndex(({ record }) => record.id === openId), [listed, openId]);
  const tagged = useMemo(
    () => listed.filter(({ counts }) => Object.values(counts).some((number) => number > 0)).length,
    [listed],
  );
  const open = useCallback(
    (id: string) => {
      app.interface.setState({ drawer: null });
      app.workbench.openArticle(id).then(
        () => app.textView.current?.focus(),
        (error: unknown) => app.reportFault(error),
      );
    },
    [app],
  );
  return (
    <nav className="articles-panel" aria-label="Articles" id={placeIds.articles}>
      <h2 className="section-heading">
        Articles
        {listed.length === 0 ? null : (
          <span>
            {grouped(tagged)} of {grouped(listed.length)} tagged
          </span>
        )}
      </h2>
      <VirtualList
        label="Articles of the project"
        count={listed.length}
        keyOf={(index) => listed[index]?.record.id ?? String(index)}
        nameOf={(index) => nameOf(listed[index])}
        estimateHeight={() => oneLineItem}
        current={current}
        renderItem={({ index, isTabStop, isCurrent }) => {
          const summary = listed[index];
          return summary === undefined ? null : (
            <ArticleItem {...{ summary, tags, isTabStop, isCurrent }} onOpen={open} />
          );
        }}
      />
    </nav>
  );
}

/** Begins with the title; then what the picture beside it says. */
function nameOf(summary: ReturnType<typeof listedArticles>[number] | undefined): string {
  if (summary === undefined) return '';
  const total = Object.values(summary.counts).reduce((sum, number) => sum + number, 0);
  return `${summary.record.title}, ${summary.record.source.fileName}, ${count(total, 'annotation')}`;
}
