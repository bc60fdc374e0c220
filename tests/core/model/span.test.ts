import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers, endOf, haveSameFragments, spanSchema, startOf } from '../../../src/core/model/span.ts';
import { spanArbitrary, spanOf } from '../arbitraries/span.ts';

const text = 'He said “no” and he said “never”.';

describe('spanSchema', () => {
  it('takes every span that is made here, through JSON too', () => {
    fc.assert(
      fc.property(spanArbitrary(text), (span) => {
        expect(spanSchema.parse(JSON.parse(JSON.stringify(span)))).toEqual(span);
      }),
    );
  });

  it.each([
    ['no id', { id: '' }],
    ['no fragments', { fragments: [] }],
    ['a time that is none', { createdAt: 'yesterday' }],
    ['a key that it does not know', { colour: 'red' }],
  ])('refuses %s', (_, parts) => {
    expect(spanSchema.safeParse({ ...spanOf(text, [{ start: 0, end: 2 }]), ...parts }).success).toBe(false);
  });
});

describe('the extent of a span', () => {
  const split = spanOf(text, [
    { start: 3, end: 7 },
    { start: 9, end: 11 },
  ]);

  it('goes from the first start to the last end', () => {
    expect([startOf(split), endOf(split)]).toEqual([3, 11]);
  });

  it('is covered by its fragments only', () => {
    expect([2, 3, 6, 7, 8, 9, 10, 11].filter((offset) => covers(split, offset))).toEqual([3, 6, 9, 10]);
  });

  it('is undefined without fragments: that is a programming error', () => {
    expect(() => startOf({ fragments: [] })).toThrow('at least one fragment');
    expect(() => endOf({ fragments: [] })).toThrow('at least one fragment');
  });
});

describe('haveSameFragments', () => {
  it('compares all of them', () => {
    const one = { start: 0, end: 1 };
    const two = { start: 3, end: 5 };
    expect(haveSameFragments([one, two], [{ ...one }, { ...two }])).toBe(true);
    expect(haveSameFragments([one, two], [one])).toBe(false);
    expect(haveSameFragments([one], [one, two])).toBe(false);
    expect(haveSameFragments([one], [two])).toBe(false);
    expect(haveSameFragments([one], [{ start: 0, end: 2 }])).toBe(false);
  });
});
