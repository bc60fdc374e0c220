import { ArticleFileNames } from '../article-file-names.ts';
import type { DatasetHead } from '../dataset-schema.ts';
import type { Articles, OutgoingFile } from '../format.ts';
import { bratAnnotations } from './brat-annotations.ts';
import { ConfWriter } from './conf-writer.ts';

/** The text and the annotations of each article, and last the configuration by which brat knows them all. */
export async function* bratFiles(head: DatasetHead, articles: Articles): AsyncGenerator<OutgoingFile> {
  const encoder = new TextEncoder();
  const names = new ArticleFileNames();
  const conf = new ConfWriter(head);
  for await (const article of articles) {
    const name = names.nameOf(article);
    yield { name: `${name}.txt`, bytes: encoder.encode(article.text) };
    yield { name: `${name}.ann`, bytes: encoder.encode(bratAnnotations(article, conf)) };
  }
  yield { name: 'annotation.conf', bytes: encoder.encode(conf.conf()) };
}
