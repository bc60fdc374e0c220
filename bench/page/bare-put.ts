let opened: Promise<IDBDatabase> | undefined;
let count = 0;

/** Milliseconds until one record of an operation's size is durable: a bare strict IndexedDB transaction with one put. */
export async function barePut(): Promise<number> {
  opened ??= openDatabase();
  const database = await opened;
  const record = { seq: ++count, label: 'tag claim', operation: 'x'.repeat(400) };
  const started = performance.now();
  const transaction = database.transaction('records', 'readwrite', { durability: 'strict' });
  transaction.objectStore('records').put(record);
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
  return performance.now() - started;
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('bare-put', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('records', { keyPath: 'seq' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
