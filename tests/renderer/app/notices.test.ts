import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Notices } from '../../../src/renderer/app/notices.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const texts = (notices: Notices) => notices.store.getState().map(({ text }) => text);

test('a message goes by itself, an error stays until it is put away', () => {
  const notices = new Notices();
  notices.inform('Done.');
  notices.warn('Not done.');
  vi.runAllTimers();
  expect(texts(notices)).toEqual(['Not done.']);
  notices.dismiss(notices.store.getState()[0]?.id ?? 0);
  expect(texts(notices)).toEqual([]);
});

test('the same words again stand once, and three messages are the most', () => {
  const notices = new Notices();
  for (const words of ['a', 'b', 'a', 'c', 'd']) notices.inform(words);
  expect(texts(notices)).toEqual(['a', 'c', 'd']);
});
