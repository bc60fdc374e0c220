import type { DateValue } from '../model/attribute-value.ts';
import { daysInMonth } from './calendar.ts';

export type Granularity = NonNullable<DateValue['granularity']>;

/** From the coarsest to the finest. */
export const granularities: readonly Granularity[] = [
  'century',
  'decade',
  'year',
  'halfYear',
  'quarter',
  'month',
  'week',
  'day',
  'hour',
  'minute',
  'second',
];

interface TimexForm {
  readonly type: DateValue['type'];
  /** The finest unit that the value names; null where TIMEX3 has a form of its own (seasons, weekends, parts of a day, `PAST_REF`). */
  readonly granularity: Granularity | null;
}

const year = '(?:\\d{4}|XXXX)';
const dateForms: readonly [RegExp, Granularity | null][] = [
  [/^\d{2}$/, 'century'],
  [/^\d{3}$/, 'decade'],
  [new RegExp(`^${year}$`), 'year'],
  [/^BC\d{4}$/, 'year'],
  [new RegExp(`^${year}-H[12X]$`), 'halfYear'],
  [new RegExp(`^${year}-Q[1-4X]$`), 'quarter'],
  [new RegExp(`^${year}-(?:SP|SU|FA|WI)$`), null],
  [new RegExp(`^${year}-(?:0[1-9]|1[0-2]|XX)$`), 'month'],
  [new RegExp(`^${year}-W(?:0[1-9]|[1-4]\\d|5[0-3]|XX)$`), 'week'],
  [new RegExp(`^${year}-W(?:0[1-9]|[1-4]\\d|5[0-3]|XX)-WE$`), null],
  [new RegExp(`^${year}-W(?:0[1-9]|[1-4]\\d|5[0-3]|XX)-[1-7]$`), 'day'],
  [new RegExp(`^${year}-(?:0[1-9]|1[0-2]|XX)-(?:0[1-9]|[12]\\d|3[01]|XX)$`), 'day'],
  [/^(?:PAST|PRESENT|FUTURE)_REF$/, null],
];

const clock = /^(?<hour>[01]\d|2[0-4])(?::(?<minute>[0-5]\d)(?::(?<second>[0-5]\d))?)?(?:Z|[+-]\d\d:?\d\d)?$/;
const partOfDay = /^(?:MO|MI|AF|EV|NI|DT)$/;

const amount = '(?:\\d+(?:\\.\\d+)?|X)';
const duration = new RegExp(
  `^P(?:(?<CE>${amount}CE)|(?<DE>${amount}DE)|(?=.)(?<Y>${amount}Y)?(?<M>${amount}M)?(?<W>${amount}W)?(?<D>${amount}D)?(?:T(?=.)(?<H>${amount}H)?(?<m>${amount}M)?(?<S>${amount}S)?)?)$`,
);
const durationUnits: readonly [string, Granularity][] = [
  ['S', 'second'],
  ['m', 'minute'],
  ['H', 'hour'],
  ['D', 'day'],
  ['W', 'week'],
  ['M', 'month'],
  ['Y', 'year'],
  ['DE', 'decade'],
  ['CE', 'century'],
];

/** What a TIMEX3 value is by its form, or undefined when it has none, or names a day that no month has. `A/B` is the stretch from A to B. */
export function timexForm(value: string): TimexForm | undefined {
  const [from, to, ...more] = value.split('/');
  if (from === undefined || more.length > 0) return undefined;
  if (to !== undefined) {
    const [a, b] = [pointForm(from), pointForm(to)];
    return a === undefined || b === undefined ? undefined : b;
  }
  const groups = duration.exec(value)?.groups;
  if (groups !== undefined) {
    const unit = durationUnits.find(([name]) => groups[name] !== undefined);
    return { type: 'duration', granularity: unit?.[1] ?? null };
  }
  return pointForm(value);
}

function pointForm(value: string): TimexForm | undefined {
  const [day = '', time, ...more] = value.split('T');
  // FUTURE_REF, PAST_REF and PRESENT_REF have a T of their own.
  if (value.endsWith('_REF')) return formOfDate(value);
  if (more.length > 0) return undefined;
  const date = day === '' && time !== undefined ? { granularity: 'day' } : formOfDate(day);
  if (time === undefined) return formOfDate(day);
  if (date?.granularity !== 'day') return undefined;
  if (partOfDay.test(time)) return { type: 'time', granularity: null };
  const groups = clock.exec(time)?.groups;
  if (groups === undefined) return undefined;
  const granularity =
    groups.second !== undefined ? 'second' : groups.minute !== undefined ? 'minute' : 'hour';
  return { type: 'time', granularity };
}

function formOfDate(value: string): TimexForm | undefined {
  const form = dateForms.find(([pattern]) => pattern.test(value));
  if (form === undefined) return undefined;
  const [, y, m, d] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) ?? [];
  if (y !== undefined && Number(d) > daysInMonth(Number(y), Number(m))) return undefined;
  return { type: 'date', granularity: form[1] };
}

/**
 * True when value, type and granularity fit one another: a set may have any form, the others their own; and no value is finer than it is
 * written.
 */
export function isTimex({ type, value, granularity }: DateValue): boolean {
  const form = timexForm(value);
  if (form === undefined || (type !== 'set' && type !== form.type)) return false;
  if (granularity === null || form.granularity === null) return true;
  return granularities.indexOf(granularity) <= granularities.indexOf(form.granularity);
}

/** A value of that form, of no set, as fine as it is written; undefined when the form is none of TIMEX3's. */
export function dateValueOf(value: string, modifier: DateValue['modifier'] = null): DateValue | undefined {
  const form = timexForm(value);
  return form === undefined ? undefined : { ...form, value, modifier };
}
