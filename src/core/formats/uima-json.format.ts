import type { DatasetHead } from './dataset-schema.ts';
import type { Articles, Format, OutgoingFile, SourceFile } from './format.ts';
import { allButRefusals } from './holdings.ts';

/** How far into a file it is looked at, in bytes: what makes it one stands at its beginning. */
const searched = 4096;

/** UIMA CAS in JSON, version 0.4, as INCEpTION and dkpro-cassis write it: a file an article, types included. Offsets in the files are UTF-16 units. */
export const format: Format = {
  id: 'uima-json',
  name: 'UIMA CAS JSON',
  endings: ['.json'],
  mediaTypes: ['application/json'],
  rank: 24,
  recognise,
  datasets: {
    async read(file) {
      const { readCasJsonFile } = await import('./uima/read-cas-json-file.ts');
      return readCasJsonFile(file);
    },
  },
  // A copy: a CAS knows no null, so that what is null and what is not there are the same.
  writer: { holds: { ...allButRefusals }, each: 'article', files },
};

function recognise({ bytes }: SourceFile) {
  const head = new TextDecoder().decode(bytes.subarray(0, searched));
  return /^\s*\{\s*"%(?:HEADER|TYPES|FEATURE_STRUCTURES|VIEWS)"\s*:/.test(head) ? 'content' : 'no';
}

async function* files(head: DatasetHead, articles: Articles): AsyncGenerator<OutgoingFile> {
  const { casJsonFiles } = await import('./uima/cas-json-files.ts');
  yield* casJsonFiles(head, articles);
}
