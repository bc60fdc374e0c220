import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/core/model/block.ts';
import { type BlockMetrics, HeightEstimates } from '../../../src/renderer/editor/height-estimates.ts';

const one = { lineHeight: 30, padding: 20, charactersPerLine: 60 };
const metrics: BlockMetrics = {
  title: { lineHeight: 40, padding: 10, charactersPerLine: 35 },
  heading: one,
  paragraph: one,
  attribution: one,
  listItem: one,
  quote: one,
  continuation: one,
};

function paragraphs(...lengths: number[]): Block[] {
  let start = 0;
  return lengths.map((length): Block => {
    const block: Block = { kind: 'paragraph', start, end: start + length };
    start = block.end + 1;
    return block;
  });
}

describe('HeightEstimates', () => {
  it('estimates by whole lines of the kind', () => {
    const heights = new HeightEstimates(
      [{ kind: 'title', start: 0, end: 36 }, ...paragraphs(1, 60, 61).slice(1)],
      metrics,
    );
    expect([0, 1, 2].map((i) => heights.heightOf(i))).toEqual([90, 50, 80]);
  });

  it('takes what was measured over the estimate, and moves what follows', () => {
    const heights = new HeightEstimates(paragraphs(60, 60, 60), metrics);
    expect(heights.topOf(2)).toBe(100);
    heights.record(0, 200);
    expect(heights.heightOf(0)).toBe(200);
    expect([heights.topOf(1), heights.topOf(2), heights.total]).toEqual([200, 250, 300]);
  });

  it('learns from measured blocks how many lines the others have', () => {
    const heights = new HeightEstimates(paragraphs(...Array.from({ length: 40 }, () => 600)), metrics);
    expect(heights.heightOf(39)).toBe(20 + 10 * 30);
    for (let i = 0; i < 20; i++) heights.record(i, 20 + 13 * 30);
    heights.learn();
    expect(heights.heightOf(39)).toBe(20 + 13 * 30);
  });

  it('does not learn from a handful of lines', () => {
    const heights = new HeightEstimates(paragraphs(60, 60, 600), metrics);
    heights.record(0, 500);
    heights.learn();
    expect(heights.heightOf(2)).toBe(20 + 10 * 30);
  });

  it('forgets what was measured when the column is another', () => {
    const heights = new HeightEstimates(paragraphs(60, 60), metrics);
    heights.record(0, 500);
    heights.reset({ ...metrics, paragraph: { lineHeight: 10, padding: 0, charactersPerLine: 30 } });
    expect(heights.total).toBe(40);
  });

  it('shrinks the scroll bar of an article that is too tall to be laid out', () => {
    const heights = new HeightEstimates(paragraphs(60, 60), metrics);
    expect(heights.scale).toBe(1);
    heights.record(1, 48_000_000 - 50);
    expect(heights.scale).toBe(0.5);
  });

  it('finds the block at every distance, whatever was measured', () => {
    const measured = fc.array(fc.tuple(fc.nat({ max: 29 }), fc.integer({ min: 1, max: 900 })));
    fc.assert(
      fc.property(
        measured,
        fc.nat({ max: 29 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (all, i, share) => {
          const heights = new HeightEstimates(
            paragraphs(...Array.from({ length: 30 }, (_, k) => 1 + k * 40)),
            metrics,
          );
          for (const [index, height] of all) heights.record(index, height);
          expect(heights.topOf(i + 1)).toBeCloseTo(heights.topOf(i) + heights.heightOf(i), 6);
          expect(heights.blockAt(heights.topOf(i) + share * heights.heightOf(i))).toBe(i);
        },
      ),
    );
    const heights = new HeightEstimates(paragraphs(60, 60), metrics);
    expect([heights.blockAt(-10), heights.blockAt(1e9)]).toEqual([0, 1]);
  });
});
