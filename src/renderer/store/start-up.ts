import type { Session } from '../../bridge/session.ts';
import type { History } from '../../core/operations/history.ts';
import { emptyHistory } from '../../core/operations/history.ts';
import { createStore } from '../db/create-store.ts';
import { databaseName, ProjectDatabase, type StorageEngine } from '../db/database.ts';
import { readContents, type StoreContents } from '../db/read-ledger.ts';
import { emptyLedger, type Ledger } from './ledger.ts';
import { newProject } from './new-project.ts';
import type { OpenStore } from './store-home.ts';

/** A store to work with, and what there is to say about how it was come by. */
export interface Started {
  readonly store: OpenStore;
  readonly history: History;
  /** True when the project was made just now. */
  readonly isNew: boolean;
}

export async function startUp(session: Session, engine: StorageEngine, now: string): Promise<Started> {
  const database = new ProjectDatabase(databaseName(session.projectId, session.generation), engine);
  await database.open();
  const contents = await readContents(database);
  if (!('kind' in contents)) {
    const { lastSeq, count, chain } = contents.log;
    return {
      store: { database, log: { lastSeq, count, chain }, ledger: ledgerOf(contents) },
      history: contents.history,
      isNew: false,
    };
  }
  const project = newProject(session.projectId, now);
  const log = await createStore(database, project);
  return { store: { database, log, ledger: emptyLedger(project) }, history: emptyHistory, isNew: true };
}

/** The ledger that a store's rows make. */
export function ledgerOf({ project, articles, log }: StoreContents): Ledger {
  return {
    project: project.project,
    articles: new Map(articles.map(({ id, ...listed }) => [id, listed])),
    relations: log.relations,
    nextOrder: (articles.at(-1)?.order ?? 0) + 1,
  };
}
