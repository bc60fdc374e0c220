import { randomUUID } from 'node:crypto';
import type { BridgeFailure } from '../../bridge/failure.ts';
import { failure, type Result, success } from '../../core/model/result.ts';
import type { AtomicFile } from '../disk/atomic-file.ts';
import type { FileDigest } from '../disk/file-digest.ts';
import { writeFailure } from '../disk/file-failure.ts';

/** A file that is being written for the renderer. */
export interface Outgoing {
  readonly file: AtomicFile;
  /** What messages call it. */
  readonly name: string;
  /** Where it goes, once its content is known. */
  readonly target: (digest: FileDigest) => string;
  /** Called when it is in place. */
  readonly committed?: (digest: FileDigest) => Promise<void>;
  /** Called when it is over, in either way. */
  readonly ended?: () => Promise<void>;
}

/** The files that are being written for the renderer, by handle. Each ends with `commit` or `abort`; a failed `append` ends it as well. */
export class OutgoingFiles {
  readonly #files = new Map<string, { outgoing: Outgoing; last: Promise<unknown> }>();

  add(outgoing: Outgoing): string {
    const handle = randomUUID();
    this.#files.set(handle, { outgoing, last: Promise.resolve() });
    return handle;
  }

  /** Calls for one handle take effect in the order in which they are made. */
  append(handle: string, bytes: Uint8Array): Promise<Result<Record<string, never>, BridgeFailure>> {
    return this.#inTurn(handle, async ({ file, name }) => {
      try {
        await file.append(bytes);
        return success({});
      } catch (error) {
        await this.#end(handle);
        return failure(unchanged(writeFailure(error, name)));
      }
    });
  }

  commit(handle: string, digest: FileDigest): Promise<Result<{ fileName: string }, BridgeFailure>> {
    return this.#inTurn(handle, async ({ file, name, target, committed }) => {
      try {
        await file.commit(target(digest), digest);
        await committed?.(digest);
        return success({ fileName: name });
      } catch (error) {
        const reason = writeFailure(error, name);
        return failure(file.replaced ? uncertain(reason, name) : unchanged(reason));
      } finally {
        await this.#end(handle);
      }
    });
  }

  async abort(handle: string): Promise<void> {
    await this.#inTurn(handle, async () => {
      await this.#end(handle);
      return success({});
    });
  }

  /** At the end of the window that wrote them. */
  async abortAll(): Promise<void> {
    for (const handle of [...this.#files.keys()]) await this.abort(handle);
  }

  #inTurn<Value>(
    handle: string,
    run: (outgoing: Outgoing) => Promise<Result<Value, BridgeFailure>>,
  ): Promise<Result<Value, BridgeFailure>> {
    const entry = this.#files.get(handle);
    if (entry === undefined) return Promise.resolve(failure(unknownHandle));
    const turn = entry.last.then(() =>
      this.#files.has(handle) ? run(entry.outgoing) : failure(unknownHandle),
    );
    entry.last = turn.catch(() => undefined);
    return turn;
  }

  async #end(handle: string): Promise<void> {
    const entry = this.#files.get(handle);
    this.#files.delete(handle);
    try {
      await entry?.outgoing.file.abort();
    } catch {
      // The temporary file cannot be removed now; the next start does.
      return;
    }
    await entry?.outgoing.ended?.();
  }
}

const unknownHandle: BridgeFailure = {
  code: 'unknown-token',
  message: 'The file was not written: its writing has already ended. Start again.',
};

function unchanged({ code, message }: BridgeFailure): BridgeFailure {
  return { code, message: `${message} What was there before is unchanged.` };
}

function uncertain({ code }: BridgeFailure, name: string): BridgeFailure {
  return {
    code,
    message: `“${name}” is written, but the disk did not confirm it: a power cut now could undo it. Write it once more.`,
  };
}
