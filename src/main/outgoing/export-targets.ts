import { randomUUID } from 'node:crypto';
import { basename, dirname } from 'node:path';
import type { BridgeFailure } from '../../bridge/failure.ts';
import { failure, type Result, success } from '../../core/model/result.ts';
import { AtomicFile } from '../disk/atomic-file.ts';
import { writeFailure } from '../disk/file-failure.ts';
import type { FileLayer } from '../disk/file-layer.ts';
import { atomicTarget } from '../disk/write-atomically.ts';
import type { OutgoingFiles } from './outgoing-files.ts';
import type { UnfinishedExports } from './unfinished-exports.ts';

/** Permission bits of a new exported file: for others to read. */
const exportMode = 0o644;

/** Where the person chose to write exports, by the token under which the renderer knows it. */
export class ExportTargets {
  readonly #layer: FileLayer;
  readonly #outgoing: OutgoingFiles;
  readonly #unfinished: UnfinishedExports;
  readonly #paths = new Map<string, string>();

  constructor(layer: FileLayer, outgoing: OutgoingFiles, unfinished: UnfinishedExports) {
    this.#layer = layer;
    this.#outgoing = outgoing;
    this.#unfinished = unfinished;
  }

  add(path: string): { token: string; fileName: string } {
    const token = randomUUID();
    this.#paths.set(token, path);
    return { token, fileName: basename(path) };
  }

  /** Starts writing there. The file that may be there stands until the commit. */
  async begin(token: string): Promise<Result<{ handle: string }, BridgeFailure>> {
    const path = this.#paths.get(token);
    if (path === undefined) {
      return failure({
        code: 'unknown-token',
        message: 'No place was chosen for that file. Choose one again.',
      });
    }
    const name = basename(path);
    try {
      const { target, mode } = await atomicTarget(this.#layer, path, exportMode);
      const temporary = AtomicFile.temporaryPath(dirname(target));
      await this.#unfinished.add(temporary);
      const file = await AtomicFile.create(this.#layer, temporary, mode);
      const ended = () => this.#unfinished.remove(temporary);
      return success({ handle: this.#outgoing.add({ file, name, target: () => target, ended }) });
    } catch (error) {
      return failure(writeFailure(error, name));
    }
  }
}
