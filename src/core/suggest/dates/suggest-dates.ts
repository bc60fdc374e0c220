import type { CalendarDate } from '../../dates/calendar.ts';
import { isoDay } from '../../dates/calendar.ts';
import type { Leaning } from '../../dates/date-context.ts';
import type { DateReader } from '../../dates/date-reader.ts';
import { leaningAt } from '../../dates/leaning.ts';
import type { DateValue } from '../../model/attribute-value.ts';
import type { Block } from '../../model/block.ts';
import type { Fragment } from '../../model/fragment.ts';
import { paragraphsOf } from '../../text/paragraphs.ts';
import type { DateSuggestion } from '../suggestion.ts';
import { type DateExpression, type DatePattern, dateExpressionsIn } from './date-expressions.ts';

/** How often words of a kind are what others annotated as times: docs/suggestions.md has the command that counts. */
const sure: Readonly<Record<DatePattern, number>> = {
  calendar: 0.98,
  numeric: 0.95,
  weekday: 0.95,
  relative: 0.9,
  month: 0.95,
  year: 0.85,
  clock: 0.85,
  length: 0.85,
  season: 0.7,
};

const told: Readonly<Record<DatePattern, string>> = {
  calendar: 'a day and its month',
  numeric: 'a date in figures',
  weekday: 'a day of the week',
  relative: 'words that count from a day',
  month: 'a month',
  year: 'a year or several',
  clock: 'a time of day',
  length: 'a length of time',
  season: 'a season or a feast',
};

/** The verb that says whether a weekday is past or to come stands within so many UTF-16 units. */
const verbReach = 300;

/** The same words with the same leaning mean the same in one article: so many readings are kept. */
const mostKept = 4096;

/**
 * The times that a text names, in order, read against the day of publication. English, and dates in figures. Time and memory grow with the text alone.
 */
export function* suggestDates(
  text: string,
  blocks: readonly Block[],
  published: CalendarDate | null,
  reader: DateReader,
): Generator<DateSuggestion> {
  const kept = new Map<string, ReturnType<DateReader>>();
  for (const paragraph of paragraphsOf(blocks)) {
    for (const found of dateExpressionsIn(text, paragraph)) {
      const leaning = isCountedFromNearest(found) ? leaningIn(text, found, paragraph) : null;
      const said = text.slice(found.start, found.end);
      const key = `${leaning} ${said}`;
      const reading = kept.get(key) ?? reader(said, published, leaning);
      if (kept.size < mostKept) kept.set(key, reading);
      yield suggestion(found, said, reading, published);
    }
  }
}

/** By the verbs of the sentence, as far as the window reaches: a sentence without end costs no more than another. */
function leaningIn(text: string, { start, end }: Fragment, paragraph: Fragment): Leaning {
  const from = Math.max(paragraph.start, start - verbReach);
  const to = Math.min(paragraph.end, end + verbReach);
  return leaningAt(text.slice(from, to), start - from, end - from);
}

/** Of these the verb beside them says whether they are past or to come. */
function isCountedFromNearest({ pattern }: DateExpression): boolean {
  return pattern === 'weekday' || pattern === 'month' || pattern === 'calendar' || pattern === 'season';
}

function suggestion(
  { start, end, pattern }: DateExpression,
  said: string,
  reading: ReturnType<DateReader>,
  published: CalendarDate | null,
): DateSuggestion {
  const isRead = reading.kind === 'resolved';
  const asks =
    reading.kind === 'unanchored'
      ? 'counts from the day of publication, which is not known: say which day is meant'
      : isAmbiguous(said)
        ? 'the day or the month may come first: say which'
        : 'no value could be read: say which time is meant';
  return {
    rule: 'date',
    fragments: [{ start, end }],
    value: isRead ? reading.value : null,
    confidence: isRead ? sure[pattern] : sure[pattern] - 0.15,
    reason: [told[pattern], isRead ? resolvedBy(reading.value, pattern, published) : asks],
  };
}

function isAmbiguous(said: string): boolean {
  return /^\d{1,2}[/.]\d{1,2}[/.]/.test(said);
}

function resolvedBy(value: DateValue, pattern: DatePattern, published: CalendarDate | null): string {
  const counts =
    pattern === 'relative' || pattern === 'weekday' || pattern === 'month' || pattern === 'season';
  return counts && published !== null && value.type !== 'duration'
    ? `${value.value}, counted from publication on ${isoDay(published)}`
    : value.value;
}
