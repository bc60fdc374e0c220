import type { DateValue } from '../../model/attribute-value.ts';
import { twoDigits } from '../calendar.ts';
import { dateValueOf } from '../timex-form.ts';
import { durationIn } from './durations.ts';
import { monthNamed, partOfDay, seasonNamed, weekdayNamed } from './names.ts';
import { ordinalOf } from './numbers.ts';

const adverbs: Readonly<Record<string, string>> = {
  hourly: 'PT1H',
  daily: 'P1D',
  nightly: 'XXXX-XX-XXTNI',
  weekly: 'P1W',
  fortnightly: 'P2W',
  biweekly: 'P2W',
  monthly: 'P1M',
  quarterly: 'P3M',
  yearly: 'P1Y',
  annually: 'P1Y',
  annual: 'P1Y',
};

/** `XXXX-WXX-1` of `every Monday`, `P1D` of `daily`; undefined when the words name nothing that comes again and again. */
export function setIn(words: string): DateValue | undefined {
  const value = setValue(words);
  if (value === undefined) return undefined;
  const form = dateValueOf(value);
  return form === undefined ? undefined : { ...form, type: 'set' };
}

function setValue(words: string): string | undefined {
  if (Object.hasOwn(adverbs, words)) return adverbs[words];
  const each = /^(?:every|each|on every|on each) (.+)$/.exec(words)?.[1];
  if (each !== undefined) return eachValue(each);
  const rate = /^(?:(?:once|twice|thrice|(?:\S+|a few|several) times) )?(?:a|an|per|each|every) (\S+)$/.exec(
    words,
  );
  if (rate !== null && /^(?:once|twice|thrice|per|.* times)/.test(words))
    return durationIn(`a ${rate[1]}`)?.value;
  if (words === 'weekends') return 'XXXX-WXX-WE';
  const [, day, part] = /^(\S+?)(?: (\S+?))?s$/.exec(words) ?? [];
  if (day === undefined) return undefined;
  return part === undefined ? recurring(day, day.length > 3) : recurring(`${day} ${part}`, true);
}

function eachValue(words: string): string | undefined {
  const [, which, unit] = /^(?:(other|\S+) )?(\S+)$/.exec(words) ?? [];
  const alone = which === undefined ? recurring(words, true) : undefined;
  if (alone !== undefined) return alone;
  const number = which === 'other' ? 2 : which === 'single' ? 1 : ordinalOf(which ?? '');
  const counted = number === undefined ? words : `${number} ${unit}s`;
  return durationIn(which === undefined ? `a ${unit}` : counted)?.value ?? recurring(words, true);
}

/** A weekday, month, season, weekend, day of a month or part of a day without anything that says which. */
function recurring(words: string, isNameWhole: boolean): string | undefined {
  const [first = '', second, third] = words.split(' ');
  const weekday = isNameWhole ? weekdayNamed(first) : undefined;
  const part = second === undefined ? undefined : partOfDay(second);
  if (weekday !== undefined && second === undefined) return `XXXX-WXX-${weekday}`;
  if (weekday !== undefined && part !== undefined) return `XXXX-WXX-${weekday}${part}`;
  if (third !== undefined) return undefined;
  if (second !== undefined) return dayOfMonth(first, second) ?? dayOfMonth(second, first);
  const [month, season, day] = [monthNamed(first), seasonNamed(first), partOfDay(first)];
  if (first === 'weekend') return 'XXXX-WXX-WE';
  if (month !== undefined) return `XXXX-${twoDigits(month)}`;
  if (season !== undefined) return `XXXX-${season}`;
  return day === undefined ? undefined : `XXXX-XX-XX${day}`;
}

function dayOfMonth(dayWord: string, monthWord: string): string | undefined {
  const month = monthNamed(monthWord);
  const day = ordinalOf(dayWord) ?? (/^\d{1,2}$/.test(dayWord) ? Number(dayWord) : undefined);
  return month === undefined || day === undefined ? undefined : `XXXX-${twoDigits(month)}-${twoDigits(day)}`;
}
