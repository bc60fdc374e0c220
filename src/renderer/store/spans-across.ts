import { TakenIds } from '../../core/formats/taken-ids.ts';
import type { Identifier } from '../../core/model/identifier.ts';
import { entityOf } from '../../core/model/known-attributes.ts';
import type { Span } from '../../core/model/span.ts';
import { changesOf, type Operation } from '../../core/operations/operation.ts';
import type { ArticleState } from '../../core/operations/project-state.ts';
import type { ProjectDatabase } from '../db/database.ts';
import { readEntitySpans, readSpans } from '../db/read-entity-spans.ts';
import { readTakenIds } from '../db/read-taken-ids.ts';
import { type RecordKey, recordChangeOf } from '../db/record-change.ts';

/** What is needed of the workbench to read spans of any articles. */
interface SpanSource {
  readonly database: () => ProjectDatabase;
  /** Operations that the store does not have yet. */
  readonly notInStore: () => readonly Operation[];
  /** Number of the last operation that was made. */
  readonly lastSeq: () => number;
  readonly open: () => ArticleState | null;
  readonly whenComplete: () => Promise<void>;
}

/** Reads spans of any articles as they stand now, saved or not, so that one operation can change them all. */
export class SpansAcross {
  readonly #source: SpanSource;
  /** All ids that spans and relations have, or had, since the first import asked: so that the next need not go through the whole store. */
  #everTaken: TakenIds | null = null;

  constructor(source: SpanSource) {
    this.#source = source;
  }

  /** An operation was made. */
  made(operation: Operation): void {
    if (this.#everTaken === null) return;
    for (const change of changesOf(operation)) {
      const record = recordChangeOf(change);
      if (record !== undefined && record.kind !== 'body') this.#everTaken.take(record.id);
    }
  }

  /** All spans that stand for an entity. */
  ofEntity(entity: Identifier): Promise<Span[]> {
    return this.#read(
      (database) => readEntitySpans(database, entity),
      (span) => entityOf(span) === entity,
    );
  }

  /** Those of the spans with these keys that are there. */
  at(keys: readonly Readonly<RecordKey>[]): Promise<Span[]> {
    const wanted = new Set(keys.map((key) => JSON.stringify(key)));
    return this.#read(
      (database) => readSpans(database, keys),
      ({ articleId, id }) => wanted.has(JSON.stringify([articleId, id])),
    );
  }

  /** Those of the ids that a span or relation of the project has. */
  async takenIds(ids: Iterable<Identifier>): Promise<ReadonlySet<Identifier>> {
    const { database, notInStore, lastSeq, whenComplete } = this.#source;
    const asked = new Set(ids);
    for (;;) {
      await whenComplete();
      const seq = lastSeq();
      const pending = notInStore();
      const known = this.#everTaken;
      const possible = known === null ? asked : new Set([...asked].filter((id) => known.has(id)));
      if (possible.size === 0) return possible;
      const heard = new TakenIds();
      const hear = known === null ? (id: Identifier) => heard.take(id) : undefined;
      const taken = await readTakenIds(database(), possible, undefined, hear);
      if (lastSeq() !== seq) continue;
      if (known === null) {
        this.#everTaken = heard;
        for (const operation of pending) this.made(operation);
      }
      // An id whose record is being taken away counts as taken still: another one serves as well.
      for (const operation of pending) {
        for (const change of changesOf(operation)) {
          const record = recordChangeOf(change);
          if (record !== undefined && record.kind !== 'body' && asked.has(record.id)) taken.add(record.id);
        }
      }
      return taken;
    }
  }

  async #read(
    read: (database: ProjectDatabase) => Promise<Span[]>,
    isMeant: (span: Span) => boolean,
  ): Promise<Span[]> {
    const { database, notInStore, lastSeq, open, whenComplete } = this.#source;
    for (;;) {
      await whenComplete();
      const seq = lastSeq();
      const pending = notInStore();
      const stored = await read(database());
      // What was done while the store was read may be in neither.
      if (lastSeq() !== seq) continue;
      const spans = withPending(stored, pending).filter(isMeant);
      const article = open();
      // The open article may have moved a span to where its words are.
      return spans.map((span) =>
        span.articleId === article?.record.id ? (article.spans.get(span.id) ?? span) : span,
      );
    }
  }
}

function withPending(stored: readonly Span[], pending: readonly Operation[]): Span[] {
  const keyOf = (articleId: Identifier, id: Identifier) => JSON.stringify([articleId, id]);
  const spans = new Map(stored.map((span) => [keyOf(span.articleId, span.id), span]));
  for (const operation of pending) {
    for (const change of changesOf(operation)) {
      const record = recordChangeOf(change);
      if (record?.kind !== 'span') continue;
      const key = keyOf(record.articleId, record.id);
      if (record.value === null) spans.delete(key);
      else spans.set(key, record.value);
    }
  }
  return [...spans.values()];
}
