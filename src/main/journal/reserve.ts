import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { errorCode, type FileLayer } from '../disk/file-layer.ts';
import { writeFully } from '../disk/write-fully.ts';

const reserveBytes = 1024 * 1024;
/** Made again only when so much is free, and looked for that no more often than every so many milliseconds. */
const freeBytesNeeded = 16 * 1024 * 1024;
const checkInterval = 10_000;

/** Room on the disk that is given up when the disk is full, so that what is being done can still be kept. */
export class Reserve {
  readonly #layer: FileLayer;
  readonly #folder: string;
  readonly #path: string;
  readonly #now: () => number;
  #held = false;
  #checked = Number.NEGATIVE_INFINITY;

  constructor(layer: FileLayer, folder: string, now: () => number) {
    this.#layer = layer;
    this.#folder = folder;
    this.#path = join(folder, 'reserve');
    this.#now = now;
  }

  /** Gives the room up. True when there was any. */
  async release(): Promise<boolean> {
    try {
      await this.#layer.remove(this.#path);
      return true;
    } catch {
      return false;
    } finally {
      this.#held = false;
    }
  }

  /** Takes the room, if it is not held and enough is free. Never fails: without a reserve everything else still works. */
  async take(): Promise<void> {
    if (this.#held || this.#now() - this.#checked < checkInterval) return;
    this.#checked = this.#now();
    try {
      const { size } = await this.#layer.facts(this.#path).catch(absent);
      if (size < reserveBytes) {
        if ((await this.#layer.freeBytes(this.#folder)) < freeBytesNeeded) return;
        if (size >= 0) await this.#layer.remove(this.#path);
        await this.#fill();
      }
      this.#held = true;
    } catch {
      await this.release();
    }
  }

  /** Random bytes, because a file system that compresses would keep nothing for a file of zeros. */
  async #fill(): Promise<void> {
    const file = await this.#layer.open(this.#path, 'create');
    try {
      await writeFully(file, randomBytes(reserveBytes), 0);
      await file.sync();
    } finally {
      await file.close();
    }
  }
}

function absent(error: unknown): { size: number } {
  if (errorCode(error) === 'ENOENT') return { size: -1 };
  throw error;
}
