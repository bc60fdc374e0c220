import * as de from 'chrono-node/de';
import * as en from 'chrono-node/en';
import * as fr from 'chrono-node/fr';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../src/core/dates/calendar.ts';
import type { Leaning } from '../../../src/core/dates/date-context.ts';
import { type DateReading, dateReader } from '../../../src/core/dates/date-reader.ts';
import { isTimex } from '../../../src/core/dates/timex-form.ts';

const read = dateReader(en, []);
/** A Friday. */
const published = calendarDate('2031-03-14') ?? null;

/** `date 2031-03-13 day START`; the granularity and the modifier only where there is one. */
function shown(reading: DateReading): string {
  if (reading.kind !== 'resolved') return reading.kind;
  const { type, value, granularity, modifier } = reading.value;
  expect(isTimex(reading.value)).toBe(true);
  return [type, value, granularity, modifier].filter((part) => part !== null).join(' ');
}

/** Words, what they come to in an article published on Friday 14 March 2031, and whether that needs the day of publication. */
const table: [words: string, expected: string, anchored: boolean, leaning?: Leaning][] = [
  ['2031-03-13', 'date 2031-03-13 day', false],
  ['2031-W11', 'date 2031-W11 week', false],
  ['P3D', 'duration P3D day', false],
  ['XXXX-WXX-4', 'set XXXX-WXX-4 day', false],
  ['Thursday', 'date 2031-03-13 day', true],
  ['on Thursday', 'date 2031-03-13 day', true],
  ['Friday', 'date 2031-03-14 day', true],
  ['Saturday', 'date 2031-03-08 day', true],
  ['Thursday', 'date 2031-03-20 day', true, 'future'],
  ['next Thursday', 'date 2031-03-20 day', true],
  ['last Thursday', 'date 2031-03-13 day', true],
  ['last Friday', 'date 2031-03-07 day', true],
  ['this coming Monday', 'date 2031-03-17 day', true],
  ['today', 'date 2031-03-14 day', true],
  ['yesterday', 'date 2031-03-13 day', true],
  ['tomorrow', 'date 2031-03-15 day', true],
  ['the day before yesterday', 'date 2031-03-12 day', true],
  ['three days ago', 'date 2031-03-11 day', true],
  ['in three days', 'date 2031-03-17 day', true],
  ['a week from Thursday', 'date 2031-03-20 day', true],
  ['the 10th', 'date 2031-03-10 day', true],
  ['this morning', 'time 2031-03-14TMO', true],
  ['yesterday evening', 'time 2031-03-13TEV', true],
  ['Thursday night', 'time 2031-03-13TNI', true],
  ['tonight', 'time 2031-03-14TNI', true],
  ['last night', 'time 2031-03-13TNI', true],
  ['5 June 2030 in the morning', 'time 2030-06-05TMO', false],
  ['the morning of 5 June 2030', 'time 2030-06-05TMO', false],
  ['5 pm on Thursday', 'time 2031-03-13T17:00 hour', true],
  ['Thursday at 5:30 p.m.', 'time 2031-03-13T17:30 minute', true],
  ['10:30 GMT', 'time 2031-03-14T10:30Z minute', true],
  ['1 June 1999 at 10:00', 'time 1999-06-01T10:00 minute', false],
  ['14 March', 'date 2031-03-14 day', true],
  ['1 June', 'date 2031-06-01 day', true],
  ['1 June', 'date 2030-06-01 day', true, 'past'],
  ['20 December', 'date 2030-12-20 day', true],
  ['20 December', 'date 2031-12-20 day', true, 'future'],
  ['Tuesday 4 March', 'date 2031-03-04 day', true],
  ['14 March 2031', 'date 2031-03-14 day', false],
  ['March 14, 2031', 'date 2031-03-14 day', false],
  ['Thursday, March 13, 2031', 'date 2031-03-13 day', false],
  ['the 1st of March, 2020', 'date 2020-03-01 day', false],
  ['13/03/2031', 'date 2031-03-13 day', false],
  ['12.5.2031', 'date 2031-05-12 day', false],
  ['5/12/2031', 'unknown', false],
  ['14 March last year', 'date 2030-03-14 day', true],
  ['Christmas Day', 'date 2030-12-25 day', true],
  ['last week', 'date 2031-W10 week', true],
  ['this week', 'date 2031-W11 week', true],
  ['two weeks ago', 'date 2031-W09 week', true],
  ['the week before last', 'date 2031-W09 week', true],
  ['the week of 10 March 2031', 'date 2031-W11 week', false],
  ['last weekend', 'date 2031-W10-WE', true],
  ['the weekend', 'date 2031-W10-WE', true],
  ['last month', 'date 2031-02 month', true],
  ['next month', 'date 2031-04 month', true],
  ['three months ago', 'date 2030-12 month', true],
  ['March', 'date 2031-03 month', true],
  ['in December', 'date 2030-12 month', true],
  ['last March', 'date 2030-03 month', true],
  ['next June', 'date 2031-06 month', true],
  ['March last year', 'date 2030-03 month', true],
  ['January 2030', 'date 2030-01 month', false],
  ['last year', 'date 2030 year', true],
  ['a year ago', 'date 2030 year', true],
  ['2019', 'date 2019 year', false],
  ['in 2019', 'date 2019 year', false],
  ['the first quarter', 'date 2031-Q1 quarter', true],
  ['the third quarter of 2030', 'date 2030-Q3 quarter', false],
  ['Q4 2030', 'date 2030-Q4 quarter', false],
  ['last quarter', 'date 2030-Q4 quarter', true],
  ['the first half of 2031', 'date 2031-H1 halfYear', false],
  ['last summer', 'date 2030-SU', true],
  ['last winter', 'date 2030-WI', true],
  ['spring 2031', 'date 2031-SP', false],
  ['the 1990s', 'date 199 decade', false],
  ['the nineties', 'date 199 decade', false],
  ['last decade', 'date 202 decade', true],
  ['the 19th century', 'date 18 century', false],
  ['2010-2015', 'date 2010/2015 year', false],
  ['14-16 March 2031', 'date 2031-03-14/2031-03-16 day', false],
  ['three days', 'duration P3D day', false],
  ['thirty years', 'duration P30Y year', false],
  ['a week', 'duration P1W week', false],
  ['for three days', 'duration P3D day', false],
  ['the past three days', 'duration P3D day', false],
  ['half an hour', 'duration PT30M minute', false],
  ['two and a half years', 'duration P30M month', false],
  ['a year and a half', 'duration P18M month', false],
  ['two years and three months', 'duration P2Y3M month', false],
  ['48-hour', 'duration PT48H hour', false],
  ['twenty-five years', 'duration P25Y year', false],
  ['several weeks', 'duration PXW week', false],
  ['for years', 'duration PXY year', false],
  ['a decade', 'duration P1DE decade', false],
  ['more than 20 years', 'duration P20Y year MORE_THAN', false],
  ['nearly four decades', 'duration P4DE decade LESS_THAN', false],
  ['at least two hours', 'duration PT2H hour EQUAL_OR_MORE', false],
  ['up to six months', 'duration P6M month EQUAL_OR_LESS', false],
  ['about two weeks', 'duration P2W week APPROX', false],
  ['every Monday', 'set XXXX-WXX-1 day', false],
  ['Mondays', 'set XXXX-WXX-1 day', false],
  ['every day', 'set P1D day', false],
  ['daily', 'set P1D day', false],
  ['every other week', 'set P2W week', false],
  ['twice a week', 'set P1W week', false],
  ['every June', 'set XXXX-06 month', false],
  ['every morning', 'set XXXX-XX-XXTMO', false],
  ['annually', 'set P1Y year', false],
  ['since 2019', 'date 2019 year ON_OR_AFTER', false],
  ['from 1 June', 'date 2031-06-01 day ON_OR_AFTER', true],
  ['before 2020', 'date 2020 year BEFORE', false],
  ['after Thursday', 'date 2031-03-13 day AFTER', true],
  ['by Friday', 'date 2031-03-14 day ON_OR_BEFORE', true],
  ['about 1950', 'date 1950 year APPROX', false],
  ['early 2030', 'date 2030 year START', false],
  ['mid-March', 'date 2031-03 month MID', true],
  ['late last year', 'date 2030 year END', true],
  ['the end of April', 'date 2031-04 month END', true],
  ['until the end of April', 'date 2031-04 month END', true],
  ['the end of the year', 'date 2031 year END', true],
  ['earlier this month', 'date 2031-03 month START', true],
  ['the late 1980s', 'date 198 decade END', false],
  ['now', 'date PRESENT_REF', false],
  ['recently', 'date PAST_REF', false],
  ['in the future', 'date FUTURE_REF', false],
  ['five hours ago', 'unknown', false],
  ['the bridge', 'unknown', false],
  ['', 'unknown', false],
];

describe('English words for times', () => {
  it.each(table)('%s is %s', (words, expected, anchored, leaning = null) => {
    expect(shown(read(words, published, leaning))).toBe(expected);
    expect(shown(read(words, null, leaning))).toBe(anchored ? 'unanchored' : expected);
  });
});

describe('other languages', () => {
  it.each([
    ['de', 'am Donnerstag', 'date 2031-03-13 day'],
    ['de', '1. Juni 2031', 'date 2031-06-01 day'],
    ['de', 'gestern', 'date 2031-03-13 day'],
    ['fr', 'jeudi', 'date 2031-03-13 day'],
    ['fr', '1er juin', 'date 2031-06-01 day'],
    ['fr', 'hier', 'date 2031-03-13 day'],
    ['fr', 'yesterday', 'date 2031-03-13 day'],
  ] as const)('%# %s', (language, words, expected) => {
    const reader = language === 'de' ? de : fr;
    expect(shown(dateReader(en, [reader])(words, published, null))).toBe(expected);
  });
});
