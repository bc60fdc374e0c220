import type { ArticleStateName } from '../../../core/model/article.ts';
import type { Identifier } from '../../../core/model/identifier.ts';
import type { ConcordanceOrder } from '../../../core/search/concordance-order.ts';
import { emptyQuery, type Query } from '../../../core/search/query.ts';
import type { AnnotationFilter, ConcordanceRow } from '../../workers/scan/concordance-rows.ts';

/** What the concordance is asked. */
export interface ConcordanceSearch {
  readonly query: Query;
  readonly scope: 'text' | 'annotations';
  /** Counts in the scope `annotations`. */
  readonly filter: AnnotationFilter;
  /** Which articles are read; null for any. */
  readonly articleState: ArticleStateName | null;
  readonly label: string | null;
}

/** The concordance as it stands; it outlives going to the text and back. */
export interface ConcordanceState {
  readonly search: ConcordanceSearch;
  readonly status: 'idle' | 'running' | 'done' | 'stopped' | 'failed';
  /** Ends the search that is under way. */
  readonly stop: (() => void) | null;
  /** In the order of the articles. */
  readonly rows: readonly ConcordanceRow[];
  /** Keys of rows whose annotation was deleted since: they are not shown, and are there again when that is undone. */
  readonly gone: ReadonlySet<string>;
  /** What is found beyond so many rows is only counted. */
  readonly mostRows: number;
  readonly found: number;
  readonly articlesFound: number;
  readonly articlesRead: number;
  readonly articlesTotal: number;
  /** Why the search cannot be made, or failed; null when nothing is wrong. */
  readonly problem: string | null;
  readonly order: ConcordanceOrder;
  /** Keys of rows. */
  readonly active: string | null;
  readonly picked: ReadonlySet<string>;
  readonly skipped: ReadonlySet<string>;
  /** The tag that rows are given; null for the first of the tag set. */
  readonly tag: Identifier | null;
}

/** Rows shown at first, and how many more at a time. */
export const rowsAtFirst = 2_000;

export const anyAnnotation: AnnotationFilter = {
  tag: null,
  entity: null,
  speakerWords: '',
  flagged: false,
  unattributed: false,
  hasNote: false,
};

export const emptyConcordance: ConcordanceState = {
  search: { query: emptyQuery, scope: 'text', filter: anyAnnotation, articleState: null, label: null },
  status: 'idle',
  stop: null,
  rows: [],
  gone: new Set(),
  mostRows: rowsAtFirst,
  found: 0,
  articlesFound: 0,
  articlesRead: 0,
  articlesTotal: 0,
  problem: null,
  order: 'article',
  active: null,
  picked: new Set(),
  skipped: new Set(),
  tag: null,
};

/** The rows that are there. */
export function shownRows({
  rows,
  gone,
}: Pick<ConcordanceState, 'rows' | 'gone'>): readonly ConcordanceRow[] {
  return gone.size === 0 ? rows : rows.filter(({ key }) => !gone.has(key));
}
