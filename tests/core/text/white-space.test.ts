import { describe, expect, it } from 'vitest';
import { isWhiteSpace, skipWhiteSpace, skipWhiteSpaceBack } from '../../../src/core/text/white-space.ts';

describe('isWhiteSpace', () => {
  it('agrees with the language on every unit', () => {
    for (let unit = 0; unit <= 0xffff; unit++) {
      if (isWhiteSpace(unit) !== /\s/.test(String.fromCharCode(unit)))
        expect(unit.toString(16)).toBe('agreed');
    }
    expect(isWhiteSpace(Number.NaN)).toBe(false);
  });
});

describe('skipping', () => {
  it('stops at the first text from either side, and at the ends', () => {
    const text = ' \u00a0ab\u3000 \n';
    expect(skipWhiteSpace(text, 0, text.length)).toBe(2);
    expect(skipWhiteSpaceBack(text, 0, text.length)).toBe(4);
    expect(skipWhiteSpace(text, 4, text.length)).toBe(text.length);
    expect(skipWhiteSpaceBack(text, 4, text.length)).toBe(4);
    expect(skipWhiteSpace(text, 0, 1)).toBe(1);
  });
});
