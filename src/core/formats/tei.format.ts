import type { DatasetHead } from './dataset-schema.ts';
import type { Articles, Format, SourceFile } from './format.ts';
import { allButRefusals } from './holdings.ts';

/** How far into a file it is looked at, in bytes. */
const searched = 64 * 1024;

/**
 * TEI P5: the text in elements, annotations beside it (`standOff`), and names, dates and speech marked in it as well. Of other TEI documents the marks in the text
 * and the annotations beside it are read. Offsets in pointers count characters, which are code points.
 */
export const format: Format = {
  id: 'tei',
  name: 'TEI',
  endings: ['.xml', '.tei'],
  mediaTypes: ['application/tei+xml'],
  rank: 26,
  recognise,
  datasets: {
    async read(file) {
      const { readTei } = await import('./tei/read-tei.ts');
      return readTei(file);
    },
  },
  writer: { holds: { ...allButRefusals, controls: false }, write },
};

/** Sure only of what has annotations beside its text: a document without any may as well be opened as an article. */
function recognise({ name, bytes }: SourceFile) {
  const head = new TextDecoder().decode(bytes.subarray(0, searched));
  const isTei = /<(?:\w+:)?(?:TEI|teiCorpus)\s[^>]*http:\/\/www\.tei-c\.org\/ns\/1\.0/.test(head);
  if (isTei && /<(?:\w+:)?(?:standOff|listAnnotation)[\s>]|<application ident="Ascribe"/.test(head))
    return 'content';
  if (/\.tei$/i.test(name)) return 'ending';
  return isTei || /<(?:TEI\.2|listPerson|listPlace|listOrg)[\s>]/.test(head) ? 'ending' : 'no';
}

async function* write(head: DatasetHead, articles: Articles): AsyncGenerator<Uint8Array> {
  const { teiBytes } = await import('./tei/tei-bytes.ts');
  yield* teiBytes(head, articles);
}
