/** What is known of a file without opening it. */
export interface FileFacts {
  readonly kind: 'file' | 'folder' | 'other';
  /** Bytes. */
  readonly size: number;
  /** Permission bits only. */
  readonly mode: number;
  /** Milliseconds since the epoch. */
  readonly modified: number;
}

/** A file that is open. Every call may fail with a Node error that has a `code`. */
export interface OpenedFile {
  /** Resolves to the number of bytes that the system took, which may be fewer than were given. */
  write(bytes: Uint8Array, position: number): Promise<number>;
  /** Resolves to the number of bytes read, 0 at the end. */
  read(into: Uint8Array, position: number): Promise<number>;
  truncate(length: number): Promise<void>;
  facts(): Promise<FileFacts>;
  setMode(mode: number): Promise<void>;
  /** Flushes data and metadata to the disk. */
  sync(): Promise<void>;
  /** Flushes the data, and of the metadata what is needed to read it again. */
  syncData(): Promise<void>;
  close(): Promise<void>;
}

/** `read`; `create`: must not exist; `change`: must exist, for reading and writing. */
export type OpenFor = 'read' | 'create' | 'change';

/**
 * The file system as main uses it: every call goes through here, so that a test can make the k-th one fail.
 * Paths are absolute.
 */
export interface FileLayer {
  open(path: string, purpose: OpenFor, mode?: number): Promise<OpenedFile>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  facts(path: string): Promise<FileFacts>;
  /** Names in a folder, in no order. */
  list(folder: string): Promise<string[]>;
  /** Makes the folder and those above it, so that they outlast a power cut where the system can see to that; fine when it is there. */
  makeFolder(path: string): Promise<void>;
  /** The path with every symbolic link followed; fails when the end does not exist. */
  realPath(path: string): Promise<string>;
  /** Where a symbolic link points to, as written in it. */
  linkTarget(path: string): Promise<string>;
  /** Copies to a path that must not exist, sharing blocks where the file system can. */
  copy(from: string, to: string): Promise<void>;
  /** A second name for the same file. */
  link(from: string, to: string): Promise<void>;
  removeFolder(path: string): Promise<void>;
  /** Flushes a folder's list of names. */
  syncFolder(path: string): Promise<void>;
  /** Bytes that this user may still write on the volume of that path. */
  freeBytes(path: string): Promise<number>;
}

/** The `code` of a Node file-system error, or undefined. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** @throws a Node file-system error when it cannot be told */
export async function exists(layer: FileLayer, path: string): Promise<boolean> {
  try {
    await layer.facts(path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}
