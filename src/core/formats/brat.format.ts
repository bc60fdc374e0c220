import type { Format, SourceFile } from './format.ts';
import { spansAlone } from './holdings.ts';

/** How far into a file its format is looked for, in bytes. */
const searched = 64 * 1024;
const line = /^(?:[TREAMN]\d+|#\d+|\*)\t\S/m;

/**
 * The standoff format of the brat annotation tool (https://brat.nlplab.org/standoff.html): `x.ann` beside the text `x.txt`, and `annotation.conf` for the
 * types of the folder or the one above. Offsets are code points.
 */
export const format: Format = {
  id: 'brat',
  name: 'brat standoff',
  endings: ['.ann'],
  mediaTypes: ['text/plain'],
  rank: 20,
  recognise,
  datasets: {
    companions: (name) => [`${name.replace(/\.ann$/i, '')}.txt`, 'annotation.conf', '../annotation.conf'],
    read: async (file, options) => {
      const { readBrat } = await import('./brat/read-brat.ts');
      return readBrat(file, options?.companions ?? []);
    },
  },
  writer: {
    holds: {
      ...spansAlone,
      fragments: true,
      relations: true,
      attributes: true,
      relationAttributes: true,
      notes: true,
      flags: true,
      inventory: true,
    },
    each: 'dataset',
    files: async function* (head, articles) {
      const { bratFiles } = await import('./brat/write-brat.ts');
      yield* bratFiles(head, articles);
    },
  },
};

function recognise({ name, bytes }: SourceFile) {
  if (!name.toLowerCase().endsWith('.ann')) return 'no';
  const head = new TextDecoder().decode(bytes.subarray(0, searched));
  if (line.test(head)) return 'content';
  return head.trim() === '' ? 'ending' : 'no';
}
