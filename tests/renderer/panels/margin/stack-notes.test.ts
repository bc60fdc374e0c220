import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stackNotes, type WantedNote } from '../../../../src/renderer/panels/margin/stack-notes.ts';

const anyNotes: fc.Arbitrary<WantedNote[]> = fc.array(
  fc.record({ top: fc.integer({ min: -200, max: 2000 }), height: fc.integer({ min: 0, max: 120 }) }),
  { maxLength: 40 },
);
const anyGap = fc.integer({ min: 0, max: 20 });

test('notes never overlap and keep their order', () => {
  fc.assert(
    fc.property(anyNotes, anyGap, (notes, gap) => {
      const tops = stackNotes(notes, gap);
      expect(tops).toHaveLength(notes.length);
      tops.slice(1).forEach((top, i) => {
        expect(top).toBeGreaterThanOrEqual((tops[i] ?? 0) + (notes[i]?.height ?? 0) + gap);
      });
    }),
  );
});

test('a note with room stands where it belongs, and none above that', () => {
  fc.assert(
    fc.property(anyNotes, anyGap, (notes, gap) => {
      const tops = stackNotes(notes, gap);
      notes.forEach(({ top }, i) => {
        expect(tops[i]).toBeGreaterThanOrEqual(top);
        const above = i === 0 ? Number.NEGATIVE_INFINITY : (tops[i - 1] ?? 0) + (notes[i - 1]?.height ?? 0);
        if (above + gap <= top) expect(tops[i]).toBe(top);
      });
    }),
  );
});

test('no arrangement that keeps the order and raises none has any note higher', () => {
  fc.assert(
    fc.property(
      anyNotes,
      anyGap,
      fc.array(fc.nat(60), { minLength: 40, maxLength: 40 }),
      (notes, gap, slack) => {
        const tops = stackNotes(notes, gap);
        let free = Number.NEGATIVE_INFINITY;
        notes.forEach(({ top, height }, i) => {
          const other = Math.max(top, free) + (slack[i] ?? 0);
          free = other + height + gap;
          expect(tops[i]).toBeLessThanOrEqual(other);
        });
      },
    ),
  );
});

test('what stands further down changes nothing above it', () => {
  fc.assert(
    fc.property(anyNotes, anyGap, fc.nat(40), (notes, gap, count) => {
      expect(stackNotes(notes.slice(0, count), gap)).toEqual(stackNotes(notes, gap).slice(0, count));
    }),
  );
});
