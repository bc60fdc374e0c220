import { describe, expect, it } from 'vitest';
import { ratioIn, spreadIn } from '../../../bench/report/comparison.ts';
import type { Reading } from '../../../bench/report/reading.ts';
import { spreadOf } from '../../../bench/report/spread.ts';

const reading = (contender: string, round: number, value: number): Reading => ({
  measure: 'open',
  size: '1 MB',
  contender,
  round,
  value,
});

describe('spreadOf', () => {
  it('takes the middle of an odd number and the mean of the middle two of an even one', () => {
    expect(spreadOf([9, 1, 5])).toEqual({ median: 5, least: 1, greatest: 9 });
    expect(spreadOf([9, 1, 5, 6])).toEqual({ median: 5.5, least: 1, greatest: 9 });
  });

  it('refuses no values', () => {
    expect(() => spreadOf([])).toThrow(RangeError);
  });
});

describe('ratioIn', () => {
  it('compares round by round, so that a slow round does not count', () => {
    const readings = [
      ...[10, 100, 10].map((value, round) => reading('ours', round, value)),
      ...[5, 50, 5].map((value, round) => reading('theirs', round, value)),
    ];
    expect(ratioIn(readings, { contender: 'ours' }, { contender: 'theirs' })).toBe(2);
  });

  it('passes over rounds that one of the two lacks, and has no answer where none is left', () => {
    const readings = [reading('ours', 0, 8), reading('ours', 1, 9), reading('theirs', 1, 3)];
    expect(ratioIn(readings, { contender: 'ours' }, { contender: 'theirs' })).toBe(3);
    expect(ratioIn(readings, { contender: 'ours' }, { contender: 'nobody' })).toBeUndefined();
    expect(
      ratioIn(
        [reading('ours', 0, 1), reading('theirs', 0, 0)],
        { contender: 'ours' },
        { contender: 'theirs' },
      ),
    ).toBeUndefined();
  });
});

describe('spreadIn', () => {
  it('takes only what was chosen', () => {
    const readings = [reading('ours', 0, 1), reading('theirs', 0, 100)];
    expect(spreadIn(readings, { contender: 'ours' })?.greatest).toBe(1);
    expect(spreadIn(readings, { size: '5 MB' })).toBeUndefined();
  });
});
