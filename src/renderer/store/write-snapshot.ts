import { failure, type Result, success } from '../../core/model/result.ts';
import { snapshotBytes } from '../../core/snapshot/snapshot-file.ts';
import type { ProjectDatabase } from '../db/database.ts';
import { readContents } from '../db/read-ledger.ts';
import { sendFile } from './send-file.ts';
import { snapshotOf } from './snapshot-source.ts';
import type { StoreEnvironment } from './store-environment.ts';

/**
 * Writes the project as it stands in the store into a snapshot, from which main can cut the journal short.
 * @param pause called between pieces, so that the window can draw.
 * @returns the number of the last entry in it, or why there is none; nothing is left behind then.
 */
export async function writeSnapshot(
  { bridge, projectId }: StoreEnvironment,
  database: ProjectDatabase,
  pause: () => Promise<void>,
): Promise<Result<number, string>> {
  const contents = await readContents(database);
  if ('kind' in contents) return failure(`the store is not whole (${contents.kind})`);
  const snapshot = await snapshotOf(database, contents);
  if (snapshot.seq === 0) return failure('nothing was done yet');
  const begun = await bridge.request('snapshots.begin', { projectId, seq: snapshot.seq });
  if (!begun.ok) return failure(begun.reason.message);
  const sent = await sendFile(bridge, begun.value.handle, snapshotBytes(snapshot), pause);
  return sent.ok ? success(snapshot.seq) : sent;
}
