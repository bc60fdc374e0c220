import { expect, test } from 'vitest';
import { TakenIds } from '../../../src/core/formats/taken-ids.ts';

test('an id can be taken once', () => {
  const ids = new TakenIds();
  const names = [
    ...Array.from({ length: 20_000 }, (_, i) => `article-${i >> 5}-span-${i & 31}`),
    ...Array.from({ length: 20_000 }, (_, i) => String(i)),
    'a',
    'aa',
    'ab',
    'ba',
    '😀',
    '\ud83d',
    '\u0000',
    '\u0000\u0000',
  ];
  expect(names.filter((name) => !ids.take(name))).toEqual([]);
  expect(names.filter((name) => ids.take(name))).toEqual([]);
});

test('a bounded one remembers what came first', () => {
  const ids = new TakenIds(4096);
  for (let i = 0; i < 3072; i++) expect(ids.take(`first-${i}`)).toBe(true);
  for (let i = 0; i < 2; i++) expect(ids.take('one more')).toBe(true);
  for (let i = 0; i < 3072; i++) expect(ids.take(`first-${i}`)).toBe(false);
});
