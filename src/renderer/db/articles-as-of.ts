import { Dexie } from 'dexie';
import type { ArticleRecord } from '../../core/model/article.ts';
import type { Identifier } from '../../core/model/identifier.ts';
import type { Relation } from '../../core/model/relation.ts';
import type { Span } from '../../core/model/span.ts';
import { SpanIndex } from '../../core/model/span-index.ts';
import { invert } from '../../core/operations/invert.ts';
import { changesOf } from '../../core/operations/operation.ts';
import { parseEntry } from '../../core/operations/parse-entry.ts';
import type { ArticleState } from '../../core/operations/project-state.ts';
import { bodyOf } from './body-row.ts';
import type { ProjectDatabase } from './database.ts';
import { batchSize, readRelations } from './read-article.ts';
import { type RecordChange, recordChangeOf } from './record-change.ts';
import type { SpanRow } from './rows.ts';

/**
 * Reads articles as they stood after entry `seq`, whatever was written since: what later entries did to them is taken back in memory. So a snapshot of the whole
 * project is of one moment, though its articles are read in many short transactions and nobody waits for it. Each later entry is read once, however many
 * articles come after it: there may be thousands, and an import may be one entry of megabytes.
 */
export class ArticlesAsOf {
  readonly #database: ProjectDatabase;
  /** The last entry whose undoing is known. */
  #seen: number;
  /** What takes later entries back, by article, in the order in which it was done. */
  readonly #inverse = new Map<Identifier, RecordChange[][]>();

  constructor(database: ProjectDatabase, seq: number) {
    this.#database = database;
    this.#seen = seq;
  }

  /** @param record the article's record after entry `seq`. */
  async read(record: ArticleRecord): Promise<ArticleState> {
    const { id } = record;
    const database = this.#database;
    const { bodies, spans, relations, entries } = database;
    const rows = await database.transaction('r', [bodies, spans, relations, entries], async () => {
      const [body, links, later] = await Promise.all([
        bodies.get(id),
        readRelations(database, id),
        entries.where('seq').above(this.#seen).toArray(),
      ]);
      return {
        body: body === undefined ? null : bodyOf(body),
        links,
        later,
        spans: await allSpans(database, id),
      };
    });
    for (const { seq, json } of rows.later) this.#learn(seq, json);
    let { body } = rows;
    const spanMap = new Map<Identifier, Span>(rows.spans.map((span) => [span.id, span]));
    const relationMap = new Map<Identifier, Relation>(rows.links.map((relation) => [relation.id, relation]));
    for (const changes of this.#inverse.get(id)?.toReversed() ?? []) {
      for (const made of changes) {
        if (made.kind === 'body') body = made.value;
        else if (made.kind === 'span') setOrDelete(spanMap, made.id, made.value);
        else setOrDelete(relationMap, made.id, made.value);
      }
    }
    if (body === null) throw new Error(`the text of article ${id} is missing from the working store`);
    return { record, body, spans: SpanIndex.of(spanMap.values()), relations: relationMap };
  }

  #learn(seq: number, json: string): void {
    const entry = parseEntry(json);
    if (entry === undefined) throw new Error('an entry in the working store cannot be read');
    const ofEntry = new Map<Identifier, RecordChange[]>();
    for (const change of changesOf(invert(entry.operation))) {
      const made = recordChangeOf(change);
      if (made === undefined) continue;
      const changes = ofEntry.get(made.articleId) ?? [];
      changes.push(made);
      ofEntry.set(made.articleId, changes);
    }
    for (const [id, changes] of ofEntry) {
      const all = this.#inverse.get(id) ?? [];
      all.push(changes);
      this.#inverse.set(id, all);
    }
    this.#seen = seq;
  }
}

/** In batches within the one transaction, so that turning rows into objects makes no long task. */
async function allSpans(database: ProjectDatabase, articleId: Identifier): Promise<Span[]> {
  const spans: Span[] = [];
  let after: readonly [Identifier, number, Identifier] | undefined;
  for (;;) {
    const rows: SpanRow[] = await database.spans
      .where('[articleId+start+id]')
      .between(after ?? [articleId, Dexie.minKey], [articleId, Dexie.maxKey], after === undefined)
      .limit(batchSize)
      .toArray();
    for (const { span } of rows) spans.push(span);
    const last = rows.at(-1);
    if (last === undefined || rows.length < batchSize) return spans;
    after = [articleId, last.start, last.id];
  }
}

function setOrDelete<Value>(map: Map<Identifier, Value>, id: Identifier, value: Value | null): void {
  if (value === null) map.delete(id);
  else map.set(id, value);
}
