import * as en from 'chrono-node/en';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  type CalendarDate,
  calendarDate,
  dayNumber,
  isoDay,
  isoWeek,
  weekdayOf,
} from '../../../src/core/dates/calendar.ts';
import { dateReader } from '../../../src/core/dates/date-reader.ts';
import { isTimex } from '../../../src/core/dates/timex-form.ts';
import { dateValueSchema } from '../../../src/core/model/attribute-value.ts';

const read = dateReader(en, []);
const days = fc
  .integer({
    min: dayNumber({ year: 1900, month: 1, day: 1 }),
    max: dayNumber({ year: 2099, month: 12, day: 31 }),
  })
  .map((number) => addDays({ year: 1970, month: 1, day: 1 }, number));
const leanings = fc.constantFrom('past' as const, 'future' as const, null);
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const long = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

function valueOfWords(
  words: string,
  published: CalendarDate | null,
  leaning: 'past' | 'future' | null = null,
): string {
  const reading = read(words, published, leaning);
  return reading.kind === 'resolved' ? reading.value.value : reading.kind;
}

describe('reading words for times', () => {
  it('reads back what it writes, whatever the day of publication', () => {
    const words = fc.constantFrom(
      ...[
        'yesterday',
        'last week',
        'two months ago',
        'last year',
        'Q3 2030',
        'every Monday',
        'three days',
        'the 1990s',
      ],
      ...[
        'this morning',
        'last weekend',
        'since 2019',
        'next summer',
        '5 pm on Thursday',
        'twice a week',
        'half an hour',
      ],
    );
    fc.assert(
      fc.property(words, days, leanings, (text, published, leaning) => {
        const reading = read(text, published, leaning);
        if (reading.kind !== 'resolved') throw new Error(`${text} is ${reading.kind}`);
        expect(dateValueSchema.safeParse(reading.value).success).toBe(true);
        expect(isTimex(reading.value)).toBe(true);
        const { value } = reading.value;
        // A bare decade is two or three digits, which in words are a number.
        if (value.length > 3) expect(valueOfWords(value, null)).toBe(value);
      }),
      { numRuns: 200 },
    );
  });

  it('finds every day written out', () => {
    fc.assert(
      fc.property(days, ({ year, month, day }) => {
        const words = long.format(new Date(Date.UTC(year, month - 1, day)));
        expect(valueOfWords(words, null)).toBe(isoDay({ year, month, day }));
      }),
      { numRuns: 100 },
    );
  });

  it('takes a weekday for the nearest on the side that the sentence looks to', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 7 }), leanings, (published, weekday, leaning) => {
        const found = calendarDate(valueOfWords(weekdays[weekday - 1] ?? '', published, leaning));
        if (found === undefined) throw new Error('a weekday is a day');
        expect(weekdayOf(found)).toBe(weekday);
        const distance = dayNumber(found) - dayNumber(published);
        if (leaning === 'future') expect(distance).toBeGreaterThanOrEqual(0);
        else expect(distance).toBeLessThanOrEqual(0);
        expect(Math.abs(distance)).toBeLessThan(7);
      }),
      { numRuns: 100 },
    );
  });

  it('says nothing of what counts from a day that is not known', () => {
    const relative = fc.constantFrom(
      'yesterday',
      'Thursday',
      '1 June',
      'last month',
      'three days ago',
      'tonight',
    );
    fc.assert(
      fc.property(relative, leanings, (words, leaning) => read(words, null, leaning).kind === 'unanchored'),
    );
  });

  it('never fails, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        days,
        (words, published) => void read(words, published, null),
      ),
    );
  });
});

describe('the calendar', () => {
  it('numbers weeks as ISO 8601 does', () => {
    expect(isoWeek({ year: 2021, month: 1, day: 3 })).toBe('2020-W53');
    expect(isoWeek({ year: 2024, month: 12, day: 30 })).toBe('2025-W01');
    expect(isoWeek({ year: 2031, month: 3, day: 14 })).toBe('2031-W11');
  });

  it('counts days there and back', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (date, step) => {
        const moved = addDays(date, step);
        expect(dayNumber(moved) - dayNumber(date)).toBe(step);
        expect(calendarDate(isoDay(moved))).toEqual(moved);
        expect(weekdayOf(moved)).toBe(
          ((((new Date(`${isoDay(moved)}T00:00:00Z`).getUTCDay() + 6) % 7) + 7) % 7) + 1,
        );
      }),
    );
  });
});
