/** How finely a timeline is cut. */
export type TimeGrain = 'day' | 'month' | 'year';

/**
 * Which stretch of a timeline a TIMEX3 value falls in: `2031-03-13`, `2031-03` or `2031`. A value coarser than the grain, or one that names no
 * calendar year (`PAST_REF`, `XXXX-WXX-4`), falls in none.
 * @param value ISO 8601 with TIMEX3's extensions; weeks count by the day they begin on, quarters and halves by their first month.
 */
export function timeBucket(value: string, grain: TimeGrain): string | undefined {
  const match = /^(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|W(\d{2})|Q([1-4])|H([12])))?(?=$|T|-)/.exec(value);
  if (match === null) return undefined;
  const [, year = '', month, day, week, quarter, half] = match;
  if (grain === 'year') return year;
  if (week !== undefined) return mondayOf(Number(year), Number(week)).slice(0, grain === 'day' ? 10 : 7);
  if (grain === 'day') return day === undefined ? undefined : `${year}-${month}-${day}`;
  const number =
    month ?? (quarter === undefined ? undefined : Number(quarter) * 3 - 2) ?? (half && Number(half) * 6 - 5);
  return number === undefined ? undefined : `${year}-${String(number).padStart(2, '0')}`;
}

/** The grain with which these values fill a timeline of some dozens of stretches. */
export function fittingGrain(values: Iterable<string>): TimeGrain {
  let first = '9999';
  let last = '0000';
  const months = new Set<string>();
  for (const value of values) {
    const month = timeBucket(value, 'month') ?? timeBucket(value, 'year');
    if (month === undefined) continue;
    if (month < first) first = month;
    if (month > last) last = month;
    months.add(month);
  }
  if (months.size === 0) return 'day';
  const span = (Number(last.slice(0, 4)) - Number(first.slice(0, 4))) * 12 + monthOf(last) - monthOf(first);
  if (span <= 2) return 'day';
  return span <= 60 ? 'month' : 'year';
}

function monthOf(value: string): number {
  return Number(value.slice(5, 7) || '1');
}

/** The Monday of an ISO 8601 week, as `2031-03-10`: week 1 is the one with 4 January in it. */
function mondayOf(year: number, week: number): string {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = fourth.getUTCDate() - ((fourth.getUTCDay() + 6) % 7) + (week - 1) * 7;
  return new Date(Date.UTC(year, 0, monday)).toISOString().slice(0, 10);
}
