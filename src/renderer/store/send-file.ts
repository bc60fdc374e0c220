import type { BridgeApi } from '../../bridge/api.ts';
import { Sha256 } from '../../core/formats/sha256.ts';
import { failure, type Result, success } from '../../core/model/result.ts';

/**
 * Hands the bytes of a file to main, which puts it in its place only when all of it is there and reads back right.
 * @param handle a file that main has begun; it is given up unless all of it is written
 * @param pause called between pieces, so that the window can draw
 * @returns the file's length in bytes, or why it is not there
 */
export async function sendFile(
  bridge: Pick<BridgeApi, 'request'>,
  handle: string,
  pieces: AsyncIterable<Uint8Array<ArrayBuffer>>,
  pause: () => Promise<void>,
): Promise<Result<number, string>> {
  const digest = new Sha256();
  let committed = false;
  try {
    for await (const bytes of pieces) {
      digest.update(bytes);
      const answer = await bridge.request('outgoing.append', { handle, bytes });
      if (!answer.ok) return failure(answer.reason.message);
      await pause();
    }
    const { byteLength } = digest;
    const answer = await bridge.request('outgoing.commit', { handle, sha256: digest.digest(), byteLength });
    committed = answer.ok;
    return answer.ok ? success(byteLength) : failure(answer.reason.message);
  } finally {
    if (!committed) await bridge.request('outgoing.abort', { handle });
  }
}
