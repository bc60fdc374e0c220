import { expect, test } from 'vitest';
import { formatById, formats, writerFor } from '../../../src/core/formats/registry.ts';

test('the native dataset is the first', () => {
  expect(formats[0]?.id).toBe('ascribe');
});

test('ids and endings are well formed and not shared', () => {
  const ids = formats.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { endings } of formats) for (const ending of endings) expect(ending).toMatch(/^\.[a-z0-9.]+$/);
});

test('a file name decides the format that is written', () => {
  expect(writerFor('Export.JSON')?.id).toBe('ascribe');
  expect(writerFor('export.txt')).toBeUndefined();
});

test('a format is found by its id', () => {
  expect(formatById('plain-text')?.name).toBe('Plain text');
  expect(formatById('nothing')).toBeUndefined();
});
