import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foreignText } from '../../../src/core/formats/foreign-text.ts';

const raw = fc.array(fc.constantFrom('\r', '\n', '\r\n', 'a', '😀', '\ud83d', '\udc00', '\ufeff'), {
  maxLength: 20,
});

test('characters keep their place behind shifted offsets', () => {
  fc.assert(
    fc.property(raw, (parts) => {
      const before = Array.from(parts.join(''));
      const { text, shift } = foreignText(before.join(''));
      const after = Array.from(text);
      before.forEach((character, at) => {
        const lineEnd = character === '\r' || character === '\n';
        const lone = /\p{Surrogate}/u.test(character);
        expect(after[shift(at)]).toBe(lineEnd ? '\n' : lone ? '\ufffd' : character);
      });
      expect(shift(before.length)).toBe(after.length);
    }),
  );
});

test('says what it changed', () => {
  expect(foreignText('a\r\nb')).toMatchObject({ text: 'a\nb', lineEndsChanged: true, replacements: 0 });
  expect(foreignText('a\ud800')).toMatchObject({ text: 'a\ufffd', lineEndsChanged: false, replacements: 1 });
  expect(foreignText('\ufeffa')).toMatchObject({ text: '\ufeffa', lineEndsChanged: false, replacements: 0 });
});
