import type { DateValue } from '../model/attribute-value.ts';
import type { CalendarDate } from './calendar.ts';
import { type ChronoReader, chronoValue } from './chrono-points.ts';
import type { DateContext, Leaning } from './date-context.ts';
import { englishValue } from './english/english-value.ts';
import { dateValueOf } from './timex-form.ts';

/** What words for a time come to. */
export type DateReading =
  | { readonly kind: 'resolved'; readonly value: DateValue }
  /** They count from the day of publication, which is not known. */
  | { readonly kind: 'unanchored' }
  | { readonly kind: 'unknown' };

/** Reads words for times. `published` is null while the article's publication date is not known. */
export type DateReader = (words: string, published: CalendarDate | null, leaning: Leaning) => DateReading;

/** Two days so far apart in every respect that what is the same from both does not depend on the day. */
const anchors: readonly [CalendarDate, CalendarDate] = [
  { year: 1987, month: 2, day: 3 },
  { year: 2042, month: 10, day: 24 },
];

/**
 * A reader that takes ISO 8601 and TIMEX3 as they are, and else tries the readers in turn.
 * @param english the library's reader of English
 * @param others its readers of the languages that come first
 */
export function dateReader(english: ChronoReader, others: readonly ChronoReader[]): DateReader {
  const valueFrom = (words: string, context: DateContext): DateValue | undefined => {
    for (const other of others) {
      const value = chronoValue(other, words.trim(), context);
      if (value !== undefined) return dateValueOf(value);
    }
    return englishValue(words, english, context);
  };
  return (words, published, leaning) => {
    const written = words.trim().toUpperCase();
    // Two or three digits are a century or a decade to TIMEX3, and to nobody else.
    const asWritten = /^\d{1,3}$/.test(written) ? undefined : dateValueOf(written);
    if (asWritten !== undefined) {
      return {
        kind: 'resolved',
        value:
          written.includes('X') && asWritten.type !== 'duration' ? { ...asWritten, type: 'set' } : asWritten,
      };
    }
    if (published !== null) {
      const value = valueFrom(words, { published, leaning });
      return value === undefined ? { kind: 'unknown' } : { kind: 'resolved', value };
    }
    const [first, second] = anchors.map((anchor) => valueFrom(words, { published: anchor, leaning }));
    if (first === undefined && second === undefined) return { kind: 'unknown' };
    return first !== undefined && JSON.stringify(first) === JSON.stringify(second)
      ? { kind: 'resolved', value: first }
      : { kind: 'unanchored' };
  };
}
