import { IDBVersionChangeEvent } from 'fake-indexeddb';
import type { StorageEngine } from '../../../src/renderer/db/database.ts';

/**
 * What happens to a write: its transaction is aborted, for no reason or because there is no space left; nothing is ever said about it; the
 * connection is closed by the system while it runs. What happens to an opening or a deletion: it fails, or is never answered.
 */
export type StoreFaultKind = 'abort' | 'quota' | 'hang' | 'close';

/** Wraps a browser storage so that `decide` says which openings, deletions and write transactions fail; it is asked once for each, in order. */
export function faultyEngine(
  inner: StorageEngine,
  decide: (call: 'open' | 'delete' | 'write') => StoreFaultKind | undefined,
): StorageEngine {
  const { indexedDB: factory, IDBKeyRange } = inner;

  function watch(connection: IDBDatabase): void {
    const transaction = connection.transaction.bind(connection);
    connection.transaction = (stores, mode, options) => {
      const made = transaction(stores, mode, options);
      const fault = mode === 'readwrite' ? decide('write') : undefined;
      if (fault === 'abort' || fault === 'quota') abort(made, fault);
      if (fault === 'hang') silence(made, ['complete', 'abort', 'error']);
      if (fault === 'close') close(connection, made);
      return made;
    };
  }

  function answered(request: IDBOpenDBRequest, fault: StoreFaultKind | undefined): IDBOpenDBRequest {
    if (fault === undefined) {
      request.addEventListener('success', () => {
        if (request.result !== undefined && 'transaction' in request.result) watch(request.result);
      });
      return request;
    }
    request.addEventListener('upgradeneeded', (event) => event.stopImmediatePropagation());
    request.addEventListener('success', (event) => {
      event.stopImmediatePropagation();
      if (request.result !== undefined && 'close' in request.result) request.result.close();
      if (fault !== 'hang') fail(request);
    });
    return request;
  }

  return {
    indexedDB: {
      open: (name, version) =>
        answered(version === undefined ? factory.open(name) : factory.open(name, version), decide('open')),
      deleteDatabase: (name) => answered(factory.deleteDatabase(name), decide('delete')),
      databases: () => factory.databases(),
      cmp: (first, second) => factory.cmp(first, second),
    },
    IDBKeyRange,
  };
}

function abort(transaction: IDBTransaction, fault: 'abort' | 'quota'): void {
  const name = fault === 'quota' ? 'QuotaExceededError' : 'AbortError';
  Object.defineProperty(transaction, 'error', { get: () => new DOMException('It was aborted.', name) });
  queueMicrotask(() => {
    try {
      transaction.abort();
    } catch {
      // It was over before.
    }
  });
}

function silence(target: EventTarget, events: readonly string[]): void {
  for (const event of events) target.addEventListener(event, (heard) => heard.stopImmediatePropagation());
}

function close(connection: IDBDatabase, transaction: IDBTransaction): void {
  abort(transaction, 'abort');
  queueMicrotask(() => {
    connection.close();
    // Of the fake's own kind, since it takes no other: what counts is the type.
    connection.dispatchEvent(new IDBVersionChangeEvent('close'));
  });
}

/** As an engine does that cannot read its files; under another name than Chromium's, which Dexie meets with attempts of its own. */
function fail(request: IDBOpenDBRequest): void {
  Object.defineProperty(request, 'error', {
    get: () => new DOMException('Internal error opening backing store.', 'DataError'),
  });
  request.dispatchEvent(new IDBVersionChangeEvent('error'));
}
