import {
  addDays,
  addMonths,
  type CalendarDate,
  daysInMonth,
  isoMonth,
  isoWeek,
  isoYear,
  weekdayOf,
} from '../calendar.ts';
import type { DateContext } from '../date-context.ts';
import { yearNear } from '../recurring.ts';
import { monthNamed, seasonNamed } from './names.ts';
import { countOf, ordinalOf } from './numbers.ts';

const steps: Readonly<Record<string, number>> = {
  this: 0,
  current: 0,
  last: -1,
  previous: -1,
  past: -1,
  next: 1,
  coming: 1,
};
const unit = 'week|weekend|fortnight|month|quarter|half|half-year|year|decade|century';

/** A week, month, quarter, season, year, decade… of words that count from the day of publication or name it whole. ISO 8601 / TIMEX3. */
export function periodValue(words: string, context: DateContext): string | undefined {
  return stepped(words, context) ?? numberedYears(words) ?? yearly(words, context);
}

function stepped(words: string, context: DateContext): string | undefined {
  const { published } = context;
  if (words === 'weekend')
    return at('weekend', context.leaning === 'future' ? 0 : weekdayOf(published) >= 6 ? 0 : -1, published);
  const near = new RegExp(`^(?:the )?(this|current|last|previous|past|next|coming) (${unit})$`).exec(words);
  if (near !== null) return at(near[2], steps[near[1] ?? ''] ?? 0, published);
  const second = new RegExp(`^(${unit}) (before last|after next)$`).exec(words);
  if (second !== null) return at(second[1], second[2] === 'before last' ? -2 : 2, published);
  const ago =
    /^(.+?) (week|fortnight|month|year|decade|quarter|century|centurie)s? (?:ago|back)(?: (?:this|last) \S+)?$/.exec(
      words,
    );
  const ahead =
    /^in (.+?) (week|fortnight|month|year|decade)s?(?:'? time)?$/.exec(words) ??
    /^(.+?) (week|fortnight|month|year|decade)s? (?:from now|hence)$/.exec(words);
  const count = countOf((ago ?? ahead)?.[1] ?? '');
  if (typeof count !== 'number') return undefined;
  const name = (ago ?? ahead)?.[2];
  const step = ago === null ? count : -count;
  if (name === 'fortnight') return at('week', step * 2, published);
  if (Number.isInteger(step)) return at(name, step, published);
  return name === 'year' ? at('month', step * 12, published) : undefined;
}

function at(name: string | undefined, step: number, published: CalendarDate): string | undefined {
  const { year } = published;
  switch (name) {
    case 'week':
      return isoWeek(addDays(published, step * 7));
    case 'weekend':
      return `${isoWeek(addDays(published, step * 7))}-WE`;
    case 'month': {
      const month = addMonths(published, step);
      return isoMonth(month.year, month.month);
    }
    case 'quarter': {
      const month = addMonths(published, step * 3);
      return `${isoYear(month.year)}-Q${Math.ceil(month.month / 3)}`;
    }
    case 'half':
    case 'half-year': {
      const month = addMonths(published, step * 6);
      return `${isoYear(month.year)}-H${Math.ceil(month.month / 6)}`;
    }
    case 'year':
      return isoYear(year + step);
    case 'decade':
      return isoYear(year + step * 10).slice(0, 3);
    case 'century':
    case 'centurie':
      return isoYear(year + step * 100).slice(0, 2);
    default:
      return undefined;
  }
}

/** Years, decades and centuries by their number, which are the same whatever the day of publication. */
function numberedYears(words: string): string | undefined {
  const year = /^(?:the )?(?:year )?((?:1\d|20|21)\d\d)$/.exec(words)?.[1];
  if (year !== undefined) return year;
  const decade = /^((?:1\d|20)\d)0'?s$/.exec(words)?.[1];
  if (decade !== undefined) return decade;
  const short = /^'?(\d)0'?s$/.exec(words)?.[1] ?? decadeNamed(words);
  // Whoever says "the twenties" today means these; from "the thirties" on, those of the last century.
  if (short !== undefined) return `${Number(short) <= 2 ? '20' : '19'}${short}`;
  const century = /^(\S+(?: \S+)?) century$/.exec(words)?.[1];
  const ordinal = century === undefined ? undefined : ordinalOf(century.replace(' ', '-'));
  return ordinal === undefined ? undefined : String(ordinal - 1).padStart(2, '0');
}

function decadeNamed(words: string): string | undefined {
  const names = [
    'twenties',
    'thirties',
    'forties',
    'fifties',
    'sixties',
    'seventies',
    'eighties',
    'nineties',
  ];
  const index = names.indexOf(words);
  return index === -1 ? undefined : String(index + 2);
}

/** Months, seasons, quarters and halves: with a year, with `this`, `last`, `next`, or alone. */
function yearly(words: string, context: DateContext): string | undefined {
  const [, which, name = '', yearWords] =
    /^(?:(this|last|past|next|coming|this past|this coming) )?(.+?)(?:,? (?:of |in )?(?:the )?(\d{4}|(?:this|last|next|that|previous) year))?$/.exec(
      words,
    ) ?? [];
  const stretch = stretchNamed(name);
  if (stretch === undefined) return undefined;
  const { published, leaning } = context;
  const explicit =
    yearWords === undefined
      ? undefined
      : /^\d/.test(yearWords)
        ? Number(yearWords)
        : published.year + (steps[yearWords.split(' ')[0] ?? ''] ?? 0);
  if (explicit !== undefined) return which === undefined ? stretch.valueIn(explicit) : undefined;
  if (which === 'this') {
    // In January "this winter" began last year.
    return stretch.valueIn(published.month < stretch.first - 9 ? published.year - 1 : published.year);
  }
  const lasts = (year: number): readonly [CalendarDate, CalendarDate] => {
    const end = addMonths({ year, month: stretch.first, day: 1 }, stretch.months - 1);
    return [
      { year, month: stretch.first, day: 1 },
      { ...end, day: daysInMonth(end.year, end.month) },
    ];
  };
  if (which === undefined) return stretch.valueIn(yearNear(lasts, { published, leaning }));
  // "Last March" in March is that of last year, "next March" that of the next.
  const isNext = /next|coming/.test(which);
  const inside = addMonths(published, isNext ? 1 : -1);
  const day = { ...inside, day: isNext ? 1 : daysInMonth(inside.year, inside.month) };
  const ended = stretch.months === 1 ? day : published;
  const year = yearNear(lasts, { published: ended, leaning: isNext ? 'future' : 'past' });
  const [first, last] = lasts(year);
  const isNow = stretch.months > 1 && iso(first) <= iso(published) && iso(published) <= iso(last);
  return stretch.valueIn(isNow ? year + (isNext ? 1 : -1) : year);
}

interface Stretch {
  /** Its first month, 1 to 12, and how many it lasts. */
  readonly first: number;
  readonly months: number;
  readonly valueIn: (year: number) => string;
}

function stretchNamed(name: string): Stretch | undefined {
  const month = monthNamed(name);
  if (month !== undefined) return { first: month, months: 1, valueIn: (year) => isoMonth(year, month) };
  const season = seasonNamed(name);
  if (season !== undefined) {
    const first = { SP: 3, SU: 6, FA: 9, WI: 12 }[season] ?? 1;
    return { first, months: 3, valueIn: (year) => `${isoYear(year)}-${season}` };
  }
  const [, q, ordinal, kind] =
    /^(?:q([1-4])|([1-4])q|(\S+) (quarter|half))$/.exec(name)?.filter((_, i) => i !== 2) ?? [];
  const digit = q ?? /^([1-4])q$/.exec(name)?.[1];
  const number = digit === undefined ? ordinalOf(ordinal ?? '') : Number(digit);
  const size = kind === 'half' ? 6 : 3;
  if (number === undefined || number > 12 / size) return undefined;
  const letter = kind === 'half' ? 'H' : 'Q';
  return {
    first: (number - 1) * size + 1,
    months: size,
    valueIn: (year) => `${isoYear(year)}-${letter}${number}`,
  };
}

function iso({ year, month, day }: CalendarDate): number {
  return year * 10_000 + month * 100 + day;
}
