import { dirname } from 'node:path';
import type { FileFacts, FileLayer, OpenedFile } from '../../../src/main/disk/file-layer.ts';

interface Inode {
  data: Uint8Array;
  mode: number;
  modified: number;
}

/** A file system in memory: quick enough for tens of thousands of runs. Open files outlive their names, as on a real one. */
export class MemoryFileLayer implements FileLayer {
  readonly files = new Map<string, Inode>();
  readonly folders = new Set<string>(['/']);
  free = 1024 * 1024 * 1024;
  #time = 0;

  /** Content by path, for looking at. */
  text(path: string): string {
    return Buffer.from(this.#inode(path).data).toString('utf8');
  }

  put(path: string, content: string | Uint8Array): void {
    const data = typeof content === 'string' ? Buffer.from(content) : content;
    this.files.set(path, { data: new Uint8Array(data), mode: 0o600, modified: ++this.#time });
    this.#addFolders(dirname(path));
  }

  async open(path: string, purpose: 'read' | 'create' | 'change', mode = 0o600): Promise<OpenedFile> {
    if (purpose === 'create') {
      if (this.files.has(path)) throw fileError('EEXIST');
      if (!this.folders.has(dirname(path))) throw fileError('ENOENT');
      this.files.set(path, { data: new Uint8Array(), mode, modified: ++this.#time });
    }
    return this.#opened(this.#inode(path));
  }

  async rename(from: string, to: string): Promise<void> {
    if (this.folders.has(from)) {
      this.folders.delete(from);
      this.folders.add(to);
      for (const [path, inode] of [...this.files]) {
        if (!path.startsWith(`${from}/`)) continue;
        this.files.delete(path);
        this.files.set(to + path.slice(from.length), inode);
      }
      return;
    }
    const inode = this.#inode(from);
    this.files.delete(from);
    this.files.set(to, inode);
  }

  async remove(path: string): Promise<void> {
    this.#inode(path);
    this.files.delete(path);
  }

  async facts(path: string): Promise<FileFacts> {
    if (this.folders.has(path)) return { kind: 'folder', size: 0, mode: 0o700, modified: 0 };
    return factsOf(this.#inode(path));
  }

  async list(folder: string): Promise<string[]> {
    if (!this.folders.has(folder)) throw fileError('ENOENT');
    const inside = [...this.files.keys(), ...this.folders].filter(
      (path) => dirname(path) === folder && path !== folder,
    );
    return inside.map((path) => path.slice(folder.length + (folder === '/' ? 0 : 1)));
  }

  async makeFolder(path: string): Promise<void> {
    this.#addFolders(path);
  }

  async realPath(path: string): Promise<string> {
    if (!this.folders.has(path)) this.#inode(path);
    return path;
  }

  async linkTarget(path: string): Promise<string> {
    this.#inode(path);
    throw fileError('EINVAL');
  }

  async copy(from: string, to: string): Promise<void> {
    if (this.files.has(to)) throw fileError('EEXIST');
    this.files.set(to, { ...this.#inode(from) });
  }

  async link(from: string, to: string): Promise<void> {
    if (this.files.has(to)) throw fileError('EEXIST');
    this.files.set(to, this.#inode(from));
  }

  async removeFolder(path: string): Promise<void> {
    for (const each of [...this.files.keys()]) if (each.startsWith(`${path}/`)) this.files.delete(each);
    for (const each of [...this.folders]) {
      if (each === path || each.startsWith(`${path}/`)) this.folders.delete(each);
    }
  }

  async syncFolder(path: string): Promise<void> {
    if (!this.folders.has(path)) throw fileError('ENOENT');
  }

  async freeBytes(): Promise<number> {
    return this.free;
  }

  #inode(path: string): Inode {
    const inode = this.files.get(path);
    if (inode === undefined) throw fileError(this.folders.has(path) ? 'EISDIR' : 'ENOENT');
    return inode;
  }

  #addFolders(path: string): void {
    for (let folder = path; !this.folders.has(folder); folder = dirname(folder)) this.folders.add(folder);
  }

  #opened(inode: Inode): OpenedFile {
    return {
      write: async (bytes, position) => {
        const data = new Uint8Array(Math.max(inode.data.length, position + bytes.length));
        data.set(inode.data);
        data.set(bytes, position);
        inode.data = data;
        inode.modified = ++this.#time;
        return bytes.length;
      },
      read: async (into, position) => {
        const part = inode.data.subarray(position, position + into.length);
        into.set(part);
        return part.length;
      },
      truncate: async (length) => {
        const data = new Uint8Array(length);
        data.set(inode.data.subarray(0, length));
        inode.data = data;
      },
      facts: async () => factsOf(inode),
      setMode: async (mode) => {
        inode.mode = mode;
      },
      sync: async () => undefined,
      syncData: async () => undefined,
      close: async () => undefined,
    };
  }
}

function factsOf({ data, mode, modified }: Inode): FileFacts {
  return { kind: 'file', size: data.length, mode, modified };
}

function fileError(code: string): Error {
  return Object.assign(new Error(code), { code });
}
