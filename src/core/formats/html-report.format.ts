import type { DatasetHead } from './dataset-schema.ts';
import type { Articles, Format } from './format.ts';
import { allButRefusals } from './holdings.ts';

/** A report to read: one HTML file that loads nothing and runs nothing, with the text as it is tagged and an entry for each claim. It is not read back. */
export const format: Format = {
  id: 'html-report',
  name: 'HTML report',
  endings: ['.html'],
  mediaTypes: ['text/html'],
  rank: 41,
  recognise: () => 'no',
  writer: {
    holds: { ...allButRefusals, exactText: false, controls: false, history: false, sources: false },
    write,
  },
};

async function* write(head: DatasetHead, articles: Articles): AsyncGenerator<Uint8Array> {
  const { reportBytes } = await import('./html-report/report-bytes.ts');
  yield* reportBytes(head, articles);
}
