const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const weekdayShort: Readonly<Record<string, number>> = {
  mon: 1,
  tue: 2,
  tues: 2,
  wed: 3,
  thu: 4,
  thur: 4,
  thurs: 4,
  fri: 5,
  sat: 6,
  sun: 7,
};
const months = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** 1 is Monday; undefined for what is no weekday. */
export function weekdayNamed(word: string): number | undefined {
  const name = word.replace(/\.$/, '');
  const index = weekdays.indexOf(name);
  return index === -1 ? weekdayShort[name] : index + 1;
}

/** 1 is January; undefined for what is no month. */
export function monthNamed(word: string): number | undefined {
  const name = word.replace(/\.$/, '');
  if (name.length < 3) return undefined;
  const index = months.findIndex(
    (month) =>
      month === name ||
      (month.startsWith(name) && name.length === 3) ||
      (name === 'sept' && month === 'september'),
  );
  return index === -1 ? undefined : index + 1;
}

const seasons: Readonly<Record<string, string>> = {
  spring: 'SP',
  springtime: 'SP',
  summer: 'SU',
  summertime: 'SU',
  autumn: 'FA',
  fall: 'FA',
  winter: 'WI',
  wintertime: 'WI',
};

/** TIMEX3's two letters for a season. */
export function seasonNamed(word: string): string | undefined {
  return Object.hasOwn(seasons, word) ? seasons[word] : undefined;
}

/** The parts of a day, as what follows the day in a TIMEX3 value. */
export function partOfDay(word: string): string | undefined {
  const parts: readonly [RegExp, string][] = [
    [/^(morning|a\.?m\.?)$/, 'TMO'],
    [/^(afternoon|p\.?m\.?)$/, 'TAF'],
    [/^evening$/, 'TEV'],
    [/^(night|overnight|night-time|nighttime)$/, 'TNI'],
    [/^(midday|lunchtime|lunch time|noon)$/, 'TMI'],
    [/^(daytime|day time)$/, 'TDT'],
  ];
  return parts.find(([pattern]) => pattern.test(word))?.[1];
}
