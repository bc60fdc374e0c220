import type { DateValue } from '../../model/attribute-value.ts';
import { calendarDate, isoWeek } from '../calendar.ts';
import { type ChronoReader, chronoValue } from '../chrono-points.ts';
import type { DateContext } from '../date-context.ts';
import { dateValueOf } from '../timex-form.ts';
import { dayValue } from './days.ts';
import { durationIn } from './durations.ts';
import { stripModifier } from './modifiers.ts';
import { partOfDay } from './names.ts';
import { periodValue } from './periods.ts';
import { setIn } from './sets.ts';

const vague: readonly [RegExp, string][] = [
  [
    /^(now|right now|currently|at present|presently|nowadays|these days|at the moment|at this time|to date|so far)$/,
    'PRESENT_REF',
  ],
  [
    /^(recently|lately|previously|formerly|in the past|once|earlier|in recent (years|months|weeks|days|times|decades)|recent (years|months|weeks|days|times|decades)|long ago|a long time ago)$/,
    'PAST_REF',
  ],
  [
    /^(soon|shortly|in (the )?future|in the near future|the future|eventually|in the coming (years|months|weeks|days)|the coming (years|months|weeks|days)|one day)$/,
    'FUTURE_REF',
  ],
];

/** What English words for a time come to; undefined when they are none that is known. */
export function englishValue(
  text: string,
  chrono: ChronoReader,
  context: DateContext,
): DateValue | undefined {
  const words = plainWords(text);
  const reference = vague.find(([pattern]) => pattern.test(words));
  if (reference !== undefined) return dateValueOf(reference[1]);
  const set = setIn(words) ?? setIn(words.replace(/^(?:on|at|in|during) /, ''));
  if (set !== undefined) return set;
  const { words: rest, prefix, isPart } = stripModifier(words);
  const length =
    durationIn(rest) ??
    (prefix === null ? durationIn(words.replace(/^(?:for|over|during|in|of) /, '')) : undefined);
  if (length !== undefined && !/^in (?!the )/.test(rest)) {
    if (prefix === null) return length;
    return prefix.length === null ? undefined : { ...length, modifier: prefix.length };
  }
  if (prefix !== null && prefix.point === null) return undefined;
  const named = isPart
    ? rest.replace(/^(?=(?:week|weekend|month|quarter|year|decade|century)$)/, 'this ')
    : rest;
  const value = pointValue(named, words, chrono, context);
  if (value === undefined) return undefined;
  const point = dateValueOf(value, prefix?.point ?? null);
  // An hour without minutes was meant no finer.
  return point?.granularity === 'minute' && /:00(?:Z|[+-]|$)/.test(value) && !/\d[:.]\d\d/.test(words)
    ? { ...point, granularity: 'hour' }
    : point;
}

function pointValue(
  rest: string,
  words: string,
  chrono: ChronoReader,
  context: DateContext,
): string | undefined {
  const week = /^week (?:of|beginning|commencing|starting|ending) (?:the )?(.+)$/.exec(rest)?.[1];
  if (week !== undefined) {
    const day = calendarDate(pointValue(week, week, chrono, context) ?? '');
    return day === undefined ? undefined : isoWeek(day);
  }
  // Where the day or the month comes first is not for guessing.
  const [, first, second] = /(?:^|\s)(\d{1,2})\/(\d{1,2})(?:\/\d{2,4})?(?:\s|$)/.exec(rest) ?? [];
  if (
    first !== undefined &&
    second !== undefined &&
    first !== second &&
    Number(first) <= 12 &&
    Number(second) <= 12
  )
    return undefined;
  const years = /^(?:between )?(\d{4}) ?(?:-|to|and|until) ?(\d{4}|\d\d)$/.exec(rest);
  if (years !== null) {
    const [, from = '', to = ''] = years;
    return `${from}/${to.length === 2 ? from.slice(0, 2) + to : to}`;
  }
  const part = inPart(rest);
  if (part !== undefined) {
    const day = part.day === 'this' ? 'today' : part.day;
    const value = pointValue(day, day, chrono, context);
    if (value !== undefined && calendarDate(value) !== undefined && value.length === 10)
      return value + part.time;
  }
  return (
    dayValue(rest, context) ??
    periodValue(rest, context) ??
    chronoValue(chrono, dayFirst(withYear(rest, context)), context) ??
    (rest === words ? undefined : chronoValue(chrono, words, context))
  );
}

/** A day and the part of it that is meant: "Thursday night", "the morning of 5 June". */
function inPart(words: string): { day: string; time: string } | undefined {
  const [, before, last = ''] =
    /^(.+?),? (?:in the |at )?(?:(?:early|late|mid)[ -])?(\S+)$/.exec(words) ?? [];
  const [, first = '', after] = /^(\S+) (?:of|on) (?:the )?(.+)$/.exec(words) ?? [];
  const day = partOfDay(first) === undefined ? before : after;
  const time = partOfDay(first) ?? partOfDay(last);
  return day === undefined || time === undefined || words === 'last night' ? undefined : { day, time };
}

/** "14 March last year": the library would take them for two times. */
function withYear(words: string, { published }: DateContext): string {
  return words.replace(/,? (?:of )?(this|last|next) year$/, (_, which) => {
    const step = which === 'this' ? 0 : which === 'last' ? -1 : 1;
    return ` ${published.year + step}`;
  });
}

/** Dates with full stops are written with the day first. */
function dayFirst(words: string): string {
  return words.replace(
    /\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b/,
    (_, d, m, y) => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`,
  );
}

function plainWords(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/^[\s"“”„«»([,.;:]+|[\s"“”„«»)\],;:!?]+$/g, '')
    .replace(/(?<=\p{L}{4})\.$/u, '')
    .replace(/'s$/, '')
    .replace(/\s+/g, ' ');
}
