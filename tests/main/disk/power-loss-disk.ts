import { dirname } from 'node:path';
import { faultyFileLayer, SimulatedCrash } from '../../../src/main/disk/faulty-file-layer.ts';
import type { FileLayer, OpenedFile } from '../../../src/main/disk/file-layer.ts';
import { MemoryFileLayer } from './memory-file-layer.ts';

type Inode = NonNullable<ReturnType<MemoryFileLayer['files']['get']>>;

/** A change of a file's content that was not flushed yet. */
type PendingWrite =
  | { readonly kind: 'write'; readonly position: number; readonly bytes: Uint8Array }
  | { readonly kind: 'truncate'; readonly length: number };

/** A change of names that was not flushed yet. */
interface PendingName {
  readonly folders: readonly string[];
  readonly make: (names: Map<string, Inode>) => void;
}

interface Content {
  durable: Uint8Array;
  pending: PendingWrite[];
}

/**
 * A disk that forgets at a power loss what was not flushed: each write of its own is kept, dropped, cut short or filled with zeros, whatever came after it;
 * names come and go in their order, as in a file system with a journal, and the last of them may be missing.
 */
export class PowerLossDisk {
  readonly #disk: MemoryFileLayer;
  readonly #contents = new Map<Inode, Content>();
  readonly #names: Map<string, Inode>;
  #pending: PendingName[] = [];
  /** The disk as a process sees it until the power fails. */
  readonly layer: FileLayer;
  /** True once it has. */
  failed = false;

  /** @param failsAt the power fails after so many calls */
  constructor(disk: MemoryFileLayer, failsAt: number) {
    this.#disk = disk;
    this.#names = new Map(disk.files);
    for (const inode of disk.files.values()) this.#contentOf(inode, inode.data.slice());
    let calls = 0;
    this.layer = faultyFileLayer(this.#tracked(), () => {
      calls += 1;
      if (calls < failsAt) return undefined;
      this.failed = true;
      return { kind: failsAt % 2 === 0 ? 'crash-before' : 'crash-after' };
    });
  }

  /** What is there when the power is back. */
  afterPowerLoss(random: () => number): MemoryFileLayer {
    const kept = this.#pending.slice(0, Math.floor(random() * (this.#pending.length + 1)));
    for (const { make } of kept) make(this.#names);
    const after = new MemoryFileLayer();
    after.free = this.#disk.free;
    for (const folder of this.#disk.folders) after.folders.add(folder);
    const settled = new Map<Inode, Uint8Array>();
    for (const [path, inode] of this.#names) {
      const data = settled.get(inode) ?? settle(this.#contentOf(inode), random);
      settled.set(inode, data);
      after.put(path, data);
    }
    return after;
  }

  #contentOf(inode: Inode, durable = new Uint8Array()): Content {
    const known = this.#contents.get(inode) ?? { durable, pending: [] };
    this.#contents.set(inode, known);
    return known;
  }

  #named(path: string): Inode {
    const inode = this.#disk.files.get(path);
    if (inode === undefined) throw Object.assign(new Error(path), { code: 'ENOENT' });
    return inode;
  }

  #tracked(): FileLayer {
    const disk = this.#disk;
    return {
      open: async (path, purpose, mode) => {
        const file = await disk.open(path, purpose, mode);
        const inode = this.#named(path);
        if (purpose === 'create') this.#renamed([dirname(path)], (names) => names.set(path, inode));
        return this.#trackedFile(file, inode);
      },
      rename: async (from, to) => {
        await disk.rename(from, to);
        this.#renamed([dirname(from), dirname(to)], (names) => {
          for (const [path, inode] of [...names]) {
            if (path !== from && !path.startsWith(`${from}/`)) continue;
            names.delete(path);
            names.set(to + path.slice(from.length), inode);
          }
        });
      },
      remove: async (path) => {
        await disk.remove(path);
        this.#renamed([dirname(path)], (names) => names.delete(path));
      },
      copy: async (from, to) => {
        await disk.copy(from, to);
        const inode = this.#named(to);
        this.#contentOf(inode).pending.push({ kind: 'write', position: 0, bytes: inode.data.slice() });
        this.#renamed([dirname(to)], (names) => names.set(to, inode));
      },
      link: async (from, to) => {
        await disk.link(from, to);
        const inode = this.#named(to);
        this.#renamed([dirname(to)], (names) => names.set(to, inode));
      },
      removeFolder: async (path) => {
        await disk.removeFolder(path);
        this.#renamed([dirname(path)], (names) => {
          for (const each of [...names.keys()]) if (each.startsWith(`${path}/`)) names.delete(each);
        });
      },
      syncFolder: async (folder) => {
        await disk.syncFolder(folder);
        const isMeant = ({ folders }: PendingName) => folders.includes(folder);
        for (const { make } of this.#pending.filter(isMeant)) make(this.#names);
        this.#pending = this.#pending.filter((each) => !isMeant(each));
      },
      // Durable by the contract of the layer.
      makeFolder: (path) => disk.makeFolder(path),
      facts: (path) => disk.facts(path),
      list: (folder) => disk.list(folder),
      realPath: (path) => disk.realPath(path),
      linkTarget: (path) => disk.linkTarget(path),
      freeBytes: () => disk.freeBytes(),
    };
  }

  #renamed(folders: readonly string[], make: (names: Map<string, Inode>) => unknown): void {
    this.#pending.push({ folders, make: (names) => void make(names) });
  }

  #trackedFile(file: OpenedFile, inode: Inode): OpenedFile {
    const content = this.#contentOf(inode);
    const flush = () => {
      content.durable = inode.data.slice();
      content.pending = [];
    };
    return {
      ...file,
      write: async (bytes, position) => {
        const taken = await file.write(bytes, position);
        content.pending.push({ kind: 'write', position, bytes: bytes.slice() });
        return taken;
      },
      truncate: async (length) => {
        await file.truncate(length);
        content.pending.push({ kind: 'truncate', length });
      },
      sync: async () => flush(),
      syncData: async () => flush(),
    };
  }
}

/** Is the error that of the power failing? Anything else is a fault of what is tested. */
export function isPowerLoss(error: unknown): boolean {
  return error instanceof SimulatedCrash;
}

function settle({ durable, pending }: Content, random: () => number): Uint8Array {
  let data = durable;
  for (const write of pending) {
    const fate = random();
    if (fate < 0.3) continue;
    if (write.kind === 'truncate') data = data.slice(0, write.length);
    else if (fate < 0.6) data = put(data, write.position, write.bytes);
    else if (fate < 0.8) {
      data = put(data, write.position, write.bytes.subarray(0, Math.floor(random() * write.bytes.length)));
    } else data = put(data, write.position, new Uint8Array(write.bytes.length));
  }
  return data;
}

function put(data: Uint8Array, position: number, bytes: Uint8Array): Uint8Array {
  const next = new Uint8Array(Math.max(data.length, position + bytes.length));
  next.set(data);
  next.set(bytes, position);
  return next;
}
