import type { FileLayer, OpenedFile } from './file-layer.ts';

/** A call of the file layer or of a file opened by it. */
export type FileCall = keyof FileLayer | keyof OpenedFile;

/**
 * What goes wrong with a call: it fails with an error code, does nothing; `short` takes half of what it should write and says so;
 * `lie` takes half and says it took all; `crash` ends the process before or after the call (here: throws, then and ever after); `hang` is never
 * answered; `late` is not answered either until `later` lets it happen.
 */
export type Fault =
  | { readonly kind: 'error'; readonly code: string }
  | { readonly kind: 'short' | 'lie' | 'crash-before' | 'crash-after' | 'hang' | 'late' };

/** The process is taken to be gone: nothing in it may catch this and go on. */
export class SimulatedCrash extends Error {
  override readonly name = 'SimulatedCrash';
}

/**
 * A file layer that fails when `decide` says so. It is asked once for each call, in order.
 * @param later resolves when calls that come late are to happen
 */
export function faultyFileLayer(
  inner: FileLayer,
  decide: (call: FileCall, path: string) => Fault | undefined,
  later: () => Promise<void> = () => new Promise(() => undefined),
): FileLayer {
  let crashed = false;

  async function guard<Value>(
    call: FileCall,
    path: string,
    run: (fault: Fault | undefined) => Promise<Value>,
  ): Promise<Value> {
    if (crashed) throw new SimulatedCrash(`${call} after the crash`);
    const fault = decide(call, path);
    if (fault?.kind === 'error') {
      throw Object.assign(new Error(`${fault.code}: injected into ${call}`), { code: fault.code });
    }
    if (fault?.kind === 'hang') return new Promise(() => undefined);
    if (fault?.kind === 'late') await later();
    if (fault?.kind === 'crash-before') crashed = true;
    if (crashed) throw new SimulatedCrash(`before ${call}`);
    const value = await run(fault);
    if (fault?.kind === 'crash-after') crashed = true;
    if (crashed) throw new SimulatedCrash(`after ${call}`);
    return value;
  }

  function faultyFile(file: OpenedFile, path: string): OpenedFile {
    return {
      write: (bytes, position) =>
        guard('write', path, async (fault) => {
          if (fault?.kind !== 'short' && fault?.kind !== 'lie') return file.write(bytes, position);
          const taken = await file.write(bytes.subarray(0, bytes.length >> 1), position);
          return fault.kind === 'short' ? taken : bytes.length;
        }),
      read: (into, position) => guard('read', path, () => file.read(into, position)),
      truncate: (length) => guard('truncate', path, () => file.truncate(length)),
      facts: () => guard('facts', path, () => file.facts()),
      setMode: (mode) => guard('setMode', path, () => file.setMode(mode)),
      sync: () => guard('sync', path, () => file.sync()),
      syncData: () => guard('syncData', path, () => file.syncData()),
      // A descriptor is freed even when close reports an error, as POSIX systems do; a crashed process has none.
      close: async () => {
        try {
          await guard('close', path, () => Promise.resolve());
        } finally {
          await file.close();
        }
      },
    };
  }

  return {
    open: (path, purpose, mode) =>
      guard('open', path, async () => faultyFile(await inner.open(path, purpose, mode), path)),
    rename: (from, to) => guard('rename', to, () => inner.rename(from, to)),
    remove: (path) => guard('remove', path, () => inner.remove(path)),
    facts: (path) => guard('facts', path, () => inner.facts(path)),
    list: (folder) => guard('list', folder, () => inner.list(folder)),
    makeFolder: (path) => guard('makeFolder', path, () => inner.makeFolder(path)),
    realPath: (path) => guard('realPath', path, () => inner.realPath(path)),
    linkTarget: (path) => guard('linkTarget', path, () => inner.linkTarget(path)),
    copy: (from, to) => guard('copy', to, () => inner.copy(from, to)),
    link: (from, to) => guard('link', to, () => inner.link(from, to)),
    removeFolder: (path) => guard('removeFolder', path, () => inner.removeFolder(path)),
    syncFolder: (path) => guard('syncFolder', path, () => inner.syncFolder(path)),
    freeBytes: (path) => guard('freeBytes', path, () => inner.freeBytes(path)),
  };
}
