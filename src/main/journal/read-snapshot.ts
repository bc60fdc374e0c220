import type { BridgeFailure } from '../../bridge/failure.ts';
import { failure, type Result, success } from '../../core/model/result.ts';
import { readFailure } from '../disk/file-failure.ts';
import type { FileLayer } from '../disk/file-layer.ts';
import { readInto } from '../disk/read-whole.ts';
import { type Snapshot, snapshotIsWhole } from './snapshot.ts';

const batchBytes = 4 * 1024 * 1024;

/** Bytes of a snapshot from an offset on, none at its end. Its checksum is verified when its beginning is read. */
export async function readSnapshot(
  layer: FileLayer,
  snapshot: Snapshot,
  offset: number,
): Promise<Result<{ bytes: Uint8Array<ArrayBuffer> }, BridgeFailure>> {
  const name = `snapshot ${snapshot.seq}`;
  try {
    if (offset === 0 && !(await snapshotIsWhole(layer, snapshot))) {
      return failure({
        code: 'damaged',
        message: `“${name}” is damaged: its content does not match its checksum.`,
      });
    }
    const file = await layer.open(snapshot.path, 'read');
    try {
      const bytes = new Uint8Array(batchBytes);
      return success({ bytes: bytes.slice(0, await readInto(file, bytes, offset)) });
    } finally {
      await file.close();
    }
  } catch (error) {
    return failure(readFailure(error, name));
  }
}
