import { join } from 'node:path';
import type { BridgeFailure } from '../../bridge/failure.ts';
import type { Identifier } from '../../core/model/identifier.ts';
import { failure, type Result, success } from '../../core/model/result.ts';
import { readFailure, writeFailure } from '../disk/file-failure.ts';
import { errorCode, type FileLayer } from '../disk/file-layer.ts';
import { readWhole } from '../disk/read-whole.ts';
import { writeAtomically } from '../disk/write-atomically.ts';
import type { Profile } from '../profile/profile.ts';

type Nothing = Result<Record<string, never>, BridgeFailure>;

/** What was learnt from a project, in the folder of that project. Nothing depends on it: it can be learnt again. */
export class LearntFiles {
  readonly #layer: FileLayer;
  readonly #profile: Profile;
  /** Written one after the other. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(layer: FileLayer, profile: Profile) {
    this.#layer = layer;
    this.#profile = profile;
  }

  /** Null when nothing is kept. */
  async read(): Promise<Result<{ bytes: Uint8Array<ArrayBuffer> | null }, BridgeFailure>> {
    try {
      return success({ bytes: await readWhole(this.#layer, this.#path) });
    } catch (error) {
      return errorCode(error) === 'ENOENT'
        ? success({ bytes: null })
        : failure(readFailure(error, 'what was learnt'));
    }
  }

  /** @param projectId of a project that is there; the open one when left out */
  keep(bytes: Uint8Array, projectId: Identifier = this.#profile.projectId): Promise<Nothing> {
    const path = this.#pathIn(projectId);
    return this.#changing(() => writeAtomically(this.#layer, path, bytes));
  }

  forget(): Promise<Nothing> {
    return this.#changing(async () => {
      await this.#layer.remove(this.#path).catch((error) => {
        if (errorCode(error) !== 'ENOENT') throw error;
      });
    });
  }

  #changing(change: () => Promise<void>): Promise<Nothing> {
    const turn = this.#last.then(async (): Promise<Nothing> => {
      const { readOnly } = this.#profile;
      if (readOnly !== null) return failure({ code: 'read-only', message: readOnly });
      try {
        await change();
        return success({});
      } catch (error) {
        return failure(writeFailure(error, 'what was learnt'));
      }
    });
    this.#last = turn;
    return turn;
  }

  get #path(): string {
    return this.#pathIn(this.#profile.projectId);
  }

  #pathIn(projectId: Identifier): string {
    return join(this.#profile.folderOf(projectId), 'learnt.json');
  }
}
