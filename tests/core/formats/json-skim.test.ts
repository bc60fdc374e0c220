import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endOfJsonValue } from '../../../src/core/formats/json-skim.ts';

const encoder = new TextEncoder();
const endOf = (json: string, deepest = 100) => {
  const bytes = encoder.encode(json);
  return endOfJsonValue(bytes, 0, bytes.length, deepest);
};

test('finds the end of any object or array, whatever its texts hold', () => {
  const text = fc
    .array(fc.constantFrom('"', '\\', '{', ']', 'é', '😀', 'x'.repeat(60), '\n'))
    .map((parts) => parts.join(''));
  const value = fc.oneof(fc.array(text), fc.dictionary(text, fc.jsonValue({ stringUnit: 'binary' })));
  fc.assert(
    fc.property(value, fc.constantFrom('', ',"]}"', '\\', ']'), (wanted, rest) => {
      const json = JSON.stringify(wanted);
      expect(endOf(json + rest)).toBe(encoder.encode(json).length);
    }),
    { numRuns: 1000 },
  );
});

test('says so where there is no end', () => {
  expect(endOf('[1, [2]')).toBeUndefined();
  expect(endOf('{"a": "]}')).toBeUndefined();
  expect(endOf(`["${'x'.repeat(100)}\\"]`)).toBeUndefined();
  expect(endOf(`["${'\\'.repeat(100)}"]`)).toBe(104);
  expect(endOf('[')).toBeUndefined();
});

test('nests no deeper than it may', () => {
  expect(endOf('[[[]]]', 3)).toBe(6);
  expect(endOf('[[[]]]', 2)).toBeUndefined();
});
