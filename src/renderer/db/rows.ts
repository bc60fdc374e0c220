import type { ArticleRecord } from '../../core/model/article.ts';
import type { BlockKind } from '../../core/model/block.ts';
import type { Identifier } from '../../core/model/identifier.ts';
import type { Project } from '../../core/model/project.ts';
import type { Span } from '../../core/model/span.ts';
import type { LogStep } from '../../core/operations/history.ts';

/** What each table of the working store holds. Changing any of these means a new `dataVersion` and a rebuild from the journal. */

/** An article as lists show it. */
export interface ArticleRow {
  readonly id: Identifier;
  /** Place in the list; only the order of the numbers counts. */
  readonly order: number;
  readonly record: ArticleRecord;
  /** Tag id → number of spans. */
  readonly counts: Readonly<Record<Identifier, number>>;
}

/** An article's row as it may stand in the store: versions before 4 had no refusals. */
export interface StoredArticleRow extends Omit<ArticleRow, 'record'> {
  readonly record: Omit<ArticleRecord, 'refused'> & Partial<Pick<ArticleRecord, 'refused'>>;
}

/** The row as it is today. */
export function articleRowOf(row: StoredArticleRow): ArticleRow {
  return { ...row, record: { ...row.record, refused: row.record.refused ?? [] } };
}

/** The immutable part of an article; its blocks as two arrays of numbers, since a long article has tens of thousands. */
export interface BodyRow {
  readonly articleId: Identifier;
  readonly text: string;
  /** Positions in `kindNames`, one a block. */
  readonly kinds: Uint8Array;
  readonly kindNames: readonly BlockKind[];
  /** Start and end of each block in turn, UTF-16 units. */
  readonly edges: Uint32Array;
  /** Page of each block, 0 for none; only where some block has one. */
  readonly pages?: Uint32Array;
  /** Start and end of each block in the recording, in milliseconds, NaN for none; only where some block has one. */
  readonly times?: Float64Array;
}

export interface SpanRow {
  readonly id: Identifier;
  readonly articleId: Identifier;
  /** Start of the first fragment, UTF-16 units. */
  readonly start: number;
  /** There only when the span's extent is over `longSpan`, so that the index on it holds nothing else. */
  readonly long?: 1;
  /** What the span is found by across the project; the marks are there only when they hold. */
  readonly tag: Identifier;
  readonly flagged?: 1;
  readonly speakerless?: 1;
  readonly entity?: Identifier;
  readonly span: Span;
}

/** A log entry in the very words that the journal has of it. */
export interface EntryRow {
  readonly seq: number;
  readonly json: string;
}

/** An entry of the log without its operation. */
export type StepRow = LogStep;

/** What the log of entries must look like; compared with it, and with the journal, at each start. */
export interface LogTotals {
  readonly lastSeq: number;
  /** How many entries are held. */
  readonly count: number;
  /** Running checksum over the entries held, in order. */
  readonly chain: number;
}

export interface LogRow extends LogTotals {
  readonly key: 'log';
  readonly dataVersion: number;
  /** How many relations there are; spans are counted by article. */
  readonly relations: number;
}

export interface ProjectRow {
  readonly key: 'project';
  readonly project: Project;
}

export type MetaRow = LogRow | ProjectRow;

/** Where the analyst left an article. Not part of the project: no operation makes it, and nothing is lost with it. */
export interface PlaceRow {
  readonly articleId: Identifier;
  /** Ends of the selection, UTF-16 units. */
  readonly anchor: number;
  readonly focus: number;
  /** First unit that was visible. */
  readonly top: number;
}

/** The shape of the data in the store. */
export const dataVersion = 4;

/**
 * The oldest version whose rows are rows of today's as they stand, because all that came since may be left out. A store of any other version is rebuilt
 * from the journal, never altered in place.
 */
export const oldestDataVersion = 2;

/** A span whose extent is longer than this (UTF-16 units) is found by its own index, whichever part of the text is asked for. */
export const longSpan = 8192;
