import type { Format, SourceFile } from './format.ts';

/** Documents in the Rich Text Format, without what is embedded in them. */
export const format: Format = {
  id: 'rtf',
  name: 'Rich Text document',
  endings: ['.rtf'],
  mediaTypes: ['application/rtf', 'text/rtf'],
  rank: 18,
  recognise,
  articles: {
    async read(file) {
      const { readRtf } = await import('./rtf/read-rtf.ts');
      return readRtf(file);
    },
  },
};

function recognise({ name, bytes }: SourceFile) {
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '{\\rtf') return 'content';
  return name.toLowerCase().endsWith('.rtf') ? 'ending' : 'no';
}
