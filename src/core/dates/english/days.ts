import { addDays, type CalendarDate, isDay, isoDay, weekdayOf } from '../calendar.ts';
import type { DateContext } from '../date-context.ts';
import { dayNear, weekdayNear } from '../recurring.ts';
import { weekdayNamed } from './names.ts';
import { countOf, ordinalOf } from './numbers.ts';

const near: Readonly<Record<string, number>> = {
  today: 0,
  yesterday: -1,
  tomorrow: 1,
  'day before yesterday': -2,
  'day after tomorrow': 2,
};

const holidays: readonly [RegExp, month: number, day: number][] = [
  [/^new year'?s eve$/, 12, 31],
  [/^new year'?s day$/, 1, 1],
  [/^christmas eve$/, 12, 24],
  [/^(christmas|christmas day|xmas)$/, 12, 25],
  [/^boxing day$/, 12, 26],
  [/^valentine'?s day$/, 2, 14],
  [/^(halloween|hallowe'en)$/, 10, 31],
  [/^(may day|labour day)$/, 5, 1],
];

/** A day, or a part of one, of words that name it by its nearness, its weekday or its number alone. ISO 8601 / TIMEX3. */
export function dayValue(words: string, context: DateContext): string | undefined {
  const { published } = context;
  if (words === 'tonight') return `${isoDay(published)}TNI`;
  if (words === 'last night') return `${isoDay(addDays(published, -1))}TNI`;
  const date = dayOf(words, context);
  return date === undefined ? undefined : isoDay(date);
}

function dayOf(words: string, context: DateContext): CalendarDate | undefined {
  const { published } = context;
  const nearness = Object.hasOwn(near, words) ? near[words] : undefined;
  if (nearness !== undefined) return addDays(published, nearness);
  const [, which, name] = /^(?:(this|this coming|coming|last|past|next|this past) )?(\S+)$/.exec(words) ?? [];
  const weekday = weekdayNamed(name ?? '');
  if (weekday !== undefined) return weekdayOfKind(which, weekday, context);
  const holiday = holidays.find(([pattern]) => pattern.test(words));
  if (holiday !== undefined) return dayNear(holiday[1], holiday[2], context);
  const number = /^\S+$/.test(words) ? ordinalOf(words) : undefined;
  if (number !== undefined) return numbered(number, context);
  return shifted(words, context);
}

function weekdayOfKind(which: string | undefined, weekday: number, context: DateContext): CalendarDate {
  const { published } = context;
  const ahead = (weekday - weekdayOf(published) + 7) % 7;
  if (which === undefined) return weekdayNear(weekday, context);
  if (which === 'last' || which === 'past' || which === 'this past') {
    return addDays(published, ahead === 0 ? -7 : ahead - 7);
  }
  if (which === 'this') return addDays(published, weekday - weekdayOf(published));
  return addDays(published, ahead === 0 ? 7 : ahead);
}

/** "The 14th", of the month that the leaning says. */
function numbered(day: number, { published, leaning }: DateContext): CalendarDate | undefined {
  const step = leaning === 'future' ? 1 : -1;
  for (let months = 0; months <= 3; months++) {
    const month = published.month - 1 + months * step;
    const date = {
      year: published.year + Math.floor(month / 12),
      month: (((month % 12) + 12) % 12) + 1,
      day,
    };
    const isBehind = months === 0 && (step < 0 ? day > published.day : day < published.day);
    if (isDay(date) && !isBehind) return date;
  }
  return undefined;
}

/** "Three days ago", "in three days", "a week from Thursday", "a week ago today". */
function shifted(words: string, context: DateContext): CalendarDate | undefined {
  const [, amount, unit, direction, anchor] =
    /^(?:in )?(.+?) (day|week|fortnight)s?(?:'? time)?(?: (ago|back|from now|hence|from|after|before|ago on|ago from))?(?: (\S+))?$/.exec(
      words,
    ) ?? [];
  const isAhead = words.startsWith('in ') || /^(from|after|hence)/.test(direction ?? '');
  if (unit === undefined || (direction === undefined && !isAhead)) return undefined;
  const count = countOf(amount ?? '');
  if (typeof count !== 'number' || !Number.isInteger(count)) return undefined;
  const from = anchor === undefined ? context.published : dayOf(anchor, context);
  // Whole weeks from the day of publication are named as weeks, not as days.
  if (from === undefined || (unit !== 'day' && anchor === undefined)) return undefined;
  const days = count * (unit === 'day' ? 1 : unit === 'week' ? 7 : 14);
  return addDays(from, isAhead ? days : -days);
}
