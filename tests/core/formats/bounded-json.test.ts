import { expect, test } from 'vitest';
import { parseBoundedJson } from '../../../src/core/formats/json/bounded-json.ts';

test('JSON is read, what is none is undefined', () => {
  expect(parseBoundedJson('{"a":[1,"]\\"}"]}')).toEqual({ a: [1, ']"}'] });
  expect(parseBoundedJson('null')).toBeNull();
  for (const text of ['', '{', 'undefined', '"a', "'a'"]) expect(parseBoundedJson(text)).toBeUndefined();
});

test('what nests too deep is not read, brackets in strings do not count', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  expect(parseBoundedJson(nested(100))).toBeDefined();
  expect(parseBoundedJson(nested(101))).toBeUndefined();
  expect(parseBoundedJson(nested(1_000_000))).toBeUndefined();
  expect(parseBoundedJson(JSON.stringify('['.repeat(1000)))).toHaveLength(1000);
});
