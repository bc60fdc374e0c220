import type { Tag } from '../../../../core/model/tag-set.ts';
import { count } from '../../../../core/text/number-words.ts';
import type { ArticleSummary } from '../../../store/workbench-state.ts';
import { type Figure, type FigureTarget, mostMarks } from '../figure.ts';
import { lyingBars } from './bars.ts';

/** How many annotations of each tag an article has; the fullest articles first. */
export function tagsPerArticleFigure(articles: readonly ArticleSummary[], tags: readonly Tag[]): Figure {
  const used = tags.filter(({ id }) => articles.some(({ counts }) => (counts[id] ?? 0) > 0));
  const counted = articles
    .map((article) => ({ article, total: Object.values(article.counts).reduce((sum, n) => sum + n, 0) }))
    .sort((a, b) => b.total - a.total);
  const shown = counted.filter(({ total }) => total > 0).slice(0, mostMarks);
  const targetOf = ({ record }: ArticleSummary): FigureTarget => ({ kind: 'article', article: record.id });
  const total = counted.reduce((sum, one) => sum + one.total, 0);
  return {
    id: 'tags-per-article',
    title: 'Tags per article',
    summary: `${count(total, 'annotation')} in ${count(articles.length, 'article')}${
      counted.length > shown.length ? `; the ${shown.length} fullest are shown` : ''
    }.`,
    columns: ['Article', ...used.map(({ name }) => name), 'All'],
    rows: counted.map(({ article, total: all }) => ({
      cells: [article.record.title, ...used.map(({ id }) => article.counts[id] ?? 0), all],
      target: targetOf(article),
    })),
    height: 44 + shown.length * 26,
    option: (theme) =>
      lyingBars(
        theme,
        shown.map(({ article }) => article.record.title),
        used.map((tag) => ({
          name: tag.name,
          colour: theme.isDark ? tag.colour.dark : tag.colour.light,
          values: shown.map(({ article }) => article.counts[tag.id] ?? 0),
        })),
      ),
    targetAt: (_series, index) => {
      const at = shown[index];
      return at === undefined ? null : targetOf(at.article);
    },
  };
}
