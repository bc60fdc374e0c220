import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/core/model/block.ts';
import {
  type BlockRange,
  blockIndexAt,
  firstSize,
  hasAhead,
  stepWindow,
  windowAround,
} from '../../../src/renderer/editor/block-window.ts';

/** Paragraphs of these lengths, a blank line between two. */
function blocksOf(lengths: readonly number[]): Block[] {
  let start = 0;
  return lengths.map((length): Block => {
    const block: Block = { kind: 'paragraph', start, end: start + length };
    start = block.end + 2;
    return block;
  });
}

function textIn(blocks: readonly Block[], { first, end }: BlockRange): number {
  return (blocks[end - 1]?.end ?? 0) - (blocks[first]?.start ?? 0);
}

function someBlocksUpTo(longest: number) {
  return fc
    .array(fc.integer({ min: 1, max: longest }), { minLength: 1, maxLength: 120 })
    .map((lengths) => blocksOf(lengths));
}

const someBlocks = someBlocksUpTo(900);

describe('windowAround', () => {
  it('holds the whole of a short article', () => {
    expect(windowAround(blocksOf([10, 20, 30]), 1)).toEqual({ first: 0, end: 3 });
  });

  it('is empty for an article without blocks', () => {
    expect(windowAround([], 0)).toEqual({ first: 0, end: 0 });
  });

  it('holds the centre and enough text, and no block more than it needs', () => {
    fc.assert(
      fc.property(someBlocks, fc.nat(), fc.integer({ min: 1, max: 20_000 }), (blocks, at, size) => {
        const centre = at % blocks.length;
        const range = windowAround(blocks, centre, size);
        expect(range.first).toBeLessThanOrEqual(centre);
        expect(range.end).toBeGreaterThan(centre);
        const isWhole = range.first === 0 && range.end === blocks.length;
        if (!isWhole) expect(textIn(blocks, range)).toBeGreaterThanOrEqual(size);
        if (range.end - range.first > 1) {
          const shorter = Math.min(
            textIn(blocks, { ...range, first: range.first + 1 }),
            textIn(blocks, { ...range, end: range.end - 1 }),
          );
          expect(shorter).toBeLessThan(size);
        }
      }),
    );
  });

  it('stands about evenly around the centre', () => {
    const blocks = blocksOf(Array.from({ length: 1000 }, () => 100));
    const { first, end } = windowAround(blocks, 500, 10_000);
    expect(500 - first).toBeGreaterThan(40);
    expect(end - 500).toBeGreaterThan(40);
  });
});

describe('stepWindow', () => {
  const size = 4000;
  const step = 700;
  const ahead = 900;

  it('comes to rest, full and with text on both sides of the sight, from anywhere', () => {
    fc.assert(
      fc.property(someBlocksUpTo(200), fc.nat(), fc.nat(), fc.nat({ max: 5 }), (blocks, at, from, tall) => {
        const first = at % blocks.length;
        const sight = { first, end: Math.min(blocks.length, first + 1 + tall) };
        let window = windowAround(blocks, from % blocks.length, 500);
        for (let i = 0; i < 400; i++) {
          const next = stepWindow(blocks, window, sight, size, step, ahead);
          if (next === window) break;
          window = next;
        }
        expect(stepWindow(blocks, window, sight, size, step, ahead)).toBe(window);
        expect(hasAhead(blocks, window, sight, ahead)).toBe(true);
        const isWhole = window.first === 0 && window.end === blocks.length;
        expect(isWhole || textIn(blocks, window) >= size).toBe(true);
      }),
    );
  });

  it('comes to rest even where blocks are too long for the text that is wanted on both sides', () => {
    fc.assert(
      fc.property(someBlocks, fc.nat(), fc.nat({ max: 9 }), (blocks, at, tall) => {
        const first = at % blocks.length;
        const sight = { first, end: Math.min(blocks.length, first + 1 + tall) };
        let window = windowAround(blocks, first, 500);
        for (let i = 0; i < 400; i++) window = stepWindow(blocks, window, sight, size, step, ahead);
        expect(stepWindow(blocks, window, sight, size, step, ahead)).toBe(window);
      }),
    );
  });

  it('keeps the sight drawn at each step and never lets go of more than it may', () => {
    const blocks = blocksOf(Array.from({ length: 600 }, (_, i) => 50 + ((i * 37) % 200)));
    let window = windowAround(blocks, 0, size);
    for (let at = 0; at < 590; at += 2) {
      const sight = { first: at, end: at + 4 };
      window = stepWindow(blocks, window, sight, size, step, ahead);
      expect(window.first).toBeLessThanOrEqual(sight.first);
      expect(window.end).toBeGreaterThanOrEqual(sight.end);
      expect(textIn(blocks, window)).toBeGreaterThanOrEqual(size);
      expect(textIn(blocks, window)).toBeLessThan(size + 2 * step + 2 * 260);
    }
  });

  it('adds no more than a step at each end', () => {
    const blocks = blocksOf(Array.from({ length: 400 }, () => 100));
    const before = { first: 195, end: 206 };
    const after = stepWindow(blocks, before, { first: 199, end: 201 }, 30_000, 1000, 500);
    expect(before.first - after.first).toBe(10);
    expect(after.end - before.end).toBe(10);
  });

  it('leaps to a small window when the sight is somewhere else', () => {
    const blocks = blocksOf(Array.from({ length: 3000 }, () => 100));
    const after = stepWindow(blocks, { first: 0, end: 50 }, { first: 2000, end: 2010 });
    expect(after.first).toBeGreaterThan(1500);
    expect(textIn(blocks, after)).toBeLessThan(firstSize + 200);
  });
});

describe('blockIndexAt', () => {
  it('finds the block that holds an offset, or the one before a gap', () => {
    const blocks = blocksOf([5, 5, 5]);
    expect([0, 4, 5, 6, 7, 12, 13, 14, 99].map((offset) => blockIndexAt(blocks, offset))).toEqual([
      0, 0, 0, 0, 1, 1, 1, 2, 2,
    ]);
  });

  it('is the slow search for every offset', () => {
    fc.assert(
      fc.property(someBlocks, fc.nat({ max: 100_000 }), (blocks, offset) => {
        const slow = Math.max(0, blocks.filter((block) => block.start <= offset).length - 1);
        expect(blockIndexAt(blocks, offset)).toBe(slow);
      }),
    );
  });
});
