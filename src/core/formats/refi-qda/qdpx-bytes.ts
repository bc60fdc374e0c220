import { ZipWriter } from '../../zip/zip-writer.ts';
import type { DatasetArticle, DatasetHead } from '../dataset-schema.ts';
import type { Articles } from '../format.ts';
import { Guids } from './guids.ts';
import { QdeWriter } from './write-qde.ts';

/** A dataset as a REFI-QDA project: a ZIP with the articles’ texts, UTF-8, and the document that tells of all else. */
export async function* qdpxBytes(head: DatasetHead, articles: Articles): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const zip = new ZipWriter();
  const guids = new Guids();
  const sources: DatasetArticle[] = [];
  for await (const { text, ...source } of articles) {
    sources.push({ ...source, text: '' });
    // A leading U+FEFF would be taken for a byte order mark: it gets one before it.
    zip.add(
      `sources/${guids.of('source', source.id)}.txt`,
      encoder.encode(text.startsWith('\ufeff') ? `\ufeff${text}` : text),
    );
    yield* zip.take();
  }
  const document = zip.begin('project.qde');
  for (const piece of new QdeWriter(head, sources, guids).document()) {
    document.push(encoder.encode(piece));
    yield* zip.take();
  }
  document.push(new Uint8Array(), true);
  zip.end();
  yield* zip.take();
}
