import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrastAtWorst, contrastOnPage, leastContrast } from '../../../src/core/colour/contrast.ts';
import { themes } from '../../../src/core/colour/page-colours.ts';
import { readablePair, type Tint, tagColourOf, tintOf } from '../../../src/core/colour/tag-colours.ts';
import { defaultTagSet, tagSchema } from '../../../src/core/model/tag-set.ts';

const anyTint: fc.Arbitrary<Tint> = fc.record({
  hue: fc.double({ min: 0, max: 360, noNaN: true }),
  chroma: fc.double({ min: 0, max: 0.4, noNaN: true }),
  depth: fc.constantFrom('bright', 'deep'),
});
const anyHex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);

test('contrast is WCAG’s: 21 for black on white', () => {
  expect(contrastOnPage('#000000', 'light')).toBeGreaterThan(20);
  expect(contrastOnPage('#1b1c1e', 'dark')).toBeCloseTo(1);
});

test('every tint can be read on every surface of both themes', () => {
  fc.assert(
    fc.property(anyTint, (tint) => {
      const colour = tagColourOf(tint);
      expect(tagSchema.shape.colour.safeParse(colour).success).toBe(true);
      for (const theme of themes) {
        expect(contrastAtWorst(colour[theme], theme)).toBeGreaterThanOrEqual(leastContrast);
      }
    }),
  );
});

test('the default tags can be read, and are left as they are', () => {
  for (const { colour } of defaultTagSet.tags) expect(readablePair(colour)).toEqual(colour);
});

test('a pair from elsewhere is made readable, theme by theme', () => {
  fc.assert(
    fc.property(anyHex, anyHex, (light, dark) => {
      const pair = readablePair({ light, dark });
      for (const theme of themes) {
        expect(contrastAtWorst(pair[theme], theme)).toBeGreaterThanOrEqual(leastContrast);
      }
      expect(readablePair(pair)).toEqual(pair);
    }),
  );
});

test('yellow on the light page becomes dark, not another hue', () => {
  const { light, dark } = readablePair({ light: '#ffee00', dark: '#ffee00' });
  expect(dark).toBe('#ffee00');
  expect(light).not.toBe('#ffee00');
  expect(Math.abs(tintOf({ light, dark }).hue - 105)).toBeLessThan(12);
});

test('a tint is found again in its colours', () => {
  for (const hue of [20, 120, 250]) {
    for (const depth of ['bright', 'deep'] as const) {
      const found = tintOf(tagColourOf({ hue, chroma: 0.08, depth }));
      expect(found.depth).toBe(depth);
      expect(Math.abs(found.hue - hue)).toBeLessThan(6);
    }
  }
});
