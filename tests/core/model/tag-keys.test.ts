import { expect, test } from 'vitest';
import { freeKey, tagAtKey, workingKey } from '../../../src/core/model/tag-keys.ts';
import { defaultTagSet } from '../../../src/core/model/tag-set.ts';

const [speaker, claim, location, date] = defaultTagSet.tags;
if (!speaker || !claim || !location || !date) throw new Error('there are four default tags');

test('a key stands for the tag that has it, wherever it stands in the list', () => {
  const tagSet = { tags: [date, speaker] };
  expect(tagAtKey(tagSet, '1')).toBe(speaker);
  expect(tagAtKey(tagSet, '2')).toBeUndefined();
});

test('of two tags with one key the first has it', () => {
  const twin = { ...claim, key: '1' };
  const tagSet = { tags: [speaker, twin] };
  expect(workingKey(tagSet, speaker)).toBe('1');
  expect(workingKey(tagSet, twin)).toBeUndefined();
});

test('a letter is no key of a tag', () => {
  const odd = { ...claim, key: 'q' };
  expect(workingKey({ tags: [odd] }, odd)).toBeUndefined();
});

test('the first free key, until all are given away', () => {
  expect(freeKey(defaultTagSet)).toBe('5');
  expect(freeKey({ tags: [date] })).toBe('1');
  const nine = Array.from({ length: 9 }, (_, i) => ({ ...claim, id: `t${i}`, key: String(i + 1) }));
  expect(freeKey({ tags: nine })).toBe('');
});
