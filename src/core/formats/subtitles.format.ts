import type { Format, SourceFile } from './format.ts';

/** How far into a file its kind is looked for, in bytes. */
const searched = 1024;

/** Subtitles as SubRip and WebVTT have them: what is heard, with the times of it. */
export const format: Format = {
  id: 'subtitles',
  name: 'Subtitles (SubRip, WebVTT)',
  endings: ['.srt', '.vtt'],
  mediaTypes: ['application/x-subrip', 'text/vtt'],
  rank: 20,
  recognise,
  articles: {
    async read(file, options) {
      const { readSubtitles } = await import('./subtitles/read-subtitles.ts');
      return readSubtitles(file, options);
    },
  },
};

function recognise({ name, bytes }: SourceFile) {
  const head = new TextDecoder().decode(bytes.subarray(0, searched)).replaceAll('\0', '').trimStart();
  if (/^WEBVTT[ \t\r\n]/.test(head) || head === 'WEBVTT') return 'content';
  if (/^\d+[ \t]*\r?\n\d{1,2}:\d\d:\d\d,\d{3} --> /.test(head)) return 'content';
  return format.endings.some((ending) => name.toLowerCase().endsWith(ending)) ? 'ending' : 'no';
}
