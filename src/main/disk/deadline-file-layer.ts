import type { FileLayer, OpenedFile } from './file-layer.ts';

/** Calls an action after so many milliseconds, unless the returned function is called before. */
export type Timer = (milliseconds: number, action: () => void) => () => void;

/** Milliseconds. A slow stick may take long over a flush of all that was written, and over a copy; nothing else should. */
const usualDeadline = 20_000;
const longDeadline = 120_000;

/**
 * A file layer whose every call settles: one that the system does not answer (a drive that sleeps, a server that is gone) fails with the code `ETIMEDOUT`. What
 * it stood for may still happen, so that a caller must be safe against a write or a rename that comes late.
 */
export function deadlineFileLayer(inner: FileLayer, timer: Timer = systemTimer): FileLayer {
  const usual = <Value>(call: string, work: Promise<Value>, tooLate?: (value: Value) => void) =>
    inTime(timer, usualDeadline, call, work, tooLate);
  const long = <Value>(call: string, work: Promise<Value>) => inTime(timer, longDeadline, call, work);

  function timedFile(file: OpenedFile): OpenedFile {
    return {
      write: (bytes, position) => usual('write', file.write(bytes, position)),
      read: (into, position) => usual('read', file.read(into, position)),
      truncate: (length) => usual('truncate', file.truncate(length)),
      facts: () => usual('facts', file.facts()),
      setMode: (mode) => usual('setMode', file.setMode(mode)),
      sync: () => long('sync', file.sync()),
      syncData: () => long('syncData', file.syncData()),
      close: () => long('close', file.close()),
    };
  }

  return {
    // A file that is opened after nobody waits for it any more is closed again.
    open: async (path, purpose, mode) =>
      timedFile(
        await usual('open', inner.open(path, purpose, mode), (file) => {
          file.close().catch(() => undefined);
        }),
      ),
    rename: (from, to) => usual('rename', inner.rename(from, to)),
    remove: (path) => usual('remove', inner.remove(path)),
    facts: (path) => usual('facts', inner.facts(path)),
    list: (folder) => usual('list', inner.list(folder)),
    makeFolder: (path) => usual('makeFolder', inner.makeFolder(path)),
    realPath: (path) => usual('realPath', inner.realPath(path)),
    linkTarget: (path) => usual('linkTarget', inner.linkTarget(path)),
    copy: (from, to) => long('copy', inner.copy(from, to)),
    link: (from, to) => usual('link', inner.link(from, to)),
    removeFolder: (path) => long('removeFolder', inner.removeFolder(path)),
    syncFolder: (path) => long('syncFolder', inner.syncFolder(path)),
    freeBytes: (path) => usual('freeBytes', inner.freeBytes(path)),
  };
}

function inTime<Value>(
  timer: Timer,
  milliseconds: number,
  call: string,
  work: Promise<Value>,
  tooLate?: (value: Value) => void,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    let isLate = false;
    const cancel = timer(milliseconds, () => {
      isLate = true;
      reject(Object.assign(new Error(`the system did not answer ${call}`), { code: 'ETIMEDOUT' }));
    });
    work.then(
      (value) => {
        cancel();
        if (isLate) tooLate?.(value);
        else resolve(value);
      },
      (error) => {
        cancel();
        reject(error);
      },
    );
  });
}

function systemTimer(milliseconds: number, action: () => void): () => void {
  const timeout = setTimeout(action, milliseconds);
  return () => clearTimeout(timeout);
}
