import type { Result } from '../../model/result.ts';
import type { TableOutline } from './column-roles.ts';

/** A row of a table of articles: a cell for each column, in order, empty ones where it is short. Or why it is none, as a clause. */
export interface ArticleRow {
  /** In the table, from 1. */
  readonly number: number;
  /** Line of the file that it begins on, from 1. */
  readonly line: number;
  readonly cells: Result<readonly string[], string>;
}

/** A file whose rows are articles. */
export interface ArticleTable {
  readonly outline: TableOutline;
  /** Id and version of what reads it: `article-table@1`. */
  readonly reader: string;
  rows(): Iterable<ArticleRow>;
}

/** Rows whose cells are shown as samples, and UTF-16 units of each. */
export const sampledRows = 20;
export const longestSample = 400;
/** A table with more columns than this is something else. */
export const mostColumns = 500;
