import { createHash, type Hash, randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { digestOfFile, type FileDigest } from './file-digest.ts';
import { errorCode, type FileLayer, type OpenedFile } from './file-layer.ts';
import { writeFully } from './write-fully.ts';

/** What was read back is not what was written, or not what was announced. The old file stands. */
export class DiffersAfterWriting extends Error {
  override readonly name = 'DiffersAfterWriting';
}

/** Names of temporary files: a start may remove any that a killed process left. */
export const temporaryName = /^\.ascribe-[0-9a-f-]{36}\.tmp$/;

/** Windows refuses to rename onto a file that a virus scanner has open: milliseconds to wait before each new attempt. */
const renameDelays = process.platform === 'win32' ? [20, 50, 100, 200, 400, 800] : [];

/**
 * A file being written beside its target under a temporary name. `commit` puts it in the target's place in one step, when all
 * of it is on the disk and was read back; until then, and if anything fails, the target is as it was.
 */
export class AtomicFile {
  readonly #layer: FileLayer;
  readonly #path: string;
  readonly #file: OpenedFile;
  readonly #hash: Hash = createHash('sha256');
  #length = 0;
  #closed = false;
  #gone = false;
  /** True once the target has the new content. */
  replaced = false;

  private constructor(layer: FileLayer, path: string, file: OpenedFile) {
    this.#layer = layer;
    this.#path = path;
    this.#file = file;
  }

  /** A fresh name for a temporary file in a folder. */
  static temporaryPath(folder: string): string {
    return join(folder, `.ascribe-${randomUUID()}.tmp`);
  }

  /** @param mode permission bits of the finished file, whatever the process's mask. */
  static async create(layer: FileLayer, temporaryPath: string, mode: number): Promise<AtomicFile> {
    const file = await layer.open(temporaryPath, 'create', mode);
    const atomic = new AtomicFile(layer, temporaryPath, file);
    try {
      await file.setMode(mode);
    } catch (error) {
      await atomic.abandonAfter(error);
    }
    return atomic;
  }

  async append(bytes: Uint8Array): Promise<void> {
    await writeFully(this.#file, bytes, this.#length);
    this.#hash.update(bytes);
    this.#length += bytes.length;
  }

  /**
   * @param expected what the writer means the file to hold; what it appended, when left out
   * @throws {DiffersAfterWriting}
   * @throws a Node file-system error
   */
  async commit(target: string, expected?: FileDigest): Promise<void> {
    try {
      const written = { byteLength: this.#length, sha256: this.#hash.digest('hex') };
      if (expected && !same(expected, written)) throw new DiffersAfterWriting('not what was announced');
      await this.#file.sync();
      await this.#close();
      if (!same(written, await digestOfFile(this.#layer, this.#path))) {
        throw new DiffersAfterWriting('read back otherwise than written');
      }
      await this.#rename(target);
      this.#gone = true;
      this.replaced = true;
      await syncFolder(this.#layer, dirname(target));
    } catch (error) {
      await this.abandonAfter(error);
    }
  }

  /** Removes the temporary file; does nothing after a commit. */
  async abort(): Promise<void> {
    try {
      await this.#close();
    } finally {
      if (!this.#gone) {
        await this.#layer.remove(this.#path);
        this.#gone = true;
      }
    }
  }

  /** Aborts and throws what led to it: a temporary file that cannot be removed then is the lesser news, and removed at the next start. */
  async abandonAfter(error: unknown): Promise<never> {
    await this.abort().catch(() => undefined);
    throw error;
  }

  async #close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#file.close();
  }

  async #rename(target: string): Promise<void> {
    for (const wait of renameDelays) {
      try {
        return await this.#layer.rename(this.#path, target);
      } catch (error) {
        if (!['EBUSY', 'EPERM', 'EACCES'].includes(errorCode(error) ?? '')) throw error;
        await delay(wait);
      }
    }
    await this.#layer.rename(this.#path, target);
  }
}

/** Flushes a folder. Some network file systems, and Windows, cannot: those answers are let pass, others are not. */
export async function syncFolder(layer: FileLayer, folder: string): Promise<void> {
  try {
    await layer.syncFolder(folder);
  } catch (error) {
    if (!['EINVAL', 'EPERM', 'EISDIR'].includes(errorCode(error) ?? '')) throw error;
  }
}

function same(one: FileDigest, other: FileDigest): boolean {
  return one.byteLength === other.byteLength && one.sha256 === other.sha256;
}
