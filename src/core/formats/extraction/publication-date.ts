import { calendarDate, isDay, isoDay } from '../../dates/calendar.ts';

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * The day that a document says it is of, as `date` of an article’s metadata has it (ISO 8601): out of ISO 8601 with or without hyphens and time, the
 * Date header of mail (RFC 5322, section 3.3), `14 March 2031` and `March 14, 2031`. It is the day where it was written, whatever its offset from UTC.
 */
export function publicationDay(words: string): string | undefined {
  const text = words.trim().slice(0, 100);
  const iso = calendarDate(text.replace(/^(\d{4})[/.](\d\d)[/.](\d\d)/, '$1-$2-$3'));
  if (iso !== undefined) return isoDay(iso);
  const [, y, m, d] = /^(?:D:)?(\d{4})(\d\d)(\d\d)(?:\d{4,6}|T\d|[+-Z]|$)/.exec(text) ?? [];
  if (y !== undefined) return dayOf(Number(y), Number(m), Number(d));
  const dayFirst = /^(?:\p{L}+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\.?\s+(\p{L}{3,9})\.?,?\s+(\d{4})(?!\d)/u.exec(
    text,
  );
  if (dayFirst !== null) return named(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst = /^(?:\p{L}+,?\s+)?(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u.exec(
    text,
  );
  return monthFirst === null ? undefined : named(monthFirst[3], monthFirst[1], monthFirst[2]);
}

/** `date`, and under `published` what was written where that says the time as well; neither when it is no day. */
export function publicationMetadata(words: string | undefined): { date?: string; published?: string } {
  const day = words === undefined ? undefined : publicationDay(words);
  if (day === undefined || words === undefined) return {};
  return /\d:\d\d|T\d\d/.test(words) ? { date: day, published: words } : { date: day };
}

function named(year = '', month = '', day = ''): string | undefined {
  const at = monthNames.indexOf(month.slice(0, 3).toLowerCase());
  return at === -1 ? undefined : dayOf(Number(year), at + 1, Number(day));
}

function dayOf(year: number, month: number, day: number): string | undefined {
  const date = { year, month, day };
  return year >= 1000 && isDay(date) ? isoDay(date) : undefined;
}
