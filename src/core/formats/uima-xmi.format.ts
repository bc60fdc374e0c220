import type { DatasetHead } from './dataset-schema.ts';
import type { Articles, Format, OutgoingFile, SourceFile } from './format.ts';
import { allButRefusals } from './holdings.ts';

/** How far into a file it is looked at, in bytes. */
const searched = 64 * 1024;

/**
 * UIMA CAS in XMI, as INCEpTION, WebAnno, dkpro-cassis and UIMA itself write it: a file an article, and beside them `TypeSystem.xml`, without which UIMA cannot load
 * them. Offsets in the files are UTF-16 units.
 */
export const format: Format = {
  id: 'uima-xmi',
  name: 'UIMA CAS XMI',
  endings: ['.xmi'],
  mediaTypes: ['application/vnd.xmi+xml'],
  rank: 23,
  recognise,
  datasets: {
    companions: (name) => [
      'TypeSystem.xml',
      'typesystem.xml',
      '../TypeSystem.xml',
      `${name.replace(/\.[^.]*$/, '')}-typesystem.xml`,
    ],
    async read(file, options) {
      const { readXmiFile } = await import('./uima/read-xmi-file.ts');
      return readXmiFile(file, options?.companions ?? []);
    },
  },
  writer: { holds: { ...allButRefusals, controls: false }, each: 'dataset', files },
};

function recognise({ name, bytes }: SourceFile) {
  const head = new TextDecoder().decode(bytes.subarray(0, searched));
  if (/<(?:\w+:)?XMI[\s>]/.test(head) && /http:\/\/\/[\w/]+\.ecore/.test(head)) return 'content';
  return name.toLowerCase().endsWith('.xmi') ? 'ending' : 'no';
}

async function* files(head: DatasetHead, articles: Articles): AsyncGenerator<OutgoingFile> {
  const { xmiFiles } = await import('./uima/xmi-files.ts');
  yield* xmiFiles(head, articles);
}
