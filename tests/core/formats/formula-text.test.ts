import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formulaRestored, withoutFormula } from '../../../src/core/formats/formula-text.ts';

const anyText = fc
  .array(fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', ' ', 'a', '1', '😀'))
  .map((parts) => parts.join(''));

test('what is made harmless begins no formula, and is restored exactly', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, fc.string({ unit: 'binary' })), (text) => {
      const harmless = withoutFormula(text);
      expect(harmless).not.toMatch(/^[=+\-@\t\r\n\0＝＋－＠]/);
      expect(formulaRestored(harmless)).toBe(text);
    }),
    { numRuns: 2000 },
  );
});

describe('an apostrophe', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ["'=1+1", "''=1+1"],
    ['-5', "'-5"],
    ["'quoted'", "'quoted'"],
    ["'", "'"],
    ['a=b', 'a=b'],
    ['', ''],
  ])('before %j gives %j', (text, harmless) => {
    expect(withoutFormula(text)).toBe(harmless);
    expect(formulaRestored(harmless)).toBe(text);
  });
});
