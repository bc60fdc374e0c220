import { ArticleFileNames } from '../article-file-names.ts';
import type { DatasetHead } from '../dataset-schema.ts';
import type { Articles, OutgoingFile } from '../format.ts';
import { articleCas } from './dataset-to-cas.ts';
import { casJsonDocument } from './write-cas-json.ts';

/** The files of a dataset in CAS JSON, one for each article. */
export async function* casJsonFiles(head: DatasetHead, articles: Articles): AsyncGenerator<OutgoingFile> {
  const encoder = new TextEncoder();
  const names = new ArticleFileNames();
  for await (const article of articles) {
    const bytes = encoder.encode(casJsonDocument(articleCas(head, article)));
    yield { name: `${names.nameOf(article)}.json`, bytes };
  }
}
