import { contentDifference } from '../../src/core/formats/dataset-content.ts';
import type { Dataset } from '../../src/core/formats/dataset-schema.ts';
import type { SourceFile } from '../../src/core/formats/format.ts';
import { companionsOf, pathBeside } from '../../src/core/formats/gather-files.ts';
import { readDatasetFiles } from '../../src/core/formats/open-file.ts';
import { datasetFile, endingOf } from '../../src/core/formats/packing.ts';
import { reduceArticle, reduceHead } from '../../src/core/formats/reduce-dataset.ts';
import { bestFormat } from '../../src/core/formats/registry.ts';

/** Of the real files of one folder and format: how many are read, and how many say the same when they are written and read again. */
export interface Tally {
  readonly folder: string;
  readonly format: string;
  readonly files: number;
  read: number;
  /** Of those that are read: where the reader reports something that it left out or mended. */
  faulty: number;
  equal: number;
  /** File → why it is not read, or what differs. */
  readonly reasons: { file: string; reason: string }[];
}

/** Takes each dataset among the files in, out in the same format and in again. */
export async function tallies(files: readonly SourceFile[]): Promise<Tally[]> {
  const byName = new Map(files.map((file) => [file.name, file]));
  const groups = new Map<string, SourceFile[]>();
  for (const file of files) {
    const format = bestFormat(file, ({ datasets }) => datasets !== undefined);
    // What only has the ending counts in the folder of its format.
    const isOwn =
      format !== undefined && (format.recognise(file) === 'content' || file.name.startsWith(`${format.id}/`));
    if (format === undefined || !isOwn) continue;
    const key = `${file.name.slice(0, file.name.indexOf('/'))}\t${format.id}`;
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  const found: Tally[] = [];
  for (const [key, own] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [folder = '', format = ''] = key.split('\t');
    const tally: Tally = { folder, format, files: own.length, read: 0, faulty: 0, equal: 0, reasons: [] };
    for (const file of own) {
      const beside = companionsOf(file.name).flatMap((name) => byName.get(pathBeside(file.name, name)) ?? []);
      const reason = await oneWayAndBack([file, ...beside], tally);
      if (reason !== undefined) tally.reasons.push({ file: file.name, reason });
    }
    found.push(tally);
  }
  return found;
}

async function oneWayAndBack(files: readonly SourceFile[], tally: Tally): Promise<string | undefined> {
  const reading = await readDatasetFiles(files);
  if (!reading.ok) return reading.reason.message;
  tally.read += 1;
  if (reading.value.faults.length > 0) tally.faulty += 1;
  const format = bestFormat(
    files[0] ?? { name: '', bytes: new Uint8Array() },
    ({ datasets }) => datasets !== undefined,
  );
  const writer = format?.writer;
  if (format === undefined || writer === undefined) return 'it is not written';
  const { articles, ...head } = reading.value.dataset;
  if (articles.length === 0) return 'it holds no articles';
  const pieces: Uint8Array[] = [];
  for await (const piece of datasetFile(writer, head, articles, articles.length)) pieces.push(piece);
  const bytes = new Uint8Array(Buffer.concat(pieces));
  const again = await readDatasetFiles([{ name: `again${endingOf(format, articles.length)}`, bytes }]);
  if (!again.ok) return `written, it is refused: ${again.reason.message}`;
  const expected: Dataset = {
    ...reading.value.dataset,
    ...reduceHead(head, writer.holds),
    articles: articles.map((article) => reduceArticle(article, writer.holds)),
  };
  const difference = contentDifference(expected, again.value.dataset, writer.holds);
  if (difference === undefined) tally.equal += 1;
  return difference;
}
