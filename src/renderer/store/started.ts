import type { History } from '../../core/operations/history.ts';
import type { ProjectDatabase } from '../db/database.ts';
import type { StoreContents } from '../db/read-ledger.ts';
import { ledgerOf } from './examine-store.ts';
import type { OpenStore } from './store-home.ts';
import type { Notice } from './workbench-deps.ts';

/** A store to work with, and how it was come by. */
export interface Started {
  readonly store: OpenStore;
  readonly generation: number;
  readonly history: History;
  /** True when the project was made just now and holds nothing, not even itself. */
  readonly isNew: boolean;
  /** What the person is told. */
  readonly notices: readonly Notice[];
  /** True when the journal lacks something that only a snapshot can bring it. */
  readonly needsSnapshot: boolean;
  /** True when nobody has counted yet whether all records are there. */
  readonly needsCount: boolean;
}

/** A store that is gone on with as it is. */
export function asFound(contents: StoreContents, database: ProjectDatabase, generation: number): Started {
  const { lastSeq, count, chain } = contents.log;
  return {
    store: { database, log: { lastSeq, count, chain }, ledger: ledgerOf(contents) },
    generation,
    history: contents.history,
    isNew: false,
    notices: [],
    needsSnapshot: false,
    needsCount: !contents.isCounted,
  };
}
