import { expect, test } from 'vitest';
import { placeInFragments } from '../../../src/core/search/place-in-fragments.ts';

const fragments = [
  { start: 10, end: 13 },
  { start: 20, end: 22 },
];

test.each([
  ['in the first', { start: 1, end: 3 }, { start: 11, end: 13 }],
  ['in the second', { start: 4, end: 6 }, { start: 20, end: 22 }],
  ['over the gap', { start: 2, end: 5 }, { start: 12, end: 21 }],
  ['to the gap', { start: 0, end: 4 }, { start: 10, end: 13 }],
])('%s', (_name, stretch, place) => {
  expect(placeInFragments(fragments, stretch)).toEqual(place);
});

test('behind the quote there is no place', () => {
  expect(() => placeInFragments(fragments, { start: 7, end: 8 })).toThrow();
});
