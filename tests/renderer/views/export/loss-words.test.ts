import { expect, test } from 'vitest';
import { lossWords } from '../../../../src/renderer/views/export/loss-words.ts';

test('what a format cannot hold is said before it is written', () => {
  expect(lossWords([])).toBe('This format holds everything.');
  expect(
    lossWords([
      { kind: 'notes', count: 12 },
      { kind: 'relations', count: 1300 },
    ]),
  ).toBe('This format cannot hold: 12 notes, 1\u202f300 relations.');
});

test('one of a kind is said in the singular', () => {
  expect(
    lossWords([
      { kind: 'notes', count: 1 },
      { kind: 'spans that belong to no claim', count: 1 },
    ]),
  ).toBe('This format cannot hold: 1 note, 1 span that belongs to no claim.');
});
