import type { DatasetHead } from './dataset-schema.ts';
import type { Articles, Format, OutgoingFile, SourceFile } from './format.ts';
import { spansAlone } from './holdings.ts';

/**
 * WebAnno TSV 3, as INCEpTION and WebAnno write it (INCEpTION’s user guide, “WebAnno TSV 3.3 File format”): a file an article, a row a token, a column a
 * feature. Offsets are UTF-16 units. Files begin with a line that says what they are.
 */
export const format: Format = {
  id: 'webanno-tsv',
  name: 'WebAnno TSV',
  endings: ['.tsv'],
  mediaTypes: ['text/tab-separated-values'],
  rank: 22,
  recognise: ({ bytes }: SourceFile) =>
    /^\ufeff?#FORMAT=WebAnno TSV 3(\.\d+)?\s/.test(new TextDecoder().decode(bytes.subarray(0, 64)))
      ? 'content'
      : 'no',
  datasets: {
    async read(file) {
      const { readWebannoTsv } = await import('./webanno-tsv/read-webanno-tsv.ts');
      return readWebannoTsv(file);
    },
  },
  writer: {
    holds: {
      ...spansAlone,
      outerSpace: false,
      relations: true,
      attributes: true,
      relationAttributes: true,
      notes: true,
      flags: true,
    },
    each: 'article',
    files,
  },
};

async function* files(_head: DatasetHead, articles: Articles): AsyncGenerator<OutgoingFile> {
  const { webannoFiles } = await import('./webanno-tsv/write-webanno-tsv.ts');
  yield* webannoFiles(articles);
}
