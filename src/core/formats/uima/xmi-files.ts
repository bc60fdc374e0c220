import { ArticleFileNames } from '../article-file-names.ts';
import type { DatasetHead } from '../dataset-schema.ts';
import type { Articles, OutgoingFile } from '../format.ts';
import { articleCas } from './dataset-to-cas.ts';
import { typeSystemDocument, xmiDocument } from './write-xmi.ts';

/** The files of a dataset in XMI: its type system, then one for each article. */
export async function* xmiFiles(head: DatasetHead, articles: Articles): AsyncGenerator<OutgoingFile> {
  const encoder = new TextEncoder();
  const names = new ArticleFileNames();
  yield { name: 'TypeSystem.xml', bytes: encoder.encode(typeSystemDocument()) };
  for await (const article of articles) {
    yield {
      name: `${names.nameOf(article)}.xmi`,
      bytes: encoder.encode(xmiDocument(articleCas(head, article))),
    };
  }
}
