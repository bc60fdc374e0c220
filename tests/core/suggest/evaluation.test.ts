import { expect, test } from 'vitest';
import { datasetScores } from '../../../src/core/suggest/dataset-agreement.ts';
import { agreement, measures, summed } from '../../../src/core/suggest/evaluation.ts';
import { datasetOf, spanAt } from '../formats/round-trip.ts';

const at = (start: number, end: number) => [{ start, end }];

test('counts what meets, exactly or in part', () => {
  const [proposed, gold] = [
    [at(0, 3), at(5, 9), at(20, 22)],
    [at(0, 3), at(8, 12), at(30, 31), at(40, 41)],
  ];
  expect(agreement(proposed, gold, 'exact')).toEqual({ proposed: 3, gold: 4, right: 1, found: 1 });
  const partly = agreement(proposed, gold, 'overlap');
  expect(partly).toEqual({ proposed: 3, gold: 4, right: 2, found: 2 });
  expect(measures(partly)).toEqual({
    precision: 2 / 3,
    recall: 0.5,
    f1: (2 * (2 / 3) * 0.5) / (2 / 3 + 0.5),
  });
  expect(summed([partly, partly])).toEqual({ proposed: 6, gold: 8, right: 4, found: 4 });
  expect(measures(agreement([], [], 'exact'))).toEqual({ precision: 0, recall: 0, f1: 0 });
});

test('compares datasets by tag, and links by both ends', () => {
  const text = 'Ann said it rains. Bob left.';
  const gold = datasetOf({
    text,
    spans: [
      spanAt('a', 'speaker', 'Ann', 0),
      spanAt('c', 'claim', 'it rains', 9),
      spanAt('b', 'speaker', 'Bob', 19),
    ],
    relations: [{ id: 'r', type: 'says', from: 'a', to: 'c' }],
  });
  const predicted = datasetOf({
    text,
    spans: [spanAt('x', 'speaker', 'Ann', 0), spanAt('y', 'claim', 'rains', 12)],
    relations: [{ id: 'z', type: 'says', from: 'x', to: 'y' }],
  });
  const { articles, tags, relations } = datasetScores(predicted, gold);
  expect(articles).toBe(1);
  expect(
    tags.map(({ name, exact, overlap }) => [name, exact.precision, exact.recall, overlap.recall]),
  ).toEqual([
    ['claim', 0, 0, 1],
    ['speaker', 1, 0.5, 0.5],
  ]);
  expect(relations.map(({ name, exact, overlap }) => [name, exact.f1, overlap.f1])).toEqual([['says', 0, 1]]);
});
