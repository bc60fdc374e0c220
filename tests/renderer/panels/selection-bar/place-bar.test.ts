import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, placeBar } from '../../../../src/renderer/panels/selection-bar/place-bar.ts';

const pane = { left: 100, top: 50, right: 700, bottom: 650 };
const size = { width: 300, height: 36 };
const line = (left: number, top: number, width = 80): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + 24,
});

test('above the first line, from its left edge', () => {
  expect(placeBar([line(200, 300), line(100, 324)], pane, size)).toEqual({ left: 200, top: 256 });
});

test('below the last line where there is no room above', () => {
  expect(placeBar([line(200, 60), line(120, 84)], pane, size)).toEqual({ left: 120, top: 116 });
});

test('within the pane', () => {
  expect(placeBar([line(650, 300)], pane, size)?.left).toBe(392);
  expect(placeBar([line(90, 300)], pane, size)?.left).toBe(108);
});

test('at the foot when the lines fill the pane, and nowhere when none is in sight', () => {
  const lines = Array.from({ length: 30 }, (_, i) => line(100, 40 + i * 24));
  expect(placeBar(lines, pane, size)).toEqual({ left: 108, top: 606 });
  expect(placeBar([line(200, 10)], pane, size)).toBeNull();
  expect(placeBar([line(200, 650)], pane, size)).toBeNull();
  expect(placeBar([], pane, size)).toBeNull();
});

test('it never covers a line of a selection that leaves it room, and never leaves the pane', () => {
  const selections = fc
    .tuple(
      fc.integer({ min: 20, max: 640 }),
      fc.integer({ min: 1, max: 18 }),
      fc.integer({ min: 100, max: 600 }),
    )
    .map(([top, count, left]) =>
      Array.from({ length: count }, (_, i) => line(i === 0 ? left : 100, top + i * 24)),
    );
  fc.assert(
    fc.property(selections, (lines) => {
      const at = placeBar(lines, pane, size);
      if (at === null) return;
      expect(at.left).toBeGreaterThanOrEqual(pane.left);
      expect(at.left + size.width).toBeLessThanOrEqual(pane.right);
      expect(at.top).toBeGreaterThanOrEqual(pane.top);
      expect(at.top + size.height).toBeLessThanOrEqual(pane.bottom);
      const covered = lines.some(({ top, bottom }) => at.top < bottom && at.top + size.height > top);
      const roomAbove = (lines[0]?.top ?? 0) - pane.top;
      const roomBelow = pane.bottom - (lines.at(-1)?.bottom ?? 0);
      if (Math.max(roomAbove, roomBelow) >= size.height + 16) expect(covered).toBe(false);
    }),
  );
});
