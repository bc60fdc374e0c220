import type { Relation } from '../../core/model/relation.ts';
import type { ProjectDatabase } from './database.ts';
import type { RecordKey } from './record-change.ts';
import type { ArticleRow, BodyRow, EntryRow, MetaRow, SpanRow, StepRow } from './rows.ts';

/** Row and key of each table that an operation may write. */
interface WrittenTables {
  readonly articles: { row: ArticleRow; key: string };
  readonly bodies: { row: BodyRow; key: string };
  readonly spans: { row: SpanRow; key: RecordKey };
  readonly relations: { row: Relation; key: RecordKey };
  readonly entries: { row: EntryRow; key: number };
  readonly steps: { row: StepRow; key: number };
  readonly meta: { row: MetaRow; key: string };
}

/** What is asked of the store in one transaction. */
export interface StoreRequests {
  put<Table extends keyof WrittenTables>(table: Table, rows: Iterable<WrittenTables[Table]['row']>): void;
  /** Puts rows whose keys nothing may have yet. */
  add<Table extends keyof WrittenTables>(table: Table, rows: Iterable<WrittenTables[Table]['row']>): void;
  remove<Table extends keyof WrittenTables>(table: Table, keys: Iterable<WrittenTables[Table]['key']>): void;
  /** Calls `look` with the row, or undefined, before anything that is asked for later is done. What `look` throws undoes the transaction. */
  read(table: 'meta', key: MetaRow['key'], look: (row: MetaRow | undefined) => void): void;
}

/** So many requests are made in one task; the window draws before the next. */
const requestsTogether = 1_000;

/**
 * Writes in one strict transaction. A change of everyday size is asked for as a whole before this returns. Dexie begins a transaction in a later microtask only, and the
 * drawing that follows a change comes before that: the disk would stand idle for as long as a frame takes.
 * @param ask must not be asynchronous: the transaction ends when nothing is asked of it
 * @returns resolves when all of it is on the disk
 * @throws why nothing was written: what `ask` threw, or what the transaction failed with. It may also never settle: give it a deadline.
 */
export function writeAtOnce(
  database: ProjectDatabase,
  ask: (requests: StoreRequests) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!database.isOpen()) throw new Error('The working store is closed.');
    const names = database.written.map(({ name }) => name);
    const transaction = database.backendDB().transaction(names, 'readwrite', { durability: 'strict' });
    const giveUp = (reason: unknown) => {
      reject(reason);
      transaction.abort();
    };
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error ?? noReason()));
    // Of a connection that is being closed the request alone tells, and no abort follows.
    transaction.addEventListener('error', ({ target }) => reject(errorOf(target) ?? noReason()));
    const asked: Iterator<IDBRequest>[] = [];
    const goOn = () => {
      try {
        const last = takeSome(asked);
        last?.addEventListener('success', goOn);
      } catch (thrown) {
        giveUp(thrown);
      }
    };
    try {
      ask(requestsOf(transaction, asked, giveUp));
    } catch (thrown) {
      giveUp(thrown);
      return;
    }
    goOn();
  });
}

function requestsOf(
  transaction: IDBTransaction,
  asked: Iterator<IDBRequest>[],
  giveUp: (reason: unknown) => void,
): StoreRequests {
  const each = <Item>(items: Iterable<Item>, request: (item: Item) => IDBRequest) => {
    asked.push(
      (function* () {
        for (const item of items) yield request(item);
      })(),
    );
  };
  return {
    put: (table, rows) => {
      const store = transaction.objectStore(table);
      each(rows, (row) => store.put(row));
    },
    add: (table, rows) => {
      const store = transaction.objectStore(table);
      each(rows, (row) => store.add(row));
    },
    remove: (table, keys) => {
      const store = transaction.objectStore(table);
      each(keys, (key) => store.delete(key));
    },
    read: (table, key, look) => {
      const store = transaction.objectStore(table);
      each([key], () => {
        // Our own row: what this store holds is checked when it is opened.
        const request: IDBRequest<MetaRow | undefined> = store.get(key);
        request.addEventListener('success', () => {
          try {
            look(request.result);
          } catch (thrown) {
            giveUp(thrown);
          }
        });
        return request;
      });
    },
  };
}

/** Makes the next requests. @returns the last of them while there are more to come. */
function takeSome(asked: Iterator<IDBRequest>[]): IDBRequest | undefined {
  let made = 0;
  let last: IDBRequest | undefined;
  for (let next = asked[0]; next !== undefined; next = asked[0]) {
    for (let step = next.next(); !step.done; step = next.next()) {
      last = step.value;
      made += 1;
      if (made === requestsTogether) return last;
    }
    asked.shift();
  }
  return undefined;
}

function errorOf(target: EventTarget | null): unknown {
  return target !== null && 'error' in target ? target.error : undefined;
}

function noReason(): Error {
  return new Error('The working store gave the write up.');
}
