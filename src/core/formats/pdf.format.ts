import type { Format, SourceFile } from './format.ts';

/** The mark stands within so many bytes of the beginning (ISO 32000-1, annex H.3.4). */
const searched = 1024;

/** Documents of pages, as far as they hold text: pictures of pages hold none. */
export const format: Format = {
  id: 'pdf',
  name: 'PDF',
  endings: ['.pdf'],
  mediaTypes: ['application/pdf'],
  rank: 15,
  recognise,
  articles: {
    async read(file) {
      const { readPdf } = await import('./pdf/read-pdf.ts');
      return readPdf(file);
    },
  },
};

function recognise({ name, bytes }: SourceFile) {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, searched));
  if (/(?:^|[\r\n\0 ])%PDF-\d/.test(head)) return 'content';
  return name.toLowerCase().endsWith('.pdf') ? 'ending' : 'no';
}
