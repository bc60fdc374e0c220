import { zipEntries } from '../zip/zip-entries.ts';
import type { DatasetHead } from './dataset-schema.ts';
import type { Articles, Format, SourceFile } from './format.ts';
import { allButRefusals } from './holdings.ts';
import { isZip } from './unzip-files.ts';

/** How far into a document it is looked at, in bytes. */
const searched = 64 * 1024;

/**
 * REFI-QDA projects (Project Exchange 1.0, 2019), as ATLAS.ti, MAXQDA, NVivo, QualCoder and others exchange them; code books (`.qdc`) are read as tag sets. Offsets in
 * the files count characters, which are code points here.
 */
export const format: Format = {
  id: 'refi-qda',
  name: 'REFI-QDA project',
  endings: ['.qdpx', '.qde', '.qdc'],
  mediaTypes: ['application/zip'],
  rank: 31,
  recognise,
  datasets: {
    async read(file) {
      const { readRefiQda } = await import('./refi-qda/read-refi-qda.ts');
      return readRefiQda(file);
    },
  },
  writer: { holds: { ...allButRefusals, controls: false }, write },
};

function recognise({ name, bytes }: SourceFile) {
  if (isZip(bytes)) {
    const entries = zipEntries(bytes);
    const isProject = entries.ok && entries.value.some((entry) => /(?:^|\/)project\.qde$/i.test(entry.name));
    return isProject ? 'content' : 'no';
  }
  const head = new TextDecoder().decode(bytes.subarray(0, searched));
  if (/<(?:\w+:)?(?:Project|CodeBook)\s[^>]*urn:QDA-XML:/.test(head)) return 'content';
  return format.endings.some((ending) => name.toLowerCase().endsWith(ending)) ? 'ending' : 'no';
}

async function* write(head: DatasetHead, articles: Articles): AsyncGenerator<Uint8Array> {
  const { qdpxBytes } = await import('./refi-qda/qdpx-bytes.ts');
  yield* qdpxBytes(head, articles);
}
