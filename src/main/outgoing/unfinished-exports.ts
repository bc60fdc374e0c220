import { basename, join } from 'node:path';
import { z } from 'zod';
import { temporaryName } from '../disk/atomic-file.ts';
import { errorCode, type FileLayer } from '../disk/file-layer.ts';
import { readWhole } from '../disk/read-whole.ts';
import { writeAtomically } from '../disk/write-atomically.ts';

const listSchema = z.array(z.string());

/**
 * Remembers where temporary files of exports lie, because those folders are the person's and are not searched: what a killed process
 * left there is removed at the next start.
 */
export class UnfinishedExports {
  readonly #layer: FileLayer;
  readonly #listPath: string;
  #paths = new Set<string>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(layer: FileLayer, profile: string) {
    this.#layer = layer;
    this.#listPath = join(profile, 'unfinished-exports.json');
  }

  add(path: string): Promise<void> {
    this.#paths.add(path);
    return this.#write();
  }

  remove(path: string): Promise<void> {
    this.#paths.delete(path);
    return this.#write();
  }

  /** Removes what an earlier process left. Only names that this app gives to temporary files are touched. */
  async sweep(): Promise<void> {
    for (const path of await this.#read()) {
      try {
        if (temporaryName.test(basename(path))) await this.#layer.remove(path);
      } catch (error) {
        // A drive that is not there now may be there next time.
        if (errorCode(error) !== 'ENOENT') this.#paths.add(path);
      }
    }
    await this.#write();
  }

  async #read(): Promise<readonly string[]> {
    try {
      const text = Buffer.from(await readWhole(this.#layer, this.#listPath)).toString('utf8');
      return listSchema.parse(JSON.parse(text));
    } catch {
      return [];
    }
  }

  async #write(): Promise<void> {
    const turn = this.#last.then(() =>
      this.#paths.size === 0
        ? this.#removeList()
        : writeAtomically(this.#layer, this.#listPath, Buffer.from(JSON.stringify([...this.#paths]))),
    );
    this.#last = turn.catch(() => undefined);
    await turn;
  }

  async #removeList(): Promise<void> {
    try {
      await this.#layer.remove(this.#listPath);
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error;
    }
  }
}
