import { readArticle } from '../../core/formats/open-file.ts';
import type { ReadingReply, ReadingRequest } from './reading-messages.ts';

/** What the reading worker says to a request. A reader that throws on some file has failed with that file alone. */
export async function answerReading({ number, file, encoding }: ReadingRequest): Promise<ReadingReply> {
  try {
    return { number, result: await readArticle(file, encoding === undefined ? undefined : { encoding }) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `“${file.name}” cannot be read: ${reason}`;
    return { number, result: { ok: false, reason: { code: 'cannot-read', message } } };
  }
}
