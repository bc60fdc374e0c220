import { Dexie, type Table } from 'dexie';
import type { Identifier } from '../../core/model/identifier.ts';
import type { Relation } from '../../core/model/relation.ts';
import type { RecordKey } from './record-change.ts';
import type { BodyRow, EntryRow, MetaRow, PlaceRow, SpanRow, StepRow, StoredArticleRow } from './rows.ts';

/** The browser's storage, handed in so that tests can bring their own. */
export interface StorageEngine {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof IDBKeyRange;
}

/** The name of a project's database. A store that was rebuilt has the next generation's name. */
export function databaseName(projectId: Identifier, generation: number): string {
  return `ascribe-${projectId}-${generation}`;
}

/**
 * The working store. Its schema has one version: what changes the shape of the data is rebuilt into a new database,
 * because an upgrade that is killed half-way leaves the new version number on the old data (dexie/Dexie.js#1175).
 */
export class ProjectDatabase extends Dexie {
  declare readonly articles: Table<StoredArticleRow, StoredArticleRow['id']>;
  declare readonly bodies: Table<BodyRow, BodyRow['articleId']>;
  declare readonly spans: Table<SpanRow, RecordKey>;
  declare readonly relations: Table<Relation, RecordKey>;
  declare readonly entries: Table<EntryRow, EntryRow['seq']>;
  declare readonly steps: Table<StepRow, StepRow['seq']>;
  declare readonly meta: Table<MetaRow, MetaRow['key']>;
  declare readonly places: Table<PlaceRow, PlaceRow['articleId']>;

  constructor(name: string, engine: StorageEngine) {
    super(name, {
      indexedDB: engine.indexedDB,
      IDBKeyRange: engine.IDBKeyRange,
      // Relaxed, Chromium's default, answers before anything is on the disk.
      chromeTransactionDurability: 'strict',
      // A database of another generation is opened on purpose, never by itself.
      autoOpen: false,
    });
    this.version(1).stores({
      articles: 'id, order',
      bodies: 'articleId',
      spans: [
        '[articleId+id]',
        '[articleId+start+id]',
        '[articleId+long]',
        '[tag+articleId]',
        '[flagged+articleId]',
        '[speakerless+articleId]',
        '[entity+articleId]',
      ].join(),
      relations: '[articleId+id], [type+articleId+to]',
      entries: 'seq',
      steps: 'seq',
      meta: 'key',
      places: 'articleId',
    });
  }

  /** The tables that an operation may write, in one transaction. */
  get written(): Table[] {
    return [this.articles, this.bodies, this.spans, this.relations, this.entries, this.steps, this.meta];
  }
}
