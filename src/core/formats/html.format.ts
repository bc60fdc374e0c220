import type { Format, SourceFile } from './format.ts';

/** How far into a file its kind is looked for, in bytes. */
const searched = 4 * 1024;
const mostComments = 20;

/** Pages as they were saved. Of what is not the article (navigation, comments) the whole page can be had. */
export const format: Format = {
  id: 'html',
  name: 'Web page',
  endings: ['.html', '.htm', '.xhtml'],
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  rank: 11,
  recognise,
  articles: {
    async read(file, options) {
      const { readHtml } = await import('./html/read-html.ts');
      return readHtml(file, options);
    },
  },
};

function recognise({ name, bytes }: SourceFile) {
  const lower = name.toLowerCase();
  if (/^<(?:!doctype\s+html|html)[\s>]/i.test(startOf(bytes))) return 'content';
  return format.endings.some((ending) => lower.endsWith(ending)) ? 'ending' : 'no';
}

/** The first characters without the mark of an encoding, an XML declaration and comments. */
function startOf(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, searched));
  // NULs are those of UTF-16.
  let rest = head
    .replaceAll('\0', '')
    .replace(/^(?:ÿþ|þÿ|ï»¿)/, '')
    .trimStart();
  for (let passed = 0; passed < mostComments; passed++) {
    const end = rest.startsWith('<!--') ? '-->' : rest.startsWith('<?xml') ? '?>' : undefined;
    const at = end === undefined ? -1 : rest.indexOf(end);
    if (end === undefined || at === -1) break;
    rest = rest.slice(at + end.length).trimStart();
  }
  return rest;
}
