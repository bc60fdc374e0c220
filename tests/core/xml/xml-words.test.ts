import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeAttribute } from '../../../src/core/xml/xml-escape.ts';
import { wordForXml, wordFromXml } from '../../../src/core/xml/xml-words.ts';

test('any word comes back, and stands in XML as it is', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom('%', '0', 'u', '\ud800', '\0') }),
      ),
      (word) => {
        expect(wordFromXml(wordForXml(word))).toBe(word);
        expect(escapeAttribute(wordForXml(word))).not.toContain(
          '\ufffd'.repeat(word.includes('\ufffd') ? 99 : 1),
        );
      },
    ),
  );
});

test('plain words stay as they are; the rest is spelt', () => {
  expect(wordForXml('Life_Time-Event é')).toBe('Life_Time-Event é');
  expect(wordForXml('a\0b%\uffff')).toBe('a%00b%25%uFFFF');
  expect(wordFromXml('100%, %zz')).toBe('100%, %zz');
});
