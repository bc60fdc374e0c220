import { type CalendarDate, calendarDate } from '../../core/dates/calendar.ts';
import type { DateValue } from '../../core/model/attribute-value.ts';

const day = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `Thursday 13 March 2031`. */
export function dayWords(date: CalendarDate): string {
  return day.format(new Date(Date.UTC(date.year, date.month - 1, date.day))).replace(',', '');
}

/** The day of a value that is one, in words; undefined for all others, whose value says as much. */
export function valueWords({ value }: DateValue): string | undefined {
  const date = value.length === 10 ? calendarDate(value) : undefined;
  return date === undefined ? undefined : dayWords(date);
}

export const modifierWords: Readonly<Record<NonNullable<DateValue['modifier']>, string>> = {
  BEFORE: 'before',
  AFTER: 'after',
  ON_OR_BEFORE: 'by',
  ON_OR_AFTER: 'since',
  LESS_THAN: 'less than',
  MORE_THAN: 'more than',
  EQUAL_OR_LESS: 'at most',
  EQUAL_OR_MORE: 'at least',
  START: 'early in',
  MID: 'the middle of',
  END: 'late in',
  APPROX: 'about',
};

/** The value as a list shows it: `since 2019`. */
export function shortDate({ value, modifier }: DateValue): string {
  return modifier === null ? value : `${modifierWords[modifier]} ${value}`;
}
