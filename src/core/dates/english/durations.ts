import type { DateValue } from '../../model/attribute-value.ts';
import { dateValueOf } from '../timex-form.ts';
import { countOf } from './numbers.ts';

/** What TIMEX3 calls a unit: the letter, after a `T` when it is of the clock, and how many of them one is. */
interface Unit {
  readonly letter: string;
  readonly clock?: true;
  readonly times?: number;
}

const units: readonly [RegExp, Unit][] = [
  [/^(second|sec)s?$/, { letter: 'S', clock: true }],
  [/^(minute|min)s?$/, { letter: 'M', clock: true }],
  [/^(hour|hr)s?$/, { letter: 'H', clock: true }],
  [/^days?$/, { letter: 'D' }],
  [/^(week|wk)s?$/, { letter: 'W' }],
  [/^fortnights?$/, { letter: 'W', times: 2 }],
  [/^months?$/, { letter: 'M' }],
  [/^quarters?$/, { letter: 'M', times: 3 }],
  [/^(year|yr)s?$/, { letter: 'Y' }],
  [/^decades?$/, { letter: 'DE' }],
  [/^(century|centuries)$/, { letter: 'CE' }],
];

/** Halves are written in the next smaller unit where a whole number of those make one. */
const smaller: Readonly<Record<string, readonly [count: number, written: string]>> = {
  CE: [100, 'Y'],
  DE: [10, 'Y'],
  Y: [12, 'M'],
  D: [24, 'TH'],
  TH: [60, 'TM'],
  TM: [60, 'TS'],
};

/** `P3D` of `three days`; undefined when the words are no length of time. */
export function durationIn(words: string): DateValue | undefined {
  const value = durationValue(words);
  return value === undefined ? undefined : dateValueOf(value);
}

function durationValue(words: string): string | undefined {
  const text = words
    .replace(
      /^(?:the |these |those )?(?:last|past|next|coming|previous|following|first|final) (?=\S+ \S)/,
      '',
    )
    .replace(/^(?:the|these|those) (?=(?:\d|\S+ (?:years|months|weeks|days|hours|minutes)))/, '')
    .replace(
      /^(?:the )?(?:past|coming) (?=(?:second|minute|hour|day|week|month|quarter|year|decade|century)$)/,
      'a ',
    )
    .replace(/^(?:all|the (?:whole|entire|full)|an entire|a (?:whole|full)|the best part of a) /, 'a ')
    .replace(/-(?:long|old)$/, '');
  const parts = text.split(/(?:, | and )(?=\S+ (?:second|minute|hour|day|week|month|year)s?)/);
  if (parts.length > 1 && parts.length <= 3) return joined(parts);
  const halved = /^an? (\S+) and a half$/.exec(text)?.[1];
  if (halved !== undefined) return written(1.5, halved);
  const [, count, unit] =
    /^(.+?)[ -](?:more |or more |straight |consecutive |calendar |working )?(\S+)$/.exec(text) ?? [];
  if (count !== undefined && unit !== undefined) {
    const number = countOf(count);
    return number === undefined ? undefined : written(number, unit);
  }
  // "For years": so many that nobody counts.
  return /s$/.test(text) ? written('X', text) : undefined;
}

/** `P2Y3M` of two parts, from the coarsest to the finest. */
function joined(parts: readonly string[]): string | undefined {
  const values = parts.map(durationValue);
  const order = ['Y', 'M', 'W', 'D', 'TH', 'TM', 'TS'];
  let last = -1;
  let days = '';
  let clock = '';
  for (const value of values) {
    const [, t, amount, letter] = /^P(T?)([\d.]+)([A-Z])$/.exec(value ?? '') ?? [];
    const place = order.indexOf(`${t}${letter}`);
    if (amount === undefined || place <= last) return undefined;
    last = place;
    if (t === '') days += amount + letter;
    else clock += amount + letter;
  }
  return `P${days}${clock === '' ? '' : `T${clock}`}`;
}

function written(count: number | 'X', name: string): string | undefined {
  const unit = units.find(([pattern]) => pattern.test(name))?.[1];
  if (unit === undefined) return undefined;
  const { letter, clock, times = 1 } = unit;
  if (count === 'X') return `P${clock ? 'T' : ''}X${letter}`;
  const [total, symbol] = [count * times, `${clock ? 'T' : ''}${letter}`];
  const finer = smaller[symbol];
  if (!Number.isInteger(total) && finer !== undefined && Number.isInteger(total * finer[0])) {
    return withAmount(total * finer[0], finer[1]);
  }
  return withAmount(total, symbol);
}

function withAmount(amount: number, symbol: string): string {
  return symbol.startsWith('T') ? `PT${amount}${symbol.slice(1)}` : `P${amount}${symbol}`;
}
