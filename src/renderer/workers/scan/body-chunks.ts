import type { ProjectDatabase } from '../../db/database.ts';
import type { ScannedArticle } from './concordance-rows.ts';

/** How much text is read at a time, UTF-16 units, and of how many articles; the first read is small, so that something is soon found. */
const chunkLength = 1_000_000;
const firstChunkLength = 100_000;
const chunkArticles = 100;

/** The texts of these articles in turn; while some are worked on the next are being read. Articles that have no text are passed over. */
export async function* bodyChunks(
  database: ProjectDatabase,
  articles: readonly ScannedArticle[],
): AsyncGenerator<{ readonly article: ScannedArticle; readonly text: string }> {
  const chunks = chunksOf(articles);
  const read = (chunk: readonly ScannedArticle[] | undefined) =>
    chunk === undefined ? undefined : database.bodies.bulkGet(chunk.map(({ id }) => id));
  let next = read(chunks[0]);
  for (const [i, chunk] of chunks.entries()) {
    const bodies = await next;
    next = read(chunks[i + 1]);
    for (const [j, article] of chunk.entries()) {
      const body = bodies?.[j];
      if (body !== undefined) yield { article, text: body.text };
    }
  }
}

function chunksOf(articles: readonly ScannedArticle[]): ScannedArticle[][] {
  const chunks: ScannedArticle[][] = [];
  let chunk: ScannedArticle[] = [];
  let length = 0;
  for (const article of articles) {
    chunk.push(article);
    length += article.length;
    const most = chunks.length === 0 ? firstChunkLength : chunkLength;
    if (length >= most || chunk.length >= chunkArticles) {
      chunks.push(chunk);
      chunk = [];
      length = 0;
    }
  }
  if (chunk.length > 0) chunks.push(chunk);
  return chunks;
}
