import { isSavedPage, messageHead } from './extraction/mime-head.ts';
import type { Format, SourceFile } from './format.ts';

/** E-mail messages (RFC 5322) as mail programs save them. */
export const format: Format = {
  id: 'eml',
  name: 'E-mail message',
  endings: ['.eml'],
  mediaTypes: ['message/rfc822'],
  rank: 13,
  recognise,
  articles: {
    async read(file) {
      const { readEml } = await import('./eml/read-eml.ts');
      return readEml(file);
    },
  },
};

function recognise({ name, bytes }: SourceFile) {
  const head = messageHead(bytes);
  const isMessage =
    head.has('from') && (head.has('message-id') || head.has('received') || head.has('mime-version'));
  if (isMessage && !isSavedPage(head)) return 'content';
  return name.toLowerCase().endsWith('.eml') ? 'ending' : 'no';
}
