import type { Format } from './format.ts';

/** Markdown without its marks; what stands in front of it between `---` lines becomes metadata. */
export const format: Format = {
  id: 'markdown',
  name: 'Markdown',
  endings: ['.md', '.markdown'],
  mediaTypes: ['text/markdown'],
  rank: 14,
  recognise: ({ name }) =>
    format.endings.some((ending) => name.toLowerCase().endsWith(ending)) ? 'ending' : 'no',
  articles: {
    async read(file, options) {
      const { readMarkdown } = await import('./markdown/read-markdown.ts');
      return readMarkdown(file, options);
    },
  },
};
