import { loadDateReader } from '../../core/dates/load-date-reader.ts';
import { completeArticle } from '../../core/formats/complete-article.ts';
import type { Dataset } from '../../core/formats/dataset-schema.ts';
import { LossCount } from '../../core/formats/loss-count.ts';
import { Gazetteer } from '../../core/places/gazetteer.ts';
import { AttributionLearner } from '../../core/suggest/learning/attribution-learner.ts';
import { prepared } from '../../core/suggest/learning/prepared-article.ts';
import { taughtFromDataset } from '../../core/suggest/learning/taught-from-dataset.ts';
import { usualConfidence } from '../../core/suggest/rule-setting.ts';
import { KnownPhrases } from '../../core/suggest/same-again/known-phrases.ts';
import { taggedInDataset } from '../../core/suggest/same-again/tagged-in-dataset.ts';
import { type AttributionSource, suggestedParts } from '../../core/suggest/suggested-article.ts';
import { count } from '../../core/text/number-words.ts';
import { parseArguments } from '../arguments.ts';
import { type Command, type Surroundings, UsageError } from '../command.ts';
import { destinationOf } from '../destination.ts';
import { readAsDataset } from '../read-dataset.ts';
import { inputOptionHelp, inputOptionNames, inputOptions } from '../read-input.ts';
import { writeDataset } from '../write-dataset.ts';
import { writingFormat } from '../writing-format.ts';

export const command: Command = {
  name: 'suggest',
  operands:
    'INPUT… --out DATASET [--min-confidence N] [--learn-from DATASET] [--to ID] [--from ID] [--columns ROLE=COLUMN,…]',
  summary: 'Propose who said what, where and when, in article files, as a dataset to be looked through.',
  help: [
    '',
    'What is in the inputs already stays out: the dataset holds the proposals alone. The origin of each span names the rule that proposed it, its note says why.',
    'Words for times count from the day that an article has as its date; where it has none they stand without a value.',
    'English is what is measured (docs/suggestions.md); quotations and dates in figures are found in other languages too.',
    '',
    '  --out DATASET         the file to write, or the folder where the format comes in several',
    `  --min-confidence N    leave out what is less sure, from 0 to 1; ${usualConfidence} without it`,
    '  --learn-from DATASET  learn from articles that somebody has gone through: names that were tagged are found again; what else is learnt is used where it',
    '                        beats the rules on those of them that are held out',
    '  --to ID               write this format instead of the one that the ending of DATASET tells',
    ...inputOptionHelp,
  ],
  async run(args, surroundings) {
    const { operands, options } = parseArguments(args, [
      'out',
      'to',
      'min-confidence',
      'learn-from',
      ...inputOptionNames,
    ]);
    if (operands.length === 0) throw new UsageError('no input is named');
    if (options.out === undefined) throw new UsageError('--out is missing');
    const least = confidence(options['min-confidence']);
    const format = writingFormat(options.to, options.out);
    const destination = await destinationOf(options.out, format, surroundings.folder);
    const read = await readAsDataset(operands, inputOptions(options), surroundings);
    if (read === undefined) return 1;
    const taught = options['learn-from'];
    const learnt = taught === undefined ? undefined : await learntFrom(taught, surroundings);
    if (taught !== undefined && learnt === undefined) return 1;
    const learner = learnt?.learner;
    const attributions: AttributionSource | undefined =
      learner?.beatsRules === true
        ? {
            suggest: (text, blocks) => learner.suggest(text, blocks),
            least: options['min-confidence'] === undefined ? learner.least : least,
          }
        : undefined;
    const reader = await loadDateReader(null);
    const places = {
      gazetteer: new Gazetteer(await surroundings.gazetteer()),
      chosen: new Map<string, string>(),
    };
    const now = new Date().toISOString();
    const dataset: Dataset = {
      ...read,
      articles: read.articles.map((article) =>
        completeArticle(
          { ...article, ...suggestedParts(article, least, reader, attributions, learnt?.known, places) },
          now,
        ),
      ),
    };
    const lost = new LossCount();
    await writeDataset(format, dataset, destination, surroundings, lost);
    for (const { count: times, kind } of lost.losses()) surroundings.err(`lost: ${times} ${kind}`);
    const links = dataset.articles.reduce((sum, { relations = [] }) => sum + relations.length, 0);
    const spans = dataset.articles.reduce((sum, article) => sum + (article.spans ?? []).length, 0);
    if (destination.kind !== 'standard output')
      surroundings.out(
        `${count(dataset.articles.length, 'article')}, ${count(spans, 'annotation')} and ${count(links, 'link')} proposed`,
      );
    return 0;
  },
};

interface Learnt {
  readonly learner: AttributionLearner;
  /** What was tagged elsewhere. */
  readonly known: KnownPhrases;
}

/** What the articles of a dataset teach; said on standard error is what it comes to where some are held out. Undefined when the dataset is at fault. */
async function learntFrom(file: string, surroundings: Surroundings): Promise<Learnt | undefined> {
  const read = await readAsDataset([file], { from: undefined, columns: undefined }, surroundings);
  if (read === undefined) return undefined;
  const learner = AttributionLearner.train(
    read.articles.map((article) => prepared(taughtFromDataset(article))),
  );
  const { articles, rules, learnt } = learner.heldOut;
  const percent = (value: number) => (value * 100).toFixed(1);
  const figures = `F1 of attributions on ${count(articles, 'article')} held out: ${percent(rules.f1)} by the rules, ${percent(learnt.f1)} with what was learnt`;
  surroundings.err(`${figures}; ${learner.beatsRules ? 'it is used' : 'it is not used'}`);
  // Claims and words for times are seldom the same twice, and have rules of their own.
  const tags = new Map(
    (read.tagSet?.tags ?? [])
      .filter(({ id }) => id !== 'claim' && id !== 'date')
      .map(({ id, name }) => [id, name]),
  );
  return { learner, known: KnownPhrases.of(read.articles.map(taggedInDataset), tags) };
}

/** @throws UsageError */
function confidence(words: string | undefined): number {
  if (words === undefined) return usualConfidence;
  const value = Number(words);
  if (words.trim() === '' || !(value >= 0 && value <= 1))
    throw new UsageError('--min-confidence takes a number from 0 to 1');
  return value;
}
