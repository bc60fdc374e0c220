import { zipNames } from './extraction/zip-parts.ts';
import type { Format, SourceFile } from './format.ts';

/** Word documents (Office Open XML), without running anything in them. */
export const format: Format = {
  id: 'docx',
  name: 'Word document',
  endings: ['.docx', '.docm', '.dotx'],
  mediaTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  rank: 16,
  recognise,
  articles: {
    async read(file) {
      const { readDocx } = await import('./docx/read-docx.ts');
      return readDocx(file);
    },
  },
};

function recognise({ name, bytes }: SourceFile) {
  const names = zipNames(bytes);
  if (names.has('[Content_Types].xml') && [...names].some((part) => /^word\/document\d*\.xml$/.test(part)))
    return 'content';
  return format.endings.some((ending) => name.toLowerCase().endsWith(ending)) ? 'ending' : 'no';
}
