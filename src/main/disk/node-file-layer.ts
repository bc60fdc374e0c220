import { constants, type Stats } from 'node:fs';
import {
  copyFile,
  type FileHandle,
  link,
  mkdir,
  open,
  readdir,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  statfs,
  unlink,
} from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FileFacts, FileLayer, OpenedFile, OpenFor } from './file-layer.ts';

const { O_RDONLY, O_RDWR, O_CREAT, O_EXCL, O_NONBLOCK = 0, COPYFILE_EXCL, COPYFILE_FICLONE } = constants;

// Without O_NONBLOCK, opening a pipe that nobody writes to would hold a thread of Node's pool for ever.
const flags: Record<OpenFor, number> = {
  read: O_RDONLY | O_NONBLOCK,
  create: O_RDWR | O_CREAT | O_EXCL,
  change: O_RDWR,
};

/** The real file system. */
export const nodeFileLayer: FileLayer = {
  open: async (path, purpose, mode = 0o600) => openedFile(await open(path, flags[purpose], mode)),
  rename,
  remove: unlink,
  facts: async (path) => factsOf(await stat(path)),
  list: (folder) => readdir(folder),
  makeFolder: async (path) => {
    const first = await mkdir(path, { recursive: true });
    if (first === undefined) return;
    // Each new folder's name lies in the one above it: a power cut could take it, with all that was flushed inside.
    for (let made = path; made.length >= first.length; made = dirname(made)) await flushNames(dirname(made));
  },
  realPath: (path) => realpath(path),
  linkTarget: (path) => readlink(path),
  copy: (from, to) => copyFile(from, to, COPYFILE_EXCL | COPYFILE_FICLONE),
  link,
  removeFolder: (path) => rm(path, { recursive: true, force: true }),
  syncFolder,
  freeBytes: async (path) => {
    const { bavail, bsize } = await statfs(path);
    return bavail * bsize;
  },
};

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, O_RDONLY);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** A folder above may not be ours to open, and some systems cannot flush one: then there is nothing that can be done. */
async function flushNames(folder: string): Promise<void> {
  await syncFolder(folder).catch(() => undefined);
}

function openedFile(handle: FileHandle): OpenedFile {
  return {
    write: async (bytes, position) => (await handle.write(bytes, 0, bytes.length, position)).bytesWritten,
    read: async (into, position) => (await handle.read(into, 0, into.length, position)).bytesRead,
    truncate: (length) => handle.truncate(length),
    facts: async () => factsOf(await handle.stat()),
    setMode: (mode) => handle.chmod(mode),
    sync: () => handle.sync(),
    syncData: () => handle.datasync(),
    close: () => handle.close(),
  };
}

function factsOf(stats: Stats): FileFacts {
  return {
    kind: stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other',
    size: stats.size,
    mode: stats.mode & 0o777,
    modified: stats.mtimeMs,
  };
}
