import type { Format, SourceFile } from './format.ts';

/** How far into a file its kind is looked for, in bytes. */
const searched = 1024;

/** Texts in XML: TEI without annotations, NITF, JATS, and of any other the text in its elements. */
export const format: Format = {
  id: 'xml',
  name: 'XML document',
  endings: ['.xml', '.tei', '.nitf', '.nxml'],
  mediaTypes: ['application/xml', 'text/xml'],
  rank: 21,
  recognise,
  articles: {
    async read(file) {
      const { readXmlArticle } = await import('./xml/read-xml-article.ts');
      return readXmlArticle(file);
    },
  },
};

/** By the ending alone unless it says that it is XML: what web pages look like is theirs. */
function recognise({ name, bytes }: SourceFile) {
  const lower = name.toLowerCase();
  if (format.endings.some((ending) => lower.endsWith(ending))) return 'ending';
  const head = new TextDecoder().decode(bytes.subarray(0, searched)).replaceAll('\0', '').trimStart();
  return head.startsWith('<?xml') ? 'ending' : 'no';
}
