import { expect, test } from 'vitest';
import { lossWords } from '../../../../src/renderer/views/export/loss-words.ts';

test('what a format cannot hold is said before it is written', () => {
  expect(lossWords([])).toBe('This format holds everything.');
  expect(
    lossWords([
      { kind: 'notes', count: 12 },
      { kind: 'links', count: 1300 },
    ]),
  ).toBe('This format cannot hold: 12 notes, 1\u202f300 links.');
});
