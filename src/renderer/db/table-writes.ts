import type { Identifier } from '../../core/model/identifier.ts';
import { entityOf, isSpeakerless } from '../../core/model/known-attributes.ts';
import type { Relation } from '../../core/model/relation.ts';
import { endOf, type Span, startOf } from '../../core/model/span.ts';
import { articleIdOf } from '../../core/operations/apply.ts';
import { changesOf, type Operation } from '../../core/operations/operation.ts';
import { bodyRowOf } from './body-row.ts';
import { type RecordChange, type RecordKey, recordChangeOf } from './record-change.ts';
import { type BodyRow, longSpan, type SpanRow } from './rows.ts';
import type { StoreRequests } from './write-at-once.ts';

/** Rows to put and keys to delete in one table. */
interface RowWrites<Row, Key> {
  readonly put: readonly Row[];
  readonly remove: readonly Key[];
}

/** What operations come to in the tables: the rows to put and to delete. Of several changes of one record the last counts. */
export interface TableWrites {
  readonly bodies: RowWrites<BodyRow, Identifier>;
  readonly spans: RowWrites<SpanRow, RecordKey>;
  readonly relations: RowWrites<Relation, RecordKey>;
  /** Articles whose row in the list changes. */
  readonly articles: ReadonlySet<Identifier>;
  readonly project: boolean;
}

/** The row of a span. */
export function spanRowOf(span: Span): SpanRow {
  const { id, articleId, tag } = span;
  const start = startOf(span);
  const entity = entityOf(span);
  return {
    id,
    articleId,
    start,
    tag,
    ...(endOf(span) - start > longSpan && { long: 1 }),
    ...(span.flagged && { flagged: 1 }),
    ...(isSpeakerless(span) && { speakerless: 1 }),
    ...(entity !== undefined && { entity }),
    span,
  };
}

/** What these operations, made in this order, write. */
export function tableWritesOf(operations: Iterable<Operation>): TableWrites {
  const last = { body: new LastWord(), span: new LastWord(), relation: new LastWord() };
  const articles = new Set<Identifier>();
  let project = false;
  for (const operation of operations) {
    for (const change of changesOf(operation)) {
      const articleId = articleIdOf(change);
      if (articleId === undefined) project = true;
      else articles.add(articleId);
      const record = recordChangeOf(change);
      if (record !== undefined) last[record.kind].hear(record);
    }
  }
  return {
    bodies: {
      put: last.body.values.flatMap((record) =>
        record.kind === 'body' && record.value !== null ? bodyRowOf(record.id, record.value) : [],
      ),
      remove: last.body.removed.map(({ id }) => id),
    },
    spans: {
      put: last.span.values.flatMap((record) =>
        record.kind === 'span' && record.value !== null ? spanRowOf(record.value) : [],
      ),
      remove: last.span.removed.map(({ articleId, id }) => [articleId, id]),
    },
    relations: {
      put: last.relation.values.flatMap((record) =>
        record.kind === 'relation' && record.value !== null ? record.value : [],
      ),
      remove: last.relation.removed.map(({ articleId, id }) => [articleId, id]),
    },
    articles,
    project,
  };
}

/** The last change of each record. */
class LastWord {
  readonly #byArticle = new Map<Identifier, Map<Identifier, RecordChange>>();

  hear(change: RecordChange): void {
    const ofArticle = this.#byArticle.get(change.articleId) ?? new Map<Identifier, RecordChange>();
    this.#byArticle.set(change.articleId, ofArticle.set(change.id, change));
  }

  get values(): RecordChange[] {
    return [...this.#byArticle.values()].flatMap((ofArticle) => [...ofArticle.values()]);
  }

  get removed(): RecordChange[] {
    return this.values.filter(({ value }) => value === null);
  }
}

/** Asks for the rows of text and annotations to be put and deleted. */
export function askForRows({ put, remove }: StoreRequests, { bodies, spans, relations }: TableWrites): void {
  put('bodies', bodies.put);
  remove('bodies', bodies.remove);
  put('spans', spans.put);
  remove('spans', spans.remove);
  put('relations', relations.put);
  remove('relations', relations.remove);
}
