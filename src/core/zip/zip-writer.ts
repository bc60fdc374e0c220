import { Zip, ZipDeflate } from 'fflate';

/** An entry that is being written; its bytes may come in pieces. */
export interface ZipEntryWriter {
  push(bytes: Uint8Array, isLast?: boolean): void;
}

/** Writes a ZIP file, entry after entry, holding no more of it than was not taken yet. */
export class ZipWriter {
  #ready: Uint8Array[] = [];
  #failed: Error | null = null;
  readonly #zip = new Zip((error, bytes) => {
    this.#failed ??= error;
    this.#ready.push(bytes);
  });

  /** Begins an entry of that name; the one before it must be at its end. */
  begin(name: string): ZipEntryWriter {
    const entry = new ZipDeflate(name, { level: 6 });
    // One state gives one file, so the time of day is not in it.
    entry.mtime = '1980-01-02T00:00:00';
    this.#zip.add(entry);
    return entry;
  }

  /** An entry that is there whole. */
  add(name: string, bytes: Uint8Array): void {
    this.begin(name).push(bytes, true);
  }

  end(): void {
    this.#zip.end();
  }

  /** The bytes that are ready. @throws {Error} when they could not be packed */
  take(): Uint8Array[] {
    if (this.#failed !== null) throw this.#failed;
    const pieces = this.#ready.filter(({ length }) => length > 0);
    this.#ready = [];
    return pieces;
  }
}
