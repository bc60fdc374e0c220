import { addDays, type CalendarDate, dayNumber, isDay, weekdayOf } from './calendar.ts';
import type { DateContext } from './date-context.ts';

/**
 * The day that a weekday without a week means. A report speaks of the last one, the day of publication itself included ("told parliament
 * on Thursday"); what is still to come is the next one ("will vote on Thursday").
 * @param weekday 1 is Monday
 */
export function weekdayNear(weekday: number, { published, leaning }: DateContext): CalendarDate {
  const back = (weekdayOf(published) - weekday + 7) % 7;
  if (leaning !== 'future') return addDays(published, -back);
  return addDays(published, (7 - back) % 7);
}

/**
 * The year of something that comes once a year and is named without it. Looking back it is the last that has begun, looking ahead the
 * next that has not ended; else the nearest to the day of publication, as "1 June" is in March and "December" in January.
 * @param stretchIn its first and last day in a year
 */
export function yearNear(
  stretchIn: (year: number) => readonly [CalendarDate, CalendarDate],
  { published, leaning }: DateContext,
): number {
  const now = dayNumber(published);
  const years = [-1, 0, 1].map((step) => {
    const year = published.year + step;
    const [first, last] = stretchIn(year).map(dayNumber);
    return { year, before: (first ?? now) - now, after: now - (last ?? now) };
  });
  if (leaning === 'past') return years.findLast(({ before }) => before <= 0)?.year ?? published.year;
  if (leaning === 'future') return years.find(({ after }) => after <= 0)?.year ?? published.year;
  const gap = ({ before, after }: { before: number; after: number }) => Math.max(0, before, after);
  return years.reduce((best, other) => (gap(other) < gap(best) ? other : best)).year;
}

/**
 * Day and month in the year that `yearNear` finds; of 29 February the nearest leap year. With a weekday, the nearest year in which the day
 * is one.
 * @param weekday 1 is Monday
 */
export function dayNear(
  month: number,
  day: number,
  context: DateContext,
  weekday?: number,
): CalendarDate | undefined {
  const year = yearNear(
    (y) => [
      { year: y, month, day },
      { year: y, month, day },
    ],
    context,
  );
  const days = [0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5].map((step) => ({ year: year + step, month, day }));
  const real = days.filter(isDay);
  return real.find((date) => weekday === undefined || weekdayOf(date) === weekday) ?? real[0];
}
