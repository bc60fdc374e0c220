import { type CalendarDate, calendarDate } from './calendar.ts';
import type { DateReader } from './date-reader.ts';

/** The day of publication that an article's metadata give, as ISO 8601 or in words; null when they give none. Without a reader words say nothing. */
export function publicationDay(
  metadata: Readonly<Record<string, string>>,
  reader: DateReader | null,
): CalendarDate | null {
  const words = metadata.date ?? metadata.published ?? '';
  const iso = calendarDate(words);
  if (iso !== undefined || reader === null || words === '') return iso ?? null;
  const reading = reader(words, null, null);
  return reading.kind === 'resolved' ? (calendarDate(reading.value.value) ?? null) : null;
}
