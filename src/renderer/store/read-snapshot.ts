import type { BridgeFailure } from '../../bridge/failure.ts';
import { failure, type Result } from '../../core/model/result.ts';
import { type ReadSnapshot, readSnapshot } from '../../core/snapshot/snapshot-file.ts';
import type { StoreEnvironment } from './store-environment.ts';

/** Main cannot read a file now, which says nothing about what is in it. The message is main's sentence. */
export class UnreadableNow extends Error {
  override readonly name = 'UnreadableNow';
}

/** True when a later attempt may bring what this one did not. */
export function mayPass({ code }: BridgeFailure): boolean {
  return code !== 'damaged' && code !== 'vanished';
}

/**
 * Reads the snapshot after entry `seq` from main; the reason of a failure is for the log.
 * @throws {UnreadableNow}
 */
export async function fetchSnapshot(
  { bridge, projectId }: StoreEnvironment,
  seq: number,
): Promise<Result<ReadSnapshot, string>> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const answer = await bridge.request('snapshots.read', { projectId, seq, offset: length });
    if (!answer.ok && mayPass(answer.reason)) throw new UnreadableNow(answer.reason.message);
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
