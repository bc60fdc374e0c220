import { expect, test } from 'vitest';
import { growthExponent } from '../../../bench/report/growth.ts';

const sizes = [100_000, 200_000, 1_000_000, 5_000_000];

test.each([
  ['flat', 0],
  ['as the square root', 0.5],
  ['linear', 1],
])('tells a cost that is %s', (_, exponent) => {
  const costs = sizes.map((length) => ({ length, cost: 3 * length ** exponent }));
  expect(growthExponent([{ length: 6_000, cost: 900 }, ...costs])).toBeCloseTo(exponent, 6);
});

test('says nothing of too few sizes, or of nothing', () => {
  expect(
    growthExponent([
      { length: 100_000, cost: 1 },
      { length: 200_000, cost: 2 },
    ]),
  ).toBeUndefined();
  expect(growthExponent(sizes.map((length) => ({ length, cost: 0 })))).toBeUndefined();
});
