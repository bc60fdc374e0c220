import { stat } from 'node:fs/promises';
import { basename, dirname, extname, resolve } from 'node:path';
import type { Dataset } from '../../core/formats/dataset-schema.ts';
import { datasetArticleSchema } from '../../core/formats/dataset-schema.ts';
import type { Loss } from '../../core/formats/format.ts';
import { parseItem } from '../../core/formats/json-item.ts';
import { LossCount } from '../../core/formats/loss-count.ts';
import { isPacked } from '../../core/formats/packing.ts';
import { formatById, writerFor } from '../../core/formats/registry.ts';
import { exportDataset } from '../../core/formats/to-dataset.ts';
import type { ProjectState } from '../../core/operations/project-state.ts';
import { parseArguments } from '../arguments.ts';
import { combine } from '../combine.ts';
import { type Command, UsageError } from '../command.ts';
import { reportFaults } from '../fault.ts';
import { inputFiles } from '../input-files.ts';
import { type Input, readInput, readingFormat } from '../read-input.ts';
import { systemReason } from '../system-reason.ts';
import { type WritingFormat, writeDataset } from '../write-dataset.ts';

export const command: Command = {
  name: 'convert',
  operands: 'INPUT… --out OUTPUT [--from ID] [--to ID]',
  summary: 'Make one dataset of article files, folders and datasets.',
  help: [
    '',
    'Folders are searched, their files sorted. Articles of the same text become one. If any input is at fault nothing is written.',
    'What the target cannot hold is said on standard error, as “lost: 3 notes”.',
    'Exit code 0: written. 1: an input is at fault, or the output cannot be written. 2: wrong usage.',
    '',
    '  --out OUTPUT   the file to write, or the folder where the format comes in several; older files are replaced once the new ones are whole',
    '  --from ID      read every input in this format instead of the one that its content or ending tells',
    '  --to ID        write this format instead of the one that the ending of OUTPUT tells',
    '',
    'Rare characters of Shift_JIS and EUC-KR files can come out other than in the app: Node decodes some of their codes otherwise.',
  ],
  async run(args, surroundings) {
    const { operands, options } = parseArguments(args, ['out', 'from', 'to']);
    if (operands.length === 0) throw new UsageError('no input is named');
    if (options.out === undefined) throw new UsageError('--out is missing');
    const from = readingFormat(options.from);
    const format = writingFormat(options.to, options.out);
    const output = resolve(surroundings.folder, options.out);
    const isFolder = await placeIsFolder(format, output, options.out);

    const { files, faults } = await inputFiles(operands, surroundings.folder);
    reportFaults(faults, surroundings);
    const inputs: Input[] = [];
    for (const file of files) inputs.push(await readInput(file, surroundings.folder, from));
    for (const input of inputs) reportFaults(input.faults, surroundings);
    if (faults.length > 0 || inputs.some((input) => input.faults.length > 0)) return 1;

    const state = await combine(inputs, basename(output, extname(output)), new Date().toISOString());
    const dataset = exportDataset(state, { kind: 'handOver' });
    requireSound(dataset);
    if (!isFolder && isPacked(format.writer, dataset.articles.length) && !output.endsWith('.zip')) {
      throw new UsageError(
        `${format.name} is several files here: name a folder with --out, or a file that ends in .zip`,
      );
    }
    const lost = new LossCount();
    try {
      await writeDataset(format, dataset, output, isFolder, lost);
    } catch (error) {
      reportFaults(
        [{ file: options.out, reason: `it was not written: ${systemReason(error)}` }],
        surroundings,
      );
      return 1;
    }
    for (const { count, kind } of lossesOf(inputs, state, dataset, lost)) {
      surroundings.err(`lost: ${count} ${kind}`);
    }
    return 0;
  },
};

function writingFormat(id: string | undefined, output: string): WritingFormat {
  const format = id === undefined ? writerFor(output) : formatById(id);
  if (format === undefined) {
    const reason =
      id === undefined ? `no format writes “${extname(output)}” files` : `there is no format “${id}”`;
    throw new UsageError(`${reason}; “ascribe formats” lists them`);
  }
  const { writer } = format;
  if (writer === undefined) throw new UsageError(`“${format.id}” is a format that is not written`);
  return { ...format, writer };
}

/** True when the output is to be a folder: an existing one, or a new one for a format that comes in several files. */
async function placeIsFolder({ writer, name, endings }: WritingFormat, output: string, named: string) {
  const parent = await stat(dirname(output)).catch(() => undefined);
  if (parent?.isDirectory() !== true) throw new UsageError(`the folder of ${named} does not exist`);
  const existing = await stat(output).catch(() => undefined);
  if ('write' in writer) {
    if (existing?.isDirectory() === true) throw new UsageError(`${named} is a folder; ${name} is one file`);
    return false;
  }
  if (existing !== undefined) return existing.isDirectory();
  const lower = output.toLowerCase();
  return ![...endings, '.zip'].some((ending) => lower.endsWith(ending));
}

/** What is written satisfies the schema that others will check it with. */
function requireSound(dataset: Dataset): void {
  for (const article of dataset.articles) {
    const checked = parseItem(datasetArticleSchema, article);
    if (!checked.ok) throw new Error(`article “${article.id}” cannot be written: ${checked.reason}`);
  }
}

function lossesOf(inputs: readonly Input[], state: ProjectState, dataset: Dataset, lost: LossCount): Loss[] {
  const unknown = inputs.flatMap((input) => input.dataset?.unknownKeys ?? []);
  return [
    { kind: 'articles in the trash', count: state.articles.size - dataset.articles.length },
    ...unknown.map(({ path, count }) => ({ kind: `unknown keys ${path}`, count })),
    ...lost.losses(),
  ].filter(({ count }) => count > 0);
}
