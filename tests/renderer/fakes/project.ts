import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { Article } from '../../../src/core/model/article.ts';
import type { Relation } from '../../../src/core/model/relation.ts';
import type { Span } from '../../../src/core/model/span.ts';
import { databaseName, ProjectDatabase, type StorageEngine } from '../../../src/renderer/db/database.ts';
import { systemClock } from '../../../src/renderer/store/clock.ts';
import { createWorkbench } from '../../../src/renderer/store/create-workbench.ts';
import type { Workbench } from '../../../src/renderer/store/workbench.ts';
import type { Notice, WorkbenchDeps } from '../../../src/renderer/store/workbench-deps.ts';
import { writeSnapshot } from '../../../src/renderer/store/write-snapshot.ts';
import { someTime } from '../../core/arbitraries/article.ts';
import { relationOf } from '../../core/arbitraries/operation-sequence.ts';
import { spanOf as coreSpanOf } from '../../core/arbitraries/span.ts';
import { FakeBridge, FakeDisk } from './bridge.ts';

/** A new, empty browser storage. */
export function newEngine(): StorageEngine {
  return { indexedDB: new IDBFactory(), IDBKeyRange };
}

/** A span of that article over `[start, end)`. */
export function spanOf(article: Article, id: string, start: number, end: number, tag = 'claim'): Span {
  return coreSpanOf(article.body.text, [{ start, end }], { id, articleId: article.record.id, tag });
}

/** A link between two spans of one article. */
export function linkOf(id: string, from: Span, to: Span): Relation {
  return relationOf(from.id, to.id, { id, articleId: from.articleId });
}

/** One profile: what stays when the window goes. */
export class Profile {
  disk = new FakeDisk();
  engine = newEngine();

  #window: Workbench | undefined;

  /** A connection of the test's own to the database in use. */
  async database(): Promise<ProjectDatabase> {
    const database = new ProjectDatabase(databaseName('project', this.disk.generation), this.engine);
    await database.open();
    return database;
  }

  /** Writes a snapshot now; main cuts the journal short by it. */
  async snapshot(): Promise<void> {
    const database = await this.database();
    const environment = {
      bridge: new FakeBridge(this.disk),
      engine: this.engine,
      clock: systemClock,
      projectId: 'project',
      now: () => someTime,
    };
    const written = await writeSnapshot(environment, database, () => Promise.resolve());
    database.close();
    if (!written.ok) throw new Error(written.reason);
  }

  /** Starts the window on it; one that was there before is gone, as if killed. */
  async start(change: Partial<WorkbenchDeps> = {}): Promise<{
    readonly workbench: Workbench;
    readonly bridge: FakeBridge;
    readonly notices: readonly Notice[];
  }> {
    this.#window?.dispose();
    const bridge = new FakeBridge(this.disk);
    const notices: Notice[] = [];
    const workbench = await createWorkbench({
      bridge,
      session: bridge.session(),
      engine: this.engine,
      notify: (notice) => notices.push(notice),
      now: () => someTime,
      ...change,
    });
    this.#window = workbench;
    return { workbench, bridge, notices };
  }
}
