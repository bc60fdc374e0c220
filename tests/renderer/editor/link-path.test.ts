import { describe, expect, it } from 'vitest';
import { type Box, linkPath, stubPath } from '../../../src/renderer/editor/link-path.ts';

function box(left: number, right: number, top: number): Box {
  return { left, right, top, bottom: top + 20 };
}

describe('linkPath', () => {
  it('hangs below the words between two boxes of one line, either way', () => {
    expect(linkPath([box(0, 50, 0)], [box(100, 150, 0)])?.data).toBe('M50 20Q78 27 106 20');
    expect(linkPath([box(100, 150, 0)], [box(0, 50, 0)])?.data).toBe('M100 20Q72 27 44 20');
  });

  it('runs between the edges that face each other across lines', () => {
    expect(linkPath([box(0, 200, 40)], [box(80, 120, 0)])?.data).toBe('M100 40C100 30 100 30 100 20');
    expect(linkPath([box(0, 20, 0)], [box(80, 120, 40)])).toMatchObject({
      data: 'M14 20C14 30 86 30 86 40',
      end: { x: 86, y: 40 },
    });
  });

  it('takes the nearest pair of boxes', () => {
    const lines = [box(0, 200, 0), box(0, 200, 30), box(0, 40, 60)];
    expect(linkPath(lines, [box(50, 90, 60)])?.data).toBe('M40 80Q48 87 56 80');
  });

  it('draws nothing where one end lies in the other, or where there is no box', () => {
    expect(linkPath([box(0, 200, 0)], [box(50, 80, 0)])).toBeNull();
    expect(linkPath([], [box(0, 1, 0)])).toBeNull();
    expect(linkPath([box(0, 1, 0)], [])).toBeNull();
  });
});

describe('stubPath', () => {
  const lines = [box(0, 100, 0), box(0, 40, 30)];

  it('points up from the first line and down from the last', () => {
    expect(stubPath(lines, 'up')?.end).toEqual({ x: 50, y: -15 });
    expect(stubPath(lines, 'down')?.end).toEqual({ x: 20, y: 65 });
    expect(stubPath([], 'up')).toBeNull();
  });
});
