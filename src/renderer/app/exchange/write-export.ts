import type { DatasetPiece } from '../../workers/dataset-client.ts';
import type { Application } from '../application.ts';

interface Watching {
  isCancelled(): boolean;
  /** Hears how many articles were written. */
  report(articlesDone: number): void;
}

/**
 * Hands a dataset's pieces to main, which puts the file in its place only when all of it is there and reads back right.
 * @returns null when it was cancelled.
 * @throws with main's or the writer's reason; nothing was written then.
 */
export async function writeExport(
  app: Pick<Application, 'bridge'>,
  token: string,
  pieces: AsyncIterable<DatasetPiece>,
  { isCancelled, report }: Watching,
): Promise<{ fileName: string; byteLength: number; notReadBack: boolean } | null> {
  const { handle } = orThrow(await app.bridge.request('exports.begin', { token }));
  let committed = false;
  try {
    report(0);
    for await (const piece of pieces) {
      if (isCancelled()) return null;
      if (piece.kind === 'end') {
        const { sha256, byteLength, notReadBack = false } = piece;
        const { fileName } = orThrow(
          await app.bridge.request('outgoing.commit', { handle, sha256, byteLength }),
        );
        committed = true;
        return { fileName, byteLength, notReadBack };
      }
      orThrow(await app.bridge.request('outgoing.append', { handle, bytes: piece.bytes }));
      report(piece.articlesDone);
    }
    throw new Error('The dataset came to no end.');
  } finally {
    if (!committed) await app.bridge.request('outgoing.abort', { handle });
  }
}

function orThrow<Value>(
  answer: { ok: true; value: Value } | { ok: false; reason: { message: string } },
): Value {
  if (!answer.ok) throw new Error(answer.reason.message);
  return answer.value;
}
