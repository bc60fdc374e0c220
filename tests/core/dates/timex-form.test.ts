import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTimex, timexForm } from '../../../src/core/dates/timex-form.ts';

describe('the form of a TIMEX3 value', () => {
  it.each([
    ['2031', 'date year'],
    ['203', 'date decade'],
    ['20', 'date century'],
    ['BC0044', 'date year'],
    ['2031-03', 'date month'],
    ['2031-03-14', 'date day'],
    ['2031-W11', 'date week'],
    ['2031-W11-WE', 'date null'],
    ['2031-W11-5', 'date day'],
    ['2031-Q1', 'date quarter'],
    ['2031-H2', 'date halfYear'],
    ['2031-SU', 'date null'],
    ['2031-03-14TMO', 'time null'],
    ['2031-03-14T10', 'time hour'],
    ['2031-03-14T10:30', 'time minute'],
    ['2031-03-14T10:30:05Z', 'time second'],
    ['2031-03-14T24:00', 'time minute'],
    ['T10:30', 'time minute'],
    ['P3D', 'duration day'],
    ['PT48H', 'duration hour'],
    ['P2Y3M', 'duration month'],
    ['P1DE', 'duration decade'],
    ['PXW', 'duration week'],
    ['XXXX-WXX-4', 'date day'],
    ['XXXX-06', 'date month'],
    ['PRESENT_REF', 'date null'],
    ['2010/2015', 'date year'],
  ])('%s is a %s', (value, expected) => {
    const form = timexForm(value);
    expect(`${form?.type} ${form?.granularity}`).toBe(expected);
  });

  it.each([
    '',
    'P',
    'PT',
    'P3',
    '3D',
    '2031-13',
    '2031-02-30',
    '2031-3-14',
    '2031-03-14T',
    '2031-03T10:30',
    '2031-03-14T25:00',
    '2031-W54',
    '2031-Q5',
    'Thursday',
    '2010/2012/2015',
    '2010/P3D',
    'TODAY_REF',
  ])('%s has none', (value) => {
    expect(timexForm(value)).toBeUndefined();
  });

  it('holds every day of the calendar, and no other', () => {
    const digits = (most: number) => fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(2, '0'));
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), digits(14), digits(33), (year, month, day) => {
        const value = `${year}-${month}-${day}`;
        const real = new Date(`${value}T00:00:00Z`);
        const isDay = !Number.isNaN(real.getTime()) && real.toISOString().startsWith(value);
        expect(timexForm(value) !== undefined).toBe(isDay);
      }),
    );
  });
});

describe('a date value', () => {
  const day = { type: 'date', value: '2031-03-14', granularity: 'day', modifier: null } as const;

  it('may be coarser than it is written, but not finer', () => {
    expect(isTimex(day)).toBe(true);
    expect(isTimex({ ...day, granularity: 'month' })).toBe(true);
    expect(isTimex({ ...day, granularity: null })).toBe(true);
    expect(isTimex({ ...day, granularity: 'minute' })).toBe(false);
  });

  it('has the type of its form, unless it is a set', () => {
    expect(isTimex({ ...day, type: 'set' })).toBe(true);
    expect(isTimex({ ...day, type: 'duration' })).toBe(false);
    expect(isTimex({ ...day, value: 'Friday' })).toBe(false);
  });
});
