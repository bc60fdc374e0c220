import { describe, expect, it } from 'vitest';
import { changedExtents } from '../../../src/renderer/editor/changed-extents.ts';
import { spanOf } from './span-of.ts';

describe('changedExtents', () => {
  const kept = spanOf('kept', 'claim', [0, 9]);

  it('is empty when every span is the same value', () => {
    expect(changedExtents([kept], [kept])).toEqual([]);
  });

  it('holds what came, what went and both states of what changed', () => {
    const before = spanOf('moved', 'date', [10, 12], [14, 15]);
    const after = { ...before, fragments: [{ start: 11, end: 13 }] };
    const gone = spanOf('gone', 'date', [20, 22]);
    const come = spanOf('come', 'date', [30, 33]);
    const starts = changedExtents([kept, before, gone], [kept, after, come]).map(({ start }) => start);
    expect(starts.sort((a, b) => a - b)).toEqual([10, 11, 14, 20, 30]);
  });
});
