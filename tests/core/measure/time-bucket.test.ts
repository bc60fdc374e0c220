import { describe, expect, it } from 'vitest';
import { fittingGrain, timeBucket } from '../../../src/core/measure/time-bucket.ts';

describe('timeBucket', () => {
  it.each([
    ['2031-03-13', '2031-03-13', '2031-03', '2031'],
    ['2031-03-13T09:30', '2031-03-13', '2031-03', '2031'],
    ['2031-03-13TMO', '2031-03-13', '2031-03', '2031'],
    ['2031-03', undefined, '2031-03', '2031'],
    ['2031', undefined, undefined, '2031'],
    ['2031-W11', '2031-03-10', '2031-03', '2031'],
    ['2026-W01', '2025-12-29', '2025-12', '2026'],
    ['2031-Q2', undefined, '2031-04', '2031'],
    ['2031-H2', undefined, '2031-07', '2031'],
    ['2031-SU', undefined, undefined, '2031'],
    ['XXXX-WXX-4', undefined, undefined, undefined],
    ['PAST_REF', undefined, undefined, undefined],
    ['203', undefined, undefined, undefined],
  ])('of %s', (value, day, month, year) => {
    expect([timeBucket(value, 'day'), timeBucket(value, 'month'), timeBucket(value, 'year')]).toEqual([
      day,
      month,
      year,
    ]);
  });
});

describe('fittingGrain', () => {
  it.each([
    [['2031-03-01', '2031-04-30'], 'day'],
    [['2031-03-01', '2032-04-30'], 'month'],
    [['1999', '2032-04-30'], 'year'],
    [[], 'day'],
    [['PAST_REF'], 'day'],
  ] as const)('of %j is %s', (values, grain) => {
    expect(fittingGrain(values)).toBe(grain);
  });
});
