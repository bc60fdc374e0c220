import { expect, test } from 'vitest';
import { alarmWords, effectWords } from '../../../../src/renderer/views/tag-set/effect-words.ts';

const none = { deleted: 0, retagged: 0, joined: 0, unlinked: 0, articles: 0 };

test.each([
  [none, []],
  [
    { ...none, deleted: 214, unlinked: 96, articles: 12 },
    ['Deletes 214 annotations and 96 links in 12 articles.'],
  ],
  [{ ...none, deleted: 1, articles: 1 }, ['Deletes 1 annotation in 1 article.']],
  [{ ...none, unlinked: 2, articles: 1 }, ['Removes 2 links in 1 article.']],
  [
    { ...none, retagged: 3, joined: 1, unlinked: 1, articles: 1 },
    [
      'Changes the tag of 3 annotations in 1 article.',
      '1 of them becomes one with an annotation that is on the same words already.',
      'Removes 1 link that would be double or no longer fit.',
    ],
  ],
])('%j', (effect, words) => {
  expect(effectWords(effect)).toEqual(words);
});

test('more than half of all annotations is worth an alarm', () => {
  expect(alarmWords({ deleted: 5 }, 10)).toBeNull();
  expect(alarmWords({ deleted: 6 }, 10)).toContain('60 %');
  expect(alarmWords({ deleted: 10 }, 10)).toContain('all annotations');
  expect(alarmWords({ deleted: 0 }, 0)).toBeNull();
});
