/** What a look at the browser's storage shows before anything is opened for use. */
export type Probe =
  | { readonly kind: 'missing' | 'there' }
  /** The newer schema of a later version of the app. */
  | { readonly kind: 'newer' }
  | { readonly kind: 'unopenable'; readonly detail: string };

/** Dexie multiplies its version numbers by ten. */
const schemaVersion = 10;

/**
 * Looks whether a database is there, without making it: opened the plain way, since Dexie would make an empty one in its place and say nothing.
 */
export function probeDatabase(engine: { readonly indexedDB: IDBFactory }, name: string): Promise<Probe> {
  return new Promise((resolve) => {
    let isMissing = false;
    const request = engine.indexedDB.open(name);
    request.onupgradeneeded = () => {
      isMissing = true;
      request.transaction?.abort();
    };
    request.onsuccess = () => {
      const { version } = request.result;
      request.result.close();
      resolve({ kind: version > schemaVersion ? 'newer' : 'there' });
    };
    request.onerror = (event) => {
      event.preventDefault();
      const detail = request.error?.message || request.error?.name || 'no reason given';
      resolve(isMissing ? { kind: 'missing' } : { kind: 'unopenable', detail });
    };
  });
}

/** Deletes a database; rejects when the browser cannot, or when it is still open somewhere. */
export function deleteDatabase(engine: { readonly indexedDB: IDBFactory }, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = engine.indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error ?? new Error('the database cannot be deleted'));
    request.onblocked = () => reject(new Error('the database is still open'));
  });
}
