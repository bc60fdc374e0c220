import { failure, type Result } from '../../core/model/result.ts';
import { type ReadSnapshot, readSnapshot } from './snapshot-file.ts';
import type { StoreEnvironment } from './store-environment.ts';

/** Reads the snapshot after entry `seq` from main; the reason of a failure is for the log. */
export async function fetchSnapshot(
  { bridge, projectId }: StoreEnvironment,
  seq: number,
): Promise<Result<ReadSnapshot, string>> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const answer = await bridge.request('snapshots.read', { projectId, seq, offset: length });
    if (!answer.ok) return failure(answer.reason.message);
    const { bytes } = answer.value;
    if (bytes.length === 0) break;
    pieces.push(bytes);
    length += bytes.length;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return readSnapshot(whole);
}
