import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SpanIndex } from '../../../src/core/model/span-index.ts';
import { lineLevels } from '../../../src/renderer/editor/line-levels.ts';
import { spanOf } from './span-of.ts';

describe('lineLevels', () => {
  it('gives spans apart from each other the same level', () => {
    const levels = lineLevels([spanOf('a', 'x', [0, 5]), spanOf('b', 'x', [5, 9])], 0, 100);
    expect([...levels]).toEqual([
      ['a', 0],
      ['b', 0],
    ]);
  });

  it('stacks what is nested or crosses, and reuses what is free', () => {
    const spans = [
      spanOf('outer', 'x', [0, 20]),
      spanOf('inner', 'x', [2, 6]),
      spanOf('cross', 'x', [10, 30]),
      spanOf('late', 'x', [20, 25]),
    ];
    expect([...lineLevels(spans, 0, 100).values()]).toEqual([0, 1, 1, 0]);
  });

  it('counts only what lies in the block', () => {
    const spans = [
      spanOf('before', 'x', [0, 10]),
      spanOf('into', 'x', [5, 25]),
      spanOf('apart', 'x', [0, 3], [21, 24]),
    ];
    expect([...lineLevels(spans, 20, 30)]).toEqual([
      ['into', 0],
      ['apart', 1],
    ]);
  });

  it('never puts two lines on one place', () => {
    const extents = fc.array(fc.tuple(fc.nat({ max: 60 }), fc.integer({ min: 1, max: 30 })), {
      maxLength: 25,
    });
    fc.assert(
      fc.property(extents, (all) => {
        const index = SpanIndex.of(
          all.map(([start, length], i) => spanOf(`s${i}`, 'x', [start, start + length])),
        );
        const levels = lineLevels(index.ordered, 0, 100);
        for (let at = 0; at < 100; at++) {
          const here = index.covering(at).map((span) => levels.get(span.id));
          expect(new Set(here).size).toBe(here.length);
        }
      }),
    );
  });
});
