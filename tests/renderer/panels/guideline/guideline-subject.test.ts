import { expect, test } from 'vitest';
import { defaultTagSet } from '../../../../src/core/model/tag-set.ts';
import { guidelineSubject } from '../../../../src/renderer/panels/guideline/guideline-subject.ts';
import { articleOf, spanIn } from '../../../core/operations/gestures/builders.ts';

const span = spanIn(articleOf('Anna waits.', ['anna', 'speaker', 'Anna']), 'anna');
const shown = (anchor: number, focus: number, current: typeof span | undefined) => {
  const { tags, start, end } = guidelineSubject(defaultTagSet, { anchor, focus }, current);
  return [tags.map(({ id }) => id).join(' '), start, end];
};

test('the guideline is that of the current annotation', () => {
  expect(shown(7, 7, span)).toEqual(['speaker', 0, 4]);
  expect(shown(4, 0, span)).toEqual(['speaker', 0, 4]);
});

test('of other words that are selected every tag could be meant', () => {
  expect(shown(10, 5, span)).toEqual(['speaker claim location date', 5, 10]);
  expect(shown(3, 3, undefined)).toEqual(['speaker claim location date', 3, 3]);
});

test('of a tag that is not in the tag set nothing is known, so that all are shown', () => {
  expect(shown(7, 7, { ...span, tag: 'ghost' })).toEqual(['speaker claim location date', 7, 7]);
});
