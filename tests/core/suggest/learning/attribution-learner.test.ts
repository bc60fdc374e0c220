import { expect, test } from 'vitest';
import {
  AttributionLearner,
  attributionLearnerSchema,
} from '../../../../src/core/suggest/learning/attribution-learner.ts';
import { prepared } from '../../../../src/core/suggest/learning/prepared-article.ts';
import type { TaughtAttribution } from '../../../../src/core/suggest/learning/taught-article.ts';
import { deriveBlocks } from '../../../../src/core/text/blocks.ts';

const [towns, people, things] = [
  ['Rome', 'Oslo', 'Bern', 'Cork', 'Turin', 'Ghent'],
  ['Ann Lee', 'Jo Park', 'Lena Ode', 'Max Stone', 'Ida Holm', 'Tom Reed'],
  ['bridge', 'harbour', 'market', 'station', 'theatre', 'school'],
];

/** An article in which somebody says something, and a picture whose credit the person tags as well, which no rule proposes. */
function article(i: number) {
  const [town, one, other, thing] = [towns[i % 6], people[i % 6], people[(i + 1) % 6], things[i % 6]];
  const caption = `The ${thing} of ${town} in the morning.`;
  const text = `News of ${town}\n\n${caption} Image: ${one}.\n\n${other} said that the ${thing} would be mended. It rained all day.\n\nThe ${thing} was shut for a week.\n`;
  const at = (words: string, from = 0) => {
    const start = text.indexOf(words, from);
    return { start, end: start + words.length };
  };
  const attributions: TaughtAttribution[] = [
    { claim: [at(caption)], speaker: at(String(one)) },
    {
      claim: [at(`the ${thing} would be mended`)],
      speaker: at(String(other), text.indexOf(`${other} said`)),
    },
  ];
  return prepared({ text, blocks: deriveBlocks(text), attributions });
}

const taught = [0, 1, 2, 3, 4].map(article);

function shown(learner: AttributionLearner, i: number) {
  const { text, blocks } = article(i);
  return learner
    .suggest(text, blocks)
    .filter(({ confidence }) => confidence >= learner.least)
    .map(({ rule, claim: [claim], speaker }) => [
      rule,
      text.slice(speaker?.start, speaker?.end),
      text.slice(claim?.start, claim?.end),
    ]);
}

test('finds in another article what the person has tagged and no rule proposes, beside what the rules do', () => {
  const learner = AttributionLearner.train(taught);
  expect(shown(learner, 5)).toEqual([
    ['learnt', 'Tom Reed', 'The school of Ghent in the morning.'],
    ['reported-speech', 'Ann Lee', 'the school would be mended'],
  ]);
  const { heldOut } = learner;
  expect(heldOut.articles).toBe(5);
  expect(heldOut.rules.recall).toBe(0.5);
  expect(heldOut.learnt.f1).toBeGreaterThan(heldOut.rules.f1);
  expect(learner.beatsRules).toBe(true);
});

test('what the person refuses becomes less sure, so that it is not proposed again', () => {
  const refusing = taught.map((each) => ({ ...each, attributions: each.attributions.slice(0, 1) }));
  const learner = AttributionLearner.train(refusing);
  expect(shown(learner, 5).map(([rule]) => rule)).toEqual(['learnt']);
});

test('is not used where nothing was learnt: of no article, or of one, nothing can be held out', () => {
  for (const few of [[], taught.slice(0, 1)]) {
    const learner = AttributionLearner.train(few);
    expect(learner.beatsRules).toBe(false);
    expect(learner.heldOut.articles).toBe(0);
  }
});

test('the same articles teach the same, and what was learnt is the same again from JSON', () => {
  const learner = AttributionLearner.train(taught);
  const data = JSON.stringify(learner);
  expect(JSON.stringify(AttributionLearner.train(taught))).toBe(data);
  const again = AttributionLearner.of(attributionLearnerSchema.parse(JSON.parse(data)));
  expect(shown(again, 5)).toEqual(shown(learner, 5));
});

test('proposes with a reason, and a confidence from 0 to 1', () => {
  const learner = AttributionLearner.train(taught);
  const { text, blocks } = article(5);
  for (const { confidence, reason, claim } of learner.suggest(text, blocks)) {
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
    expect(reason.every((part) => part !== '')).toBe(true);
    expect(claim.every(({ start, end }) => start < end)).toBe(true);
  }
});
