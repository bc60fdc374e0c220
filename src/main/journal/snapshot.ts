import { join } from 'node:path';
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

const namePattern = /^(\d{16})\.([0-9a-f]{64})\.snapshot\.json$/;

/** One name holds number and checksum, so that one rename puts both in place. */
export function snapshotPath(folder: string, seq: number, sha256: string): string {
  return join(folder, `${String(seq).padStart(16, '0')}.${sha256}.snapshot.json`);
}

/** The snapshots among some names, newest first. */
export function listSnapshots(folder: string, names: readonly string[]): Snapshot[] {
  return names
    .flatMap((name) => {
      const match = namePattern.exec(name);
      const seq = Number(match?.[1]);
      return match?.[2] && seq > 0 ? [{ seq, sha256: match[2], path: join(folder, name) }] : [];
    })
    .sort((one, other) => other.seq - one.seq);
}

/**
 * True when the file holds what its name says.
 * @throws a Node file-system error when that cannot be told
 */
export async function snapshotIsWhole(layer: FileLayer, snapshot: Snapshot): Promise<boolean> {
  return (await digestOfFile(layer, snapshot.path)).sha256 === snapshot.sha256;
}
