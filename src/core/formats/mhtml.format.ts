import { isSavedPage, messageHead } from './extraction/mime-head.ts';
import type { Format, SourceFile } from './format.ts';

/** Web pages that a browser saved in one file with their pictures (RFC 2557). */
export const format: Format = {
  id: 'mhtml',
  name: 'Web page archive (MHTML)',
  endings: ['.mhtml', '.mht'],
  mediaTypes: ['multipart/related', 'application/x-mimearchive'],
  rank: 12,
  recognise,
  articles: {
    async read(file, options) {
      const { readMhtml } = await import('./mhtml/read-mhtml.ts');
      return readMhtml(file, options);
    },
  },
};

function recognise({ name, bytes }: SourceFile) {
  if (isSavedPage(messageHead(bytes))) return 'content';
  return format.endings.some((ending) => name.toLowerCase().endsWith(ending)) ? 'ending' : 'no';
}
