import { expect, test } from 'vitest';
import { contentDifference } from '../../../src/core/formats/dataset-content.ts';
import type { Dataset } from '../../../src/core/formats/dataset-schema.ts';
import { spansAlone } from '../../../src/core/formats/holdings.ts';
import { LossCount } from '../../../src/core/formats/loss-count.ts';
import { reduceHead } from '../../../src/core/formats/reduce-dataset.ts';
import { datasetOf } from './round-trip.ts';

const inventory = { ...spansAlone, inventory: true };
const defined = (tags: readonly string[], ...types: readonly [id: string, from: string[]][]): Dataset => ({
  ...datasetOf({ text: 'x' }),
  tagSet: {
    tags: tags.map((id) => ({ id, name: `the ${id}`, guideline: 'when' })),
    relationTypes: types.map(([id, from]) => ({ id, name: 'a relation', from, to: [] })),
  },
});

test('an inventory is the ids of tags, and what relation types may link', () => {
  const lost = new LossCount();
  expect(reduceHead(defined(['a'], ['r', ['a']]), inventory, lost).tagSet).toEqual({
    tags: [{ id: 'a', name: 'a' }],
    relationTypes: [{ id: 'r', from: ['a'], to: [] }],
  });
  expect(lost.losses()).toEqual([{ kind: 'definitions of tags', count: 1 }]);
  expect(reduceHead(defined(['a']), spansAlone)).not.toHaveProperty('tagSet');
});

test('inventories have no order and may grow, but lack nothing', () => {
  const expected = defined(['a', 'b'], ['r', ['a', 'b']]);
  const difference = (...found: Parameters<typeof defined>) =>
    contentDifference(expected, defined(...found), inventory);
  expect(difference(['c', 'b', 'a'], ['q', []], ['r', ['b', 'a']])).toBeUndefined();
  expect(difference(['a'], ['r', ['a', 'b']])).toBe('the tag “b” is gone');
  expect(difference(['a', 'b'])).toBe('the relation type “r” is gone or links other tags');
  expect(difference(['a', 'b'], ['r', ['a']])).toBe('the relation type “r” is gone or links other tags');
  expect(contentDifference(expected, defined([]), spansAlone)).toBeUndefined();
});
