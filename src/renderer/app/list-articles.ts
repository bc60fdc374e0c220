import type { Identifier } from '../../core/model/identifier.ts';
import type { ArticleSummary } from '../store/workbench-state.ts';

/** The articles that the list shows: those not in the trash, in its order. */
export function listedArticles(articles: ReadonlyMap<Identifier, ArticleSummary>): ArticleSummary[] {
  return [...articles.values()].filter(({ record }) => record.trashedAt === null);
}

export function trashedArticles(articles: ReadonlyMap<Identifier, ArticleSummary>): ArticleSummary[] {
  return [...articles.values()].filter(({ record }) => record.trashedAt !== null);
}
