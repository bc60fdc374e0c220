import { zipNames } from './extraction/zip-parts.ts';
import type { Format, SourceFile } from './format.ts';

/** Books in EPUB, versions 2 and 3: all chapters as one article. */
export const format: Format = {
  id: 'epub',
  name: 'EPUB book',
  endings: ['.epub'],
  mediaTypes: ['application/epub+zip'],
  rank: 19,
  recognise,
  articles: {
    async read(file) {
      const { readEpub } = await import('./epub/read-epub.ts');
      return readEpub(file);
    },
  },
};

function recognise({ name, bytes }: SourceFile) {
  if (zipNames(bytes).has('META-INF/container.xml')) return 'content';
  return name.toLowerCase().endsWith('.epub') ? 'ending' : 'no';
}
