import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { prepared } from '../../src/core/suggest/learning/prepared-article.ts';
import { deriveBlocks } from '../../src/core/text/blocks.ts';
import { hasSharedData } from '../../tests/core/arbitraries/shared-data.ts';
import { gumArticles } from '../../tests/core/operations/gestures/gum-attributions.ts';
import { markdownTable } from '../report/table.ts';
import { attributionFolds, learningCurve } from './attribution-folds.ts';
import { novels } from './novels.ts';

/**
 * Measures suggestions beside what others annotated: `folds` on the news of GUM, five-fold; `curve` after 0, 5, 10 and 15 of its articles; `novels` on the quotations of LitBank. All of them without a word.
 * @returns the exit code
 */
export function run(words: string[], say: (line: string) => void): number {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { orders: { type: 'string', default: '10' } },
  });
  if (!hasSharedData) {
    say('There is no ../shared/data: nothing is measured.');
    return 1;
  }
  const wants = (part: string) => positionals.length === 0 || positionals.includes(part);
  say(`load ${loadavg()[0]?.toFixed(1)}`);
  const articles = gumArticles().map(({ text, attributions }) =>
    prepared({
      text,
      blocks: deriveBlocks(text),
      attributions: attributions.map(({ claim, speaker }) => ({ claim: [claim], speaker })),
    }),
  );
  const head = ['claim P R F1', 'speaker P R F1', 'link P R F1'];
  if (wants('folds')) say(markdownTable(['', ...head], attributionFolds(articles, say)));
  if (wants('curve'))
    say(
      markdownTable(
        ['articles', 'claim F1', 'speaker F1', 'link F1'],
        learningCurve(articles, [0, 5, 10, 15], Number(values.orders), say),
      ),
    );
  if (wants('novels')) say(markdownTable(['', 'proposed', 'gold', 'precision', 'recall', 'F1'], novels()));
  return 0;
}
