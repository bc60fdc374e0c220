import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { BridgeFailure } from '../../bridge/failure.ts';
import { failure, type Result, success } from '../../core/model/result.ts';
import { readFailure, writeFailure } from '../disk/file-failure.ts';
import { errorCode, type FileLayer } from '../disk/file-layer.ts';
import { readWhole } from '../disk/read-whole.ts';
import { removeTemporaries } from '../disk/remove-temporaries.ts';
import { writeAtomically } from '../disk/write-atomically.ts';

/**
 * The files that articles were made of, as they were, where the person wants them kept: in one folder of the profile, each named for the SHA-256 of its bytes.
 * A project’s copy and what is restored from an archive find them there too.
 */
export class OriginalFiles {
  readonly #layer: FileLayer;
  readonly #folder: string;
  readonly #readOnly: string | null;

  /** @param readOnly why nothing may be written, in a sentence; null when it may */
  constructor(layer: FileLayer, profileFolder: string, readOnly: string | null) {
    this.#layer = layer;
    this.#folder = join(profileFolder, 'originals');
    this.#readOnly = readOnly;
  }

  /** Removes what a killed process left half written. @throws a Node file-system error */
  async sweep(): Promise<void> {
    if (this.#readOnly === null) await removeTemporaries(this.#layer, this.#folder);
  }

  /** Keeps a file, unless it is kept already. */
  async keep(bytes: Uint8Array): Promise<Result<{ sha256: string }, BridgeFailure>> {
    const sha256 = digestOf(bytes);
    if (this.#readOnly !== null) return failure({ code: 'read-only', message: this.#readOnly });
    try {
      const kept = await this.#read(sha256);
      if (kept === undefined || digestOf(kept) !== sha256) {
        await this.#layer.makeFolder(this.#folder);
        await writeAtomically(this.#layer, this.#pathOf(sha256), bytes);
      }
      return success({ sha256 });
    } catch (error) {
      return failure(writeFailure(error, 'original file'));
    }
  }

  /** The file with that digest, as it was; null when it is not kept, or not what it was. */
  async read(sha256: string): Promise<Result<{ bytes: Uint8Array<ArrayBuffer> | null }, BridgeFailure>> {
    try {
      const bytes = await this.#read(sha256);
      return success({ bytes: bytes === undefined || digestOf(bytes) !== sha256 ? null : bytes });
    } catch (error) {
      return failure(readFailure(error, 'original file'));
    }
  }

  async #read(sha256: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    try {
      return await readWhole(this.#layer, this.#pathOf(sha256));
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined;
      throw error;
    }
  }

  #pathOf(sha256: string): string {
    return join(this.#folder, sha256);
  }
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
