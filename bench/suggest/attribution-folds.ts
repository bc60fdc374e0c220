import { AttributionLearner } from '../../src/core/suggest/learning/attribution-learner.ts';
import type { PreparedArticle } from '../../src/core/suggest/learning/prepared-article.ts';
import { seededOrder } from '../../src/core/suggest/learning/seeded-order.ts';
import type { AttributionSuggestion } from '../../src/core/suggest/suggestion.ts';
import { plainAttributions } from './plain-rule.ts';
import { Scores } from './scores.ts';

const folds = 5;
const usualConfidence = 0.6;

/**
 * Rules alone, rules with what was learnt in the other four folds, and the plain rule, each scored on the same fifth of the articles in turn.
 * @returns a row each: what it is, and precision, recall and F1 of claims, speakers and links
 */
export function attributionFolds(
  articles: readonly PreparedArticle[],
  say: (line: string) => void,
): string[][] {
  const [plain, rules, learnt, used] = [new Scores(), new Scores(), new Scores(), new Scores()];
  for (let fold = 0; fold < folds; fold++) {
    const started = performance.now();
    const learner = AttributionLearner.train(articles.filter((_, i) => i % folds !== fold));
    const { rules: before, learnt: after } = learner.heldOut;
    say(
      `fold ${fold + 1}: learnt in ${((performance.now() - started) / 1000).toFixed(1)} s; within the training articles link F1 ${percent(before.f1)} by the rules, ${percent(after.f1)} with what was learnt, from ${learner.least}`,
    );
    for (const article of articles.filter((_, i) => i % folds === fold)) {
      const gold = article.attributions;
      const byRules = surest(article.proposals, usualConfidence);
      const byAll = surest(learner.suggestIn(article), learner.least);
      plain.add(plainAttributions(article.text), gold);
      rules.add(byRules, gold);
      learnt.add(byAll, gold);
      used.add(learner.beatsRules ? byAll : byRules, gold);
    }
  }
  return [
    ['quotation marks and verbs of saying', ...plain.cells()],
    ['rules', ...rules.cells()],
    ['rules and what was learnt', ...learnt.cells()],
    ['the same, where it beats the rules within the training articles', ...used.cells()],
  ];
}

/**
 * What is found in the articles that were not learnt from, after so many articles: the mean over orders of the articles.
 * @returns a row for each number of articles: F1 of claims, speakers and links
 */
export function learningCurve(
  articles: readonly PreparedArticle[],
  sizes: readonly number[],
  orders: number,
  say: (line: string) => void,
): string[][] {
  const most = Math.max(...sizes);
  const sums = sizes.map(() => [0, 0, 0]);
  for (let order = 0; order < orders; order++) {
    const shuffled = seededOrder(articles.length, order + 1).flatMap((at) => articles[at] ?? []);
    const rest = shuffled.slice(most);
    for (const [row, size] of sizes.entries()) {
      const learner = size === 0 ? undefined : AttributionLearner.train(shuffled.slice(0, size));
      const isUsed = learner?.beatsRules === true;
      const scores = new Scores();
      for (const article of rest) {
        scores.add(
          isUsed
            ? surest(learner.suggestIn(article), learner.least)
            : surest(article.proposals, usualConfidence),
          article.attributions,
        );
      }
      const f1 = scores.f1();
      sums[row] = (sums[row] ?? []).map((sum, i) => sum + (f1[i] ?? 0));
      say(
        `order ${order + 1}, ${size} articles: ${f1.map(percent).join(' ')}${size > 0 && !isUsed ? ' (not used)' : ''}`,
      );
    }
  }
  return sizes.map((size, row) => [`${size}`, ...(sums[row] ?? []).map((sum) => percent(sum / orders))]);
}

function surest(all: readonly AttributionSuggestion[], least: number): AttributionSuggestion[] {
  return all.filter(({ confidence }) => confidence >= least);
}

function percent(value: number): string {
  return (value * 100).toFixed(1);
}
