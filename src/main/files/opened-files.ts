import { randomUUID } from 'node:crypto';
import type { BridgeFailure } from '../../bridge/failure.ts';
import { failure, type Result, success } from '../../core/model/result.ts';
import { readFailure } from '../disk/file-failure.ts';
import type { FileFacts, FileLayer } from '../disk/file-layer.ts';
import { readExactly } from '../disk/read-whole.ts';
import { type FilePurpose, largestFile, sizeInWords } from './file-purpose.ts';

/** A file that the person picked, as main knows it. */
interface OpenedFile {
  readonly path: string;
  readonly name: string;
  readonly purpose: FilePurpose;
}

/** The files that the person picked in this run, by the token under which the renderer knows them. */
export class OpenedFiles {
  readonly #layer: FileLayer;
  readonly #files = new Map<string, OpenedFile>();

  constructor(layer: FileLayer) {
    this.#layer = layer;
  }

  add(file: OpenedFile): string {
    const token = randomUUID();
    this.#files.set(token, file);
    return token;
  }

  /** Names of the files that were picked in this run. */
  names(): readonly string[] {
    return [...this.#files.values()].map(({ name }) => name);
  }

  /** The whole content of a file, or a sentence that says why not. */
  async read(
    token: string,
  ): Promise<Result<{ name: string; bytes: Uint8Array<ArrayBuffer> }, BridgeFailure>> {
    const opened = this.#files.get(token);
    if (opened === undefined) {
      return failure({ code: 'unknown-token', message: 'That file was not opened in this run of Ascribe.' });
    }
    const { path, name, purpose } = opened;
    try {
      // Opening a folder or a device can fail, block or do something, so the path is looked at first, and what was opened again.
      const before = unfit(await this.#layer.facts(path), name, purpose);
      if (before) return failure(before);
      const file = await this.#layer.open(path, 'read');
      try {
        const facts = await file.facts();
        const reason = unfit(facts, name, purpose);
        if (reason) return failure(reason);
        return success({ name, bytes: await readExactly(file, facts.size) });
      } finally {
        await file.close();
      }
    } catch (error) {
      return failure(readFailure(error, name));
    }
  }
}

/** Why something on the disk cannot be opened as a file, or undefined when it can. */
export function unfit(facts: FileFacts, name: string, purpose: FilePurpose): BridgeFailure | undefined {
  if (facts.kind === 'folder') {
    return {
      code: 'directory',
      message: `“${name}” is a folder, not a file. File › Open folder… opens what is in it.`,
    };
  }
  if (facts.kind === 'other') {
    return { code: 'not-a-file', message: `“${name}” is not a file but a device, pipe or socket.` };
  }
  if (facts.size > largestFile[purpose]) {
    return {
      code: 'too-large',
      message: `“${name}” is too large: it has ${sizeInWords(facts.size)}, and at most ${sizeInWords(largestFile[purpose])} can be opened.`,
    };
  }
  return undefined;
}
