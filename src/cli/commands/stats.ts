import { datasetStatistics } from '../../core/measure/dataset-statistics.ts';
import { parseArguments } from '../arguments.ts';
import { type Command, UsageError } from '../command.ts';
import { readAsDataset } from '../read-dataset.ts';
import { inputOptionHelp, inputOptionNames, inputOptions } from '../read-input.ts';

export const command: Command = {
  name: 'stats',
  operands: 'INPUT… [--from ID] [--columns ROLE=COLUMN,…] [--json]',
  summary:
    'Count what datasets and article files hold: articles, words, annotations by tag, links by type, claims with and without a speaker.',
  help: [
    '',
    'Several inputs are merged first, as in “convert”.',
    '',
    ...inputOptionHelp,
    '  --json         print one JSON object',
  ],
  async run(args, surroundings) {
    const { operands, options, flags } = parseArguments(args, inputOptionNames, ['json']);
    if (operands.length === 0) throw new UsageError('no input is named');
    const dataset = await readAsDataset(operands, inputOptions(options), surroundings);
    if (dataset === undefined) return 1;
    const statistics = datasetStatistics(dataset, new Date().toISOString());
    if (flags.has('json')) {
      surroundings.out(JSON.stringify(statistics, null, 2));
      return 0;
    }
    const { tags, relationTypes, claims, annotators, ...sums } = statistics;
    for (const [name, value] of Object.entries(sums)) surroundings.out(`${name}\t${value}`);
    for (const [tag, count] of Object.entries(tags)) surroundings.out(`tag ${tag}\t${count}`);
    for (const [type, count] of Object.entries(relationTypes)) surroundings.out(`relation ${type}\t${count}`);
    for (const [name, count] of Object.entries(claims)) surroundings.out(`claims ${name}\t${count}`);
    surroundings.out(`annotators\t${annotators.length}`);
    return 0;
  },
};
