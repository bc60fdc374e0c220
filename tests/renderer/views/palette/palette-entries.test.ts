import { expect, test } from 'vitest';
import { fuzzyScore } from '../../../../src/renderer/app/fuzzy-match.ts';
import { type PaletteEntry, rankEntries } from '../../../../src/renderer/views/palette/palette-entries.ts';

const entry = (id: string, title: string): PaletteEntry => ({
  id,
  title,
  target: { kind: 'article', article: id },
});
const entries = [
  entry('open', 'Open…'),
  entry('folder', 'Open folder…'),
  entry('export', 'Export dataset…'),
  entry(
    'story',
    'Putin demands the West for “immediate” guarantees and excludes the conflict, and the two parties',
  ),
];
const ids = (query: string, recent: string[] = []) => rankEntries(entries, query, recent).map(({ id }) => id);

test('nothing typed shows everything, what was used lately first', () => {
  expect(ids('')).toEqual(['open', 'folder', 'export', 'story']);
  expect(ids('', ['export', 'folder'])).toEqual(['export', 'folder', 'open', 'story']);
});

test('letters in order are enough for short titles, words and initials for long ones', () => {
  expect(ids('opfo')).toEqual(['folder']);
  expect(ids('exda')).toEqual(['export']);
  expect(ids('exp')[0]).toBe('export');
  expect(ids('dxmn')).toEqual([]);
  expect(ids('putin')).toEqual(['story']);
  expect(ids('pdtw')).toEqual(['story']);
  expect(ids('guarantees and')).toEqual(['story']);
  expect(ids('zzz')).toEqual([]);
});

test('a part of the title goes before scattered letters', () => {
  expect(fuzzyScore('open', 'Open…')).toBeGreaterThan(fuzzyScore('open', 'Over the pen') ?? 0);
  expect(fuzzyScore('x', 'Open')).toBeNull();
  expect(fuzzyScore('Что', 'Что известно')).toBeGreaterThan(0);
});
