import type { ParsedComponents, ParsedResult } from 'chrono-node';
import {
  type CalendarDate,
  dayNumber,
  isDay,
  isoDay,
  isoMonth,
  isoWeek,
  isoYear,
  twoDigits,
} from './calendar.ts';
import type { DateContext } from './date-context.ts';
import { dayNear, weekdayNear, yearNear } from './recurring.ts';

/** What the library's readers of a language have in common. */
export interface ChronoReader {
  parse(text: string, reference: Date): ParsedResult[];
}

/** Words that may stand beside what the library has read without changing it. */
const idle =
  /^(?:[\s,.;:()–-]|\b(?:the|on|at|of|in|am|im|den|der|dem|um|el|la|le|les|de|du|del|no|na|dia|il|op|om|в|на|года|г)\b)*$/iu;

/**
 * A point or stretch in time that the library finds to be all that the words say, as ISO 8601; undefined when it finds none, or several.
 * Which year and week are meant where the words do not say is decided as everywhere here, not as the library would.
 */
export function chronoValue(reader: ChronoReader, words: string, context: DateContext): string | undefined {
  const { year, month, day } = context.published;
  // Local noon: the library counts in local time, and no change of the clock moves noon to another day.
  const reference = new Date(year, month - 1, day, 12);
  const [found, ...more] = reader.parse(words, reference);
  if (found === undefined || more.length > 0) return undefined;
  const rest = `${words.slice(0, found.index)} ${words.slice(found.index + found.text.length)}`;
  if (!idle.test(rest)) return undefined;
  const start = pointValue(found.start, found.text, context);
  if (found.end == null || start === undefined) return start;
  const from = startDay(found.start);
  const end = pointValue(
    found.end,
    found.text,
    from === undefined ? context : { published: from, leaning: 'future' },
  );
  return end === undefined ? undefined : `${start}/${end}`;
}

function startDay(components: ParsedComponents): CalendarDate | undefined {
  const date = fields(components);
  return isDay(date) ? date : undefined;
}

function pointValue(components: ParsedComponents, text: string, context: DateContext): string | undefined {
  const isCertain = (...names: Parameters<ParsedComponents['isCertain']>[0][]) =>
    names.every((name) => components.isCertain(name));
  if (isCertain('hour')) return timeValue(components, text, context);
  if (isCertain('day', 'month')) {
    const day = dayIn(components, text, context);
    return day === undefined ? undefined : weekOrDay(components, day, context);
  }
  if (isCertain('weekday')) {
    const day = dayIn(components, text, context);
    return day === undefined ? undefined : isoDay(day);
  }
  const { year, month } = fields(components);
  if (isCertain('month')) {
    return isoMonth(
      isCertain('year')
        ? year
        : yearNear(
            (y) => [
              { year: y, month, day: 1 },
              { year: y, month, day: 28 },
            ],
            context,
          ),
      month,
    );
  }
  return isCertain('year') ? isoYear(year) : undefined;
}

/** Whole weeks that were counted from the day of publication are weeks, not days. */
function weekOrDay(components: ParsedComponents, day: CalendarDate, { published }: DateContext): string {
  const isCounted = components.tags().has('result/relativeDate') && !components.isCertain('weekday');
  const distance = dayNumber(day) - dayNumber(published);
  return isCounted && distance % 7 === 0 && distance !== 0 ? isoWeek(day) : isoDay(day);
}

function dayIn(components: ParsedComponents, text: string, context: DateContext): CalendarDate | undefined {
  const date = fields(components);
  const weekday = components.isCertain('weekday')
    ? (((components.get('weekday') ?? 0) + 6) % 7) + 1
    : undefined;
  if (components.isCertain('day')) {
    if (components.isCertain('year')) return isDay(date) ? date : undefined;
    return dayNear(date.month, date.day, context, weekday);
  }
  if (weekday === undefined) return undefined;
  // One word is the weekday alone; more say which one is meant.
  const isAlone = !/\p{L}\s+\p{L}/u.test(text.replace(/\d.*$/u, '').trim());
  return isAlone || components.isCertain('hour')
    ? weekdayNear(weekday, context)
    : isDay(date)
      ? date
      : undefined;
}

function timeValue(components: ParsedComponents, text: string, context: DateContext): string | undefined {
  // Hours ago: only from a time of publication, which is not kept.
  if (components.tags().has('result/relativeDateAndTime')) return undefined;
  const hasDay = components.isCertain('day') || components.isCertain('weekday');
  const day = hasDay ? dayIn(components, text, context) : context.published;
  const [hour, minute, second] = [components.get('hour'), components.get('minute'), components.get('second')];
  if (day === undefined || hour === null) return undefined;
  const seconds = components.isCertain('second') ? `:${twoDigits(second ?? 0)}` : '';
  return `${isoDay(day)}T${twoDigits(hour)}:${twoDigits(minute ?? 0)}${seconds}${zone(components)}`;
}

function zone(components: ParsedComponents): string {
  const offset = components.isCertain('timezoneOffset') ? components.get('timezoneOffset') : null;
  if (offset === null) return '';
  if (offset === 0) return 'Z';
  const size = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}

function fields(components: ParsedComponents): CalendarDate {
  return {
    year: components.get('year') ?? 0,
    month: components.get('month') ?? 0,
    day: components.get('day') ?? 0,
  };
}
