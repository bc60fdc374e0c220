import type { Format, SourceFile } from './format.ts';
import { spansAlone } from './holdings.ts';
import { jsonHead } from './json/json-head.ts';
import { isSpanAttribute } from './spacy/span-keys.ts';

/**
 * spaCy’s JSON (spacy.io/api/doc, `Doc.to_json`; the token-less training pairs of version 2). Offsets are code points. Written as one `to_json` document a line:
 * all spans in the group `sc` of `spans`, those of them that do not overlap, longest first, in `ents` too; tokens cut so that spans fit them, as `Doc.from_json`
 * asks. Attributes and notes are further keys of spans, title and metadata of the document: spaCy’s own custom attributes would have to be declared before
 * `Doc.from_json` reads them.
 */
export const format: Format = {
  id: 'spacy',
  name: 'spaCy JSON',
  endings: ['.jsonl', '.json'],
  mediaTypes: ['application/jsonl'],
  rank: 30,
  recognise,
  datasets: {
    read: async (file, options) => (await import('./spacy/read-spacy.ts')).readSpacy(file, options),
  },
  writer: {
    holds: {
      ...spansAlone,
      attributes: isSpanAttribute,
      notes: true,
      flags: true,
      titles: true,
      metadata: true,
    },
    async *write(_head, articles) {
      const { spacyBytes } = await import('./spacy/write-spacy.ts');
      yield* spacyBytes(articles);
    },
  },
};

function recognise({ bytes }: SourceFile) {
  const head = jsonHead(bytes);
  if (head?.kindAt('') === 'list') {
    const isPair = head.kindAt('[]') === 'text';
    return isPair && ['entities', 'spans', 'cats'].some((key) => head.kindAt(`[].${key}`)) ? 'content' : 'no';
  }
  if (head?.kindAt('') !== 'object') return 'no';
  if (head.kindAt('ents[].start') === 'number') return 'content';
  const isDoc =
    head.kindAt('ents') === 'list' ||
    (head.kindAt('spans') === 'object' && head.kindAt('tokens') === 'list') ||
    (head.kindAt('tokens[].start') === 'number' && head.kindAt('sents') === 'list');
  return isDoc && head.kindAt('text') === 'text' ? 'content' : 'no';
}
