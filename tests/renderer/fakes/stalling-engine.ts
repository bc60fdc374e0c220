import { IDBFactory, IDBVersionChangeEvent } from 'fake-indexeddb';
import type { StorageEngine } from '../../../src/renderer/db/database.ts';

/** A browser storage that can be made to behave as Chromium's does on a full or failing disk. */
export interface StallingEngine {
  readonly engine: StorageEngine;
  /** From now on no write transaction completes or aborts; or they do again. */
  stall(on: boolean): void;
  /** Closes every connection as the browser does when its files fail: with the `close` event. */
  closeAll(): void;
  /** Empties the storage beneath open connections. */
  replace(): void;
}

/** Wraps a storage so that faults can be caused in it. */
export function stallingEngine(inner: StorageEngine): StallingEngine {
  let factory = inner.indexedDB;
  let stalled = false;
  const connections = new Set<IDBDatabase>();

  function open(name: string, version?: number): IDBOpenDBRequest {
    const request = version === undefined ? factory.open(name) : factory.open(name, version);
    request.addEventListener('success', () => watch(request.result));
    return request;
  }

  function watch(connection: IDBDatabase): void {
    connections.add(connection);
    const transaction = connection.transaction.bind(connection);
    connection.transaction = (stores, mode, options) => {
      const made = transaction(stores, mode, options);
      if (!stalled || mode !== 'readwrite') return made;
      // The requests run, but nothing is ever said about the whole.
      for (const event of ['complete', 'abort', 'error'] as const) {
        made.addEventListener(event, (heard) => heard.stopImmediatePropagation());
      }
      return made;
    };
  }

  const indexedDB: IDBFactory = {
    open,
    deleteDatabase: (name) => factory.deleteDatabase(name),
    databases: () => factory.databases(),
    cmp: (first, second) => factory.cmp(first, second),
  };
  return {
    engine: { indexedDB, IDBKeyRange: inner.IDBKeyRange },
    stall(on) {
      stalled = on;
    },
    closeAll() {
      for (const connection of connections) {
        connection.close();
        // Of the fake's own kind, since it takes no other: what counts is the type.
        connection.dispatchEvent(new IDBVersionChangeEvent('close'));
      }
      connections.clear();
    },
    replace() {
      for (const connection of connections) connection.close();
      connections.clear();
      factory = new IDBFactory();
    },
  };
}
