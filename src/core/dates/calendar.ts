/** A day of the Gregorian calendar; `month` and `day` count from 1. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const dayLength = 86_400_000;

/** The day that an ISO 8601 date begins with (`2031-03-14`, `2031-03-14T10:00Z`), or undefined when there is no such day. */
export function calendarDate(iso: string): CalendarDate | undefined {
  const [, y, m, d] = /^(\d{4})-(\d\d)-(\d\d)(?![\d-])/.exec(iso) ?? [];
  if (y === undefined) return undefined;
  const date = { year: Number(y), month: Number(m), day: Number(d) };
  return isDay(date) ? date : undefined;
}

export function isDay({ year, month, day }: CalendarDate): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function isoDay({ year, month, day }: CalendarDate): string {
  return `${isoMonth(year, month)}-${twoDigits(day)}`;
}

export function isoMonth(year: number, month: number): string {
  return `${isoYear(year)}-${twoDigits(month)}`;
}

export function isoYear(year: number): string {
  return String(year).padStart(4, '0');
}

export function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

export function daysInMonth(year: number, month: number): number {
  return new Date(utc(year, month + 1, 0)).getUTCDate();
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** The month `months` later, as year and month. */
export function addMonths({ year, month }: CalendarDate, months: number): { year: number; month: number } {
  const count = year * 12 + month - 1 + months;
  return { year: Math.floor(count / 12), month: (((count % 12) + 12) % 12) + 1 };
}

/** Days since 1970-01-01: differences count days. */
export function dayNumber({ year, month, day }: CalendarDate): number {
  return Math.round(utc(year, month, day) / dayLength);
}

/** 1 is Monday, 7 Sunday, as in ISO 8601. */
export function weekdayOf(date: CalendarDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** The ISO 8601 week that holds a day, e.g. `2031-W11`. */
export function isoWeek(date: CalendarDate): string {
  const thursday = addDays(date, 4 - weekdayOf(date));
  const first = dayNumber({ year: thursday.year, month: 1, day: 1 });
  const week = Math.floor((dayNumber(thursday) - first) / 7) + 1;
  return `${isoYear(thursday.year)}-W${twoDigits(week)}`;
}

function fromDayNumber(number: number): CalendarDate {
  const date = new Date(number * dayLength);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** `Date.UTC` would take years below 100 for those of the twentieth century. */
function utc(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}
