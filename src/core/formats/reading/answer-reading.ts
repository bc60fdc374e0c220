import { readArticles } from '../open-articles.ts';
import type { ReadingReply, ReadingRequest } from './reading-messages.ts';

/** What the reading worker says to a request, part by part. A reader that throws on some file has failed with that file alone. */
export async function* answerReading({
  number,
  file,
  options,
}: ReadingRequest): AsyncGenerator<ReadingReply> {
  const { name } = file;
  try {
    for await (const part of readArticles(file, options)) yield { number, part };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `“${name}” cannot be read: ${reason}`;
    const read = { ok: false, reason: { code: 'cannot-read', message } } as const;
    yield { number, part: { name, done: 0, total: 1, content: { kind: 'article', read } } };
  }
  yield { number, part: null };
}
