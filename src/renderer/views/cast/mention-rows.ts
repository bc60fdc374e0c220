import type { Identifier } from '../../../core/model/identifier.ts';
import type { ArticleSummary } from '../../store/workbench-state.ts';
import type { ArticleMentions, ListedSpan } from '../../workers/scan/entity-mentions.ts';

export type MentionOrder = 'list' | 'date';

/** One item of the list; the first of an article carries the article's heading. */
export interface MentionRow {
  readonly span: ListedSpan;
  readonly heading: string | null;
}

/**
 * What was found in articles, as one list: in the order of the article list, or by date, articles without one last; within an article in text order.
 * Articles that are gone by now are left out.
 */
export function mentionRows(
  found: readonly ArticleMentions[],
  part: 'mentions' | 'claims',
  articles: ReadonlyMap<Identifier, ArticleSummary>,
  order: MentionOrder,
): readonly MentionRow[] {
  return found
    .flatMap((mentions) => {
      const article = articles.get(mentions.articleId);
      return article === undefined ? [] : [{ mentions, article }];
    })
    .sort(
      (a, b) =>
        (order === 'date' ? compareDates(dateOf(a.article), dateOf(b.article)) : 0) ||
        a.article.order - b.article.order,
    )
    .flatMap(({ mentions, article }) =>
      mentions[part].map((span, i) => ({ span, heading: i === 0 ? headingOf(article) : null })),
    );
}

function headingOf(article: ArticleSummary): string {
  const { title, trashedAt } = article.record;
  const date = dateOf(article);
  return [title, ...(date === undefined ? [] : [date]), ...(trashedAt === null ? [] : ['in the trash'])].join(
    ' · ',
  );
}

function dateOf({ record }: ArticleSummary): string | undefined {
  const date = record.metadata.date ?? record.metadata.published;
  return date === '' ? undefined : date;
}

function compareDates(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return a < b ? -1 : Number(a > b);
}

/** The list as text to be pasted elsewhere: articles with their dates, and below each what stands there. */
export function asText(name: string, rows: readonly MentionRow[]): string {
  const lines = rows.flatMap(({ span, heading }) => [
    ...(heading === null ? [] : ['', heading]),
    `- ${span.words}`,
  ]);
  return `${[name, ...lines].join('\n')}\n`;
}
