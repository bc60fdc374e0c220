import { Sha256 } from '../../../core/formats/sha256.ts';
import type { DatasetPiece } from '../../workers/dataset-client.ts';
import type { Application } from '../application.ts';
import { byteWords } from '../byte-words.ts';
import { writeExport } from './write-export.ts';

export interface SavedFile {
  /** Title of the dialog; “Export dataset” when left out. */
  readonly title?: string;
  /** With its ending. */
  readonly suggestedName: string;
  /** What the kind of file is called, and its endings without the dot. */
  readonly filter: { readonly name: string; readonly extensions: readonly string[] };
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Asks where to, writes a file of a few megabytes there, read back and compared, and says what came of it. Nothing happens when the dialog is cancelled. */
export async function saveFile(
  app: Application,
  { title, suggestedName, filter, bytes }: SavedFile,
): Promise<void> {
  const chosen = await app.bridge.request('exports.choose', {
    ...(title === undefined ? {} : { title }),
    suggestedName,
    filters: [{ name: filter.name, extensions: [...filter.extensions] }],
  });
  if (chosen === null) return;
  try {
    await writeExport(app, chosen.token, pieces(bytes), {
      isCancelled: () => false,
      report: () => undefined,
    });
    app.notices.inform(`“${chosen.fileName}” written: ${byteWords(bytes.length)}.`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    app.notices.warn(
      `“${chosen.fileName}” was not written; an older file of that name is as it was. ${reason}`,
    );
  }
}

async function* pieces(bytes: Uint8Array<ArrayBuffer>): AsyncGenerator<DatasetPiece> {
  yield { kind: 'bytes', bytes, articlesDone: 0 };
  yield { kind: 'end', sha256: Sha256.of(bytes), byteLength: bytes.length };
}
