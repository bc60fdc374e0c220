import type { DatasetHead } from './dataset-schema.ts';
import type { Articles, Format, SourceFile } from './format.ts';
import { spansAlone } from './holdings.ts';

/** How far into a file its format is looked for, in bytes. */
const searched = 64 * 1024;
const tag = /^(?:O|[BIESLU]-\S+)$/;

/**
 * Tokens with a column of BIO tags, as the shared tasks of CoNLL and others have them; several columns where spans overlap. The text is told by the comments
 * of CoNLL-U (https://universaldependencies.org/format.html): a document begins with `# newdoc id = a`, a sentence with `# text = …`.
 */
export const format: Format = {
  id: 'conll',
  name: 'CoNLL columns (BIO)',
  endings: ['.conll', '.bio', '.iob'],
  mediaTypes: ['text/plain'],
  rank: 21,
  recognise,
  datasets: {
    async read(file) {
      const { readConll } = await import('./conll/read-conll.ts');
      return readConll(file);
    },
  },
  writer: {
    holds: { ...spansAlone, outerSpace: false, titles: true, metadata: true },
    write,
  },
};

async function* write(_head: DatasetHead, articles: Articles): AsyncGenerator<Uint8Array> {
  const { conllLines } = await import('./conll/write-conll.ts');
  const { utf8Pieces } = await import('./utf8-pieces.ts');
  yield* utf8Pieces(conllLines(articles));
}

/** By its content where the lines that can be seen all end with a tag, whatever the file is called. WebAnno’s files begin with a line of their own. */
function recognise({ name, bytes }: SourceFile) {
  const head = new TextDecoder().decode(bytes.subarray(0, searched));
  if (head.startsWith('#FORMAT=')) return 'no';
  const lines = head.split('\n').slice(0, bytes.length > searched ? -1 : undefined);
  const rows = lines.filter((line) => line.trim() !== '' && !/^(#[^\t]*$|-DOCSTART-)/.test(line));
  const tags = rows.map((row) => row.trim().split(/[\t ]+/));
  const isTagged = tags.length > 0 && tags.every((row) => row.length > 1 && tag.test(row.at(-1) ?? ''));
  if (isTagged && tags.some((row) => row.at(-1) !== 'O')) return 'content';
  const ends = format.endings.some((ending) => name.toLowerCase().endsWith(ending));
  return ends ? 'ending' : 'no';
}
