import { datasetScores, type Score } from '../../core/suggest/dataset-agreement.ts';
import { parseArguments } from '../arguments.ts';
import { type Command, UsageError } from '../command.ts';
import { readAsDataset } from '../read-dataset.ts';
import { inputOptionHelp, inputOptionNames, inputOptions } from '../read-input.ts';

export const command: Command = {
  name: 'evaluate',
  operands: 'PREDICTED GOLD [--from ID] [--json]',
  summary: 'Compare what was proposed with what was annotated: precision, recall and F1 by tag and by link.',
  help: [
    '',
    'Articles are the same by their text. “exact”: the same characters; “overlap”: some of them. A link is right when both of its ends are.',
    '',
    ...inputOptionHelp,
    '  --json         print one JSON object',
  ],
  async run(args, surroundings) {
    const { operands, options, flags } = parseArguments(args, inputOptionNames, ['json']);
    const [a, b, ...more] = operands;
    if (a === undefined || b === undefined || more.length > 0) throw new UsageError('it takes two datasets');
    const reading = inputOptions(options);
    const predicted = await readAsDataset([a], reading, surroundings);
    const gold = await readAsDataset([b], reading, surroundings);
    if (predicted === undefined || gold === undefined) return 1;
    const scores = datasetScores(predicted, gold);
    if (flags.has('json')) {
      surroundings.out(JSON.stringify(scores, null, 2));
      return 0;
    }
    surroundings.out(`articles\t${scores.articles}`);
    surroundings.out('what\tproposed\tgold\texact P\tR\tF1\toverlap P\tR\tF1');
    for (const score of scores.tags) surroundings.out(`tag ${lineOf(score)}`);
    for (const score of scores.relations) surroundings.out(`link ${lineOf(score)}`);
    return 0;
  },
};

function lineOf({ name, proposed, gold, exact, overlap }: Score): string {
  const percent = ({ precision, recall, f1 }: Score['exact']) =>
    [precision, recall, f1].map((value) => (value * 100).toFixed(1));
  return [name, proposed, gold, ...percent(exact), ...percent(overlap)].join('\t');
}
