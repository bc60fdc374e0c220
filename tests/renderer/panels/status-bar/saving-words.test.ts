import { expect, test } from 'vitest';
import { savingWords } from '../../../../src/renderer/panels/status-bar/saving-words.ts';

test('only what is durable is called saved', () => {
  expect(savingWords({ kind: 'saved' })).toBe('All changes saved');
  expect(savingWords({ kind: 'saving', pending: 2 })).toBe('Saving…');
  expect(savingWords({ kind: 'failed', pending: 2, message: 'The disk is full.' })).toBe('The disk is full.');
  expect(savingWords({ kind: 'readOnly', message: 'Made by a newer version.' })).toBe(
    'Made by a newer version.',
  );
});
