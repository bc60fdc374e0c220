import type { Table } from 'dexie';
import type { Identifier } from '../../core/model/identifier.ts';
import type { Relation } from '../../core/model/relation.ts';
import { endOf, type Span, startOf } from '../../core/model/span.ts';
import { articleIdOf } from '../../core/operations/apply.ts';
import { changesOf, type Operation } from '../../core/operations/operation.ts';
import { bodyRowOf } from './body-row.ts';
import type { ProjectDatabase } from './database.ts';
import { recordChangeOf } from './record-change.ts';
import { type BodyRow, longSpan, type SpanRow } from './rows.ts';

/** What operations come to in the tables: for each key the row to put, or null for a row to delete. The last change of a key wins. */
export interface TableWrites {
  readonly bodies: ReadonlyMap<Identifier, BodyRow | null>;
  readonly spans: ReadonlyMap<Identifier, SpanRow | null>;
  readonly relations: ReadonlyMap<Identifier, Relation | null>;
  /** Articles whose row in the list changes. */
  readonly articles: ReadonlySet<Identifier>;
  readonly project: boolean;
}

/** The row of a span. */
export function spanRowOf(span: Span): SpanRow {
  const { id, articleId } = span;
  const start = startOf(span);
  return endOf(span) - start > longSpan
    ? { id, articleId, start, long: 1, span }
    : { id, articleId, start, span };
}

/** What these operations, made in this order, write. */
export function tableWritesOf(operations: Iterable<Operation>): TableWrites {
  const bodies = new Map<Identifier, BodyRow | null>();
  const spans = new Map<Identifier, SpanRow | null>();
  const relations = new Map<Identifier, Relation | null>();
  const articles = new Set<Identifier>();
  let project = false;
  for (const operation of operations) {
    for (const change of changesOf(operation)) {
      const articleId = articleIdOf(change);
      if (articleId === undefined) project = true;
      else articles.add(articleId);
      const record = recordChangeOf(change);
      if (record?.kind === 'body') {
        bodies.set(record.id, record.value === null ? null : bodyRowOf(record.id, record.value));
      } else if (record?.kind === 'span') {
        spans.set(record.id, record.value === null ? null : spanRowOf(record.value));
      } else if (record?.kind === 'relation') {
        relations.set(record.id, record.value);
      }
    }
  }
  return { bodies, spans, relations, articles, project };
}

/** Puts and deletes the rows of text and annotations. Call inside a transaction over `database.written`. */
export async function writeRows(database: ProjectDatabase, writes: TableWrites): Promise<void> {
  const { bodies, spans, relations } = writes;
  await Promise.all([
    ...bothOf(database.bodies, bodies),
    ...bothOf(database.spans, spans),
    ...bothOf(database.relations, relations),
  ]);
}

function bothOf<Row>(
  table: Table<Row, Identifier>,
  rows: ReadonlyMap<Identifier, Row | null>,
): PromiseLike<unknown>[] {
  const put = [...rows.values()].filter((row) => row !== null);
  const gone = [...rows].filter(([, row]) => row === null).map(([id]) => id);
  return [
    ...(put.length > 0 ? [table.bulkPut(put)] : []),
    ...(gone.length > 0 ? [table.bulkDelete(gone)] : []),
  ];
}
