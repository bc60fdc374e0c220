import { type CalendarDate, calendarDate } from '../../core/dates/calendar.ts';
import { dateFormat } from '../../core/messages/date-format.ts';
import { t } from '../../core/messages/translate.ts';
import type { DateValue } from '../../core/model/attribute-value.ts';

const day = dateFormat({
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
  BEFORE: t('panels.before'),
  AFTER: t('panels.after'),
  ON_OR_BEFORE: t('panels.by'),
  ON_OR_AFTER: t('panels.since'),
  LESS_THAN: t('panels.lessThan'),
  MORE_THAN: t('panels.moreThan'),
  EQUAL_OR_LESS: t('panels.atMost'),
  EQUAL_OR_MORE: t('panels.atLeast'),
  START: t('panels.earlyIn'),
  MID: t('panels.theMiddleOf'),
  END: t('panels.lateIn'),
  APPROX: t('panels.about'),
};

/** The value as a list shows it: `since 2019`. */
export function shortDate({ value, modifier }: DateValue): string {
  return modifier === null ? value : `${modifierWords[modifier]} ${value}`;
}
