import { join } from 'node:path';
import { snapshotName, snapshotNames } from '../../core/journal/file-names.ts';
import { digestOfFile } from '../disk/file-digest.ts';
import type { FileLayer } from '../disk/file-layer.ts';

/** The whole project as it stood after an entry, in a file whose name holds its own checksum. */
export interface Snapshot {
  readonly seq: number;
  readonly sha256: string;
  readonly path: string;
}

/** So many are kept; the journal reaches back to the oldest of them. */
export const snapshotsKept = 3;

export function snapshotPath(folder: string, seq: number, sha256: string): string {
  return join(folder, snapshotName(seq, sha256));
}

/** The snapshots among some names, newest first. */
export function listSnapshots(folder: string, names: readonly string[]): Snapshot[] {
  return snapshotNames(names).map(({ name, seq, sha256 }) => ({ seq, sha256, path: join(folder, name) }));
}

/**
 * True when the file holds what its name says.
 * @throws a Node file-system error when that cannot be told
 */
export async function snapshotIsWhole(layer: FileLayer, snapshot: Snapshot): Promise<boolean> {
  return (await digestOfFile(layer, snapshot.path)).sha256 === snapshot.sha256;
}
