import type { Dataset } from '../../core/formats/dataset-schema.ts';
import { datasetArticleSchema } from '../../core/formats/dataset-schema.ts';
import type { Loss } from '../../core/formats/format.ts';
import { parseItem } from '../../core/formats/json-item.ts';
import { LossCount } from '../../core/formats/loss-count.ts';
import { restBytes } from '../../core/formats/pack-with-rest.ts';
import { isPacked } from '../../core/formats/packing.ts';
import { ReadBackError } from '../../core/formats/read-back.ts';
import { restOf } from '../../core/formats/rest-file-names.ts';
import { exportDataset } from '../../core/formats/to-dataset.ts';
import type { ProjectState } from '../../core/operations/project-state.ts';
import { parseArguments } from '../arguments.ts';
import { combine } from '../combine.ts';
import { type Command, UsageError } from '../command.ts';
import { convertStream } from '../convert-stream.ts';
import { destinationOf } from '../destination.ts';
import { reportFaults } from '../fault.ts';
import { inputFiles } from '../input-files.ts';
import { openStream } from '../open-stream.ts';
import { withPredictions } from '../predictions.ts';
import { type Input, inputOptionHelp, inputOptionNames, inputOptions, readInput } from '../read-input.ts';
import { systemReason } from '../system-reason.ts';
import { writeDataset } from '../write-dataset.ts';
import { writeOutput } from '../write-output.ts';
import { writingFormat } from '../writing-format.ts';

export const command: Command = {
  name: 'convert',
  operands: 'INPUT… --out OUTPUT [--to ID] [--from ID] [--columns ROLE=COLUMN,…] [--rest] [--suggestions]',
  summary: 'Make one dataset of article files, folders and datasets.',
  help: [
    '',
    'Folders and ZIPs are searched, their files sorted; rows of tables of articles are articles. Articles of the same text become one. If any input is at fault nothing is written.',
    'What the target cannot hold is said on standard error, as “lost: 3 notes”.',
    'Exit code 0: written. 1: an input is at fault, or the output cannot be written. 2: wrong usage.',
    '',
    'One dataset in lines (ascribe-jsonl) that becomes a format of one file is converted article by article, so that it may be larger than memory;',
    'articles of the same text then stay apart. “-” as the only INPUT is standard input, as OUTPUT standard output; what went there before a fault is found is there.',
    '',
    '  --out OUTPUT   the file to write, or the folder where the format comes in several; older files are replaced once the new ones are whole',
    ...inputOptionHelp,
    '  --rest         put the whole beside OUTPUT, as NAME.rest.json: an input beside which its rest lies is read with it, and is whole again',
    '  --suggestions  put in what the rules propose and nobody has decided about, as predictions apart from the annotations, in formats with a place for them',
    '  --to ID        write this format instead of the one that the ending of OUTPUT tells',
    '',
    'Rare characters of Shift_JIS and EUC-KR files can come out other than in the app: Node decodes some of their codes otherwise.',
  ],
  async run(args, surroundings) {
    const { operands, options, flags } = parseArguments(
      args,
      ['out', 'to', ...inputOptionNames],
      ['rest', 'suggestions'],
    );
    if (operands.length === 0) throw new UsageError('no input is named');
    if (options.out === undefined) throw new UsageError('--out is missing');
    const reading = inputOptions(options);
    const format = writingFormat(options.to, options.out);
    const isPredicting = flags.has('suggestions');
    if (isPredicting && format.writer.predictions !== true)
      throw new UsageError(`${format.name} has no place for suggestions`);
    const destination = await destinationOf(options.out, format, surroundings.folder);

    const { files, faults } = await inputFiles(operands, surroundings.folder);
    reportFaults(faults, surroundings);
    const [only] = files;
    const withRest = flags.has('rest');
    if (withRest && destination.kind !== 'file') throw new UsageError('--rest needs a file as the output');
    if (
      !withRest &&
      !isPredicting &&
      files.length === 1 &&
      only !== undefined &&
      faults.length === 0 &&
      'write' in format.writer
    ) {
      const opened = await openStream(only, reading.from, surroundings);
      if (opened?.ok) return convertStream(only, opened.value, format, destination, surroundings);
      if (opened !== undefined) {
        reportFaults([opened.reason], surroundings);
        return 1;
      }
    }
    const inputs: Input[] = [];
    for (const [done, file] of files.entries()) {
      surroundings.progress?.(`Reading ${done + 1} of ${files.length}: ${file}`);
      inputs.push(await readInput(file, reading, surroundings));
    }
    surroundings.progress?.('');
    for (const input of inputs) reportFaults(input.faults, surroundings);
    if (faults.length > 0 || inputs.some((input) => input.faults.length > 0)) return 1;

    const now = new Date().toISOString();
    const state = await combine(inputs, destination.name, now);
    const dataset = exportDataset(state, { kind: 'handOver' });
    requireSound(dataset);
    const isNamedZip = destination.kind === 'file' && destination.path.endsWith('.zip');
    if (destination.kind === 'file' && isPacked(format.writer, dataset.articles.length) && !isNamedZip) {
      throw new UsageError(
        `${format.name} is several files here: name a folder with --out, or a file that ends in .zip`,
      );
    }
    const lost = new LossCount();
    try {
      const { articles, ...head } = dataset;
      const outgoing = isPredicting ? await withPredictions(articles, state, surroundings, now) : articles;
      await writeDataset(format, { ...head, articles: outgoing }, destination, surroundings, lost);
      if (withRest) await writeOutput(restOf(destination.path), restBytes(head, articles));
    } catch (error) {
      reportFaults([{ file: options.out, reason: `it was not written: ${reasonOf(error)}` }], surroundings);
      return 1;
    }
    for (const { count, kind } of lossesOf(inputs, state, dataset, lost)) {
      surroundings.err(`lost: ${count} ${kind}`);
    }
    return 0;
  },
};

/** @throws what is neither the file system's nor the format's. */
function reasonOf(error: unknown): string {
  return error instanceof ReadBackError
    ? `read back, it says something else than it should (${error.message})`
    : systemReason(error);
}

/** What is written satisfies the schema that others will check it with. */
function requireSound(dataset: Dataset): void {
  for (const article of dataset.articles) {
    const checked = parseItem(datasetArticleSchema, article);
    if (!checked.ok) throw new Error(`article “${article.id}” cannot be written: ${checked.reason}`);
  }
}

function lossesOf(
  inputs: readonly Input[],
  state: ProjectState,
  dataset: Dataset,
  lost: LossCount,
): Loss<string>[] {
  const unknown = inputs.flatMap((input) => input.dataset?.unknownKeys ?? []);
  return [
    { kind: 'articles in the trash', count: state.articles.size - dataset.articles.length },
    {
      kind: 'suggestions that nobody decided about',
      count: inputs.reduce((sum, { dataset: read }) => sum + (read?.predictions ?? 0), 0),
    },
    ...unknown.map(({ path, count }) => ({ kind: `unknown keys ${path}`, count })),
    ...lost.losses(),
  ].filter(({ count }) => count > 0);
}
