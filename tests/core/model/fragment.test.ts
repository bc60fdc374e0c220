import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fragmentsSchema, normaliseFragments, quoteOf } from '../../../src/core/model/fragment.ts';
import { fragmentArbitrary } from '../arbitraries/span.ts';

const fragments = fc.array(fragmentArbitrary(40), { minLength: 1, maxLength: 8 });

function unitsOf(list: readonly { start: number; end: number }[]): number[] {
  const units = new Set<number>();
  for (const { start, end } of list) for (let i = start; i < end; i++) units.add(i);
  return [...units].sort((a, b) => a - b);
}

describe('normaliseFragments', () => {
  it('covers exactly what was covered, in the form the schema asks for', () => {
    fc.assert(
      fc.property(fragments, (list) => {
        const normal = normaliseFragments(list);
        expect(fragmentsSchema.safeParse(normal).success).toBe(true);
        expect(unitsOf(normal)).toEqual(unitsOf(list));
        expect(normaliseFragments(normal)).toEqual(normal);
      }),
    );
  });

  it('merges fragments that touch', () => {
    expect(
      normaliseFragments([
        { start: 4, end: 6 },
        { start: 0, end: 4 },
      ]),
    ).toEqual([{ start: 0, end: 6 }]);
  });

  it('leaves what it was given alone', () => {
    const given = [
      { start: 4, end: 6 },
      { start: 0, end: 5 },
    ];
    normaliseFragments(given);
    expect(given).toEqual([
      { start: 4, end: 6 },
      { start: 0, end: 5 },
    ]);
  });
});

describe('fragmentsSchema', () => {
  it.each([
    ['none', []],
    ['an empty one', [{ start: 3, end: 3 }]],
    ['one that ends before it starts', [{ start: 3, end: 1 }]],
    ['a negative start', [{ start: -1, end: 1 }]],
    ['a part of a unit', [{ start: 0.5, end: 1 }]],
    [
      'touching ones',
      [
        { start: 0, end: 2 },
        { start: 2, end: 3 },
      ],
    ],
    [
      'disorder',
      [
        { start: 5, end: 6 },
        { start: 0, end: 1 },
      ],
    ],
    ['a key of its own', [{ start: 0, end: 1, text: 'a' }]],
  ])('refuses %s', (_, list) => {
    expect(fragmentsSchema.safeParse(list).success).toBe(false);
  });
});

describe('quoteOf', () => {
  it('joins the fragments by one space', () => {
    const text = '“We are ready,” he said, “to talk.”';
    expect(
      quoteOf(text, [
        { start: 1, end: 13 },
        { start: 26, end: 33 },
      ]),
    ).toBe('We are ready to talk');
  });
});
