import { zipNames } from './extraction/zip-parts.ts';
import type { Format, SourceFile } from './format.ts';

/** What stands in the first entry, which is stored as it is (ODF 1.3, part 2, section 3.3); and the same in a single XML file. */
const textType = /application\/vnd\.oasis\.opendocument\.text/;
const searched = 1024;

/** Text documents in the Open Document Format: of OpenOffice, LibreOffice and others. */
export const format: Format = {
  id: 'odt',
  name: 'OpenDocument text',
  endings: ['.odt', '.ott', '.fodt'],
  mediaTypes: ['application/vnd.oasis.opendocument.text'],
  rank: 17,
  recognise,
  articles: {
    async read(file) {
      const { readOdt } = await import('./odt/read-odt.ts');
      return readOdt(file);
    },
  },
};

function recognise({ name, bytes }: SourceFile) {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, searched * 4));
  const isText = textType.test(head);
  if (isText && /^\s*<\?xml[^>]*>\s*<office:document\s/.test(head)) return 'content';
  if (isText && zipNames(bytes).has('content.xml')) return 'content';
  return format.endings.some((ending) => name.toLowerCase().endsWith(ending)) ? 'ending' : 'no';
}
