import { expect, test } from 'vitest';
import { withWorkBegun } from '../../../../src/core/operations/gestures/begin-work.ts';
import { invert } from '../../../../src/core/operations/invert.ts';
import { changesOf, type Operation } from '../../../../src/core/operations/operation.ts';
import { articleOf, spanIn } from './builders.ts';

const article = articleOf('“We go,” said Anna.', ['s', 'speaker', 'Anna']);
const add: Operation = { type: 'span.add', span: spanIn(article, 's') };

test('an annotation that is added puts an article that is to do in progress, in the same operation', () => {
  const operation = withWorkBegun(add, article.record);
  expect(changesOf(operation)).toMatchObject([
    { type: 'span.add' },
    { type: 'article.update', before: { state: 'todo' }, after: { state: 'inProgress' } },
  ]);
  expect(changesOf(invert(operation))).toMatchObject([
    { type: 'article.update', after: { state: 'todo' } },
    { type: 'span.remove' },
  ]);
});

test.each(['inProgress', 'done', 'discuss'] as const)('an article that is %s stays so', (state) => {
  expect(withWorkBegun(add, { ...article.record, state })).toBe(add);
});

test('what adds nothing, or adds to another article, begins nothing', () => {
  expect(withWorkBegun(invert(add), article.record)).toEqual(invert(add));
  expect(withWorkBegun(add, { ...article.record, id: 'other' })).toBe(add);
});
