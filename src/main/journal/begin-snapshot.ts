import type { BridgeFailure } from '../../bridge/failure.ts';
import { failure, type Result, success } from '../../core/model/result.ts';
import { AtomicFile } from '../disk/atomic-file.ts';
import { writeFailure } from '../disk/file-failure.ts';
import type { FileLayer } from '../disk/file-layer.ts';
import { privateMode } from '../disk/write-atomically.ts';
import type { OutgoingFiles } from '../outgoing/outgoing-files.ts';
import type { Journal } from './journal.ts';
import { snapshotPath } from './snapshot.ts';

interface SnapshotPlace {
  readonly layer: FileLayer;
  readonly folder: string;
  readonly journal: Journal;
  readonly outgoing: OutgoingFiles;
}

/** Starts writing a snapshot of the project as it stood after entry `seq`. It counts once it is committed. */
export async function beginSnapshot(
  { layer, folder, journal, outgoing }: SnapshotPlace,
  seq: number,
): Promise<Result<{ handle: string }, BridgeFailure>> {
  const name = `snapshot ${seq}`;
  try {
    const file = await AtomicFile.create(layer, AtomicFile.temporaryPath(folder), privateMode);
    const handle = outgoing.add({
      file,
      name,
      target: ({ sha256 }) => snapshotPath(folder, seq, sha256),
      committed: ({ sha256 }) =>
        journal.adoptSnapshot({ seq, sha256, path: snapshotPath(folder, seq, sha256) }),
    });
    return success({ handle });
  } catch (error) {
    return failure(writeFailure(error, name));
  }
}
