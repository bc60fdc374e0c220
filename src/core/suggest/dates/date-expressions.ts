import type { Fragment } from '../../model/fragment.ts';

/** What kind of words a date was found by: each is weighed by itself. */
export type DatePattern =
  | 'calendar'
  | 'numeric'
  | 'weekday'
  | 'relative'
  | 'month'
  | 'year'
  | 'clock'
  | 'length'
  | 'season';

/** Words for a time in a text; offsets in UTF-16 units. */
export interface DateExpression extends Fragment {
  readonly pattern: DatePattern;
}

const weekday =
  '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\\.)';
const month =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?)';
const partOfDay = '(?:morning|afternoon|evening|night|midday|noon|midnight)';
const ordinal = '\\d{1,2}(?:st|nd|rd|th)?';
const year = '(?:1[0-9]\\d\\d|20\\d\\d)';
const unit =
  '(?:seconds?|minutes?|hours?|days?|weeks?|weekends?|fortnights?|months?|quarters?|years?|decades?|centur(?:y|ies))';
const number =
  '(?:\\d{1,3}(?:[.,]\\d{1,3})?(?: ?[-–] ?\\d{1,3})?|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|ninety|several|many|a few|a couple of|half an?|few)';
const near =
  '(?:(?:just |well )?(?:over|under)|nearly|almost|about|around|some|roughly|approximately|more than|less than|fewer than|at least|at most|up to|only|just|exactly)';
const clockTime =
  '\\d{1,2}(?:[:.][0-5]\\d(?::[0-5]\\d)? ?(?:[ap]\\.?m\\b\\.?)?| ?[ap]\\.?m\\b\\.?)(?: ?\\b(?:GMT|UTC|[ECMP][SD]T|BST|CES?T|local time)\\b)?';
const season = '(?:spring|summer|autumn|fall|winter)';
const edge =
  '(?:(?:early|earlier|late|later|mid|the (?:end|beginning|start|middle|rest) of|by the end of)[ -])?';
const tail = `(?:,? (?:in the )?${partOfDay})?(?:,? at ${clockTime})?`;

/** In the order in which they are tried at a place; every repetition is bounded, so that each place costs the same at most. */
const patterns: readonly (readonly [DatePattern, string])[] = [
  [
    'numeric',
    `\\d{4}-\\d\\d-\\d\\d(?:T\\d\\d:\\d\\d(?::\\d\\d)?(?:Z|[+-]\\d\\d:?\\d\\d)?)?|\\d{1,2}/\\d{1,2}/(?:\\d{4}|\\d\\d)(?!\\d)|\\d{1,2}\\.\\d{1,2}\\.(?:\\d{4}|\\d\\d)(?![\\d.])`,
  ],
  [
    'calendar',
    `(?:${weekday},? (?:the )?)?(?:${month} ${ordinal}(?: ?[-–] ?${ordinal}(?! ${month}))?(?:,? ${year})?|${ordinal}(?: ?[-–] ?${ordinal})? (?:of )?${month}(?:,? ${year})?)(?!\\d)${tail}`,
  ],
  ['month', `(?:the )?${edge}${month},? (?:of )?(?:${year}|(?:this|last|next) year)(?!\\d)`],
  [
    'relative',
    `(?:today|yesterday|tomorrow|tonight)(?: ${partOfDay})?|the day (?:before yesterday|after tomorrow)`,
  ],
  [
    'weekday',
    `(?:(?:early|late|last|next|this|every|each|this past) )?${weekday}s?(?: (?:last|next|this) week)?${tail}`,
  ],
  [
    'relative',
    `${edge}(?:this|last|next|past|previous|following|coming|every|each|the (?:past|last|next|previous|following|coming|same|first|final)|this (?:past|coming)) (?:(?:${number}|${number}[ -]to[ -]${number}) )?(?:(?:working|business|fiscal|school) )?${unit}(?:’s|'s)?(?: ${partOfDay})?`,
  ],
  ['relative', `(?:this|last|next|that|the previous|the following|the next|every|each) (?:${partOfDay})`],
  [
    'season',
    `(?:the )?${edge}(?:last|this|next|the|early|late|every|each) ${season}(?: of ${year})?|(?:the )?(?:Spring|Summer|Autumn|Fall|Winter|spring|summer|autumn|winter)(?: of)? ${year}(?!\\d)`,
  ],
  [
    'season',
    `(?:last |this |next )?(?:Christmas|Easter|Thanksgiving|Halloween|Ramadan|New Year)(?:[’']s)?(?: (?:Day|Eve|Sunday|Monday))?(?:,? ${year})?|[A-Z][a-z]{2,14} Day(?![\\p{L}])(?:,? ${year})?`,
  ],
  [
    'clock',
    `(?:around |about |shortly (?:before|after) )?(?:${clockTime}|midnight|noon(?! ?hour))(?: (?:on )?${weekday})?`,
  ],
  [
    'length',
    `(?:${near} )?(?:${number}|${number} (?:to|or) ${number}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ](?:one|two|three|four|five|six|seven|eight|nine)) (?:(?:more|consecutive|straight|full|long|working|business|whole|and a half) )?${unit}(?![-‐]old| old| of age)(?: (?:ago|later|earlier|before|hence|from now))?`,
  ],
  [
    'relative',
    `the (?:end|beginning|start|middle|rest) of (?:the|this|last|next) ${unit}(?: ${weekday})?|year[ -]end|the (?:weekend|year|day|month|week|night) (?:before|after)|the weekend`,
  ],
  [
    'year',
    `(?:the )?${edge}(?:1[5-9]|20)\\d0s|(?:the )?${edge}(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)(?! )|(?:the )?${edge}(?:\\d\\d?(?:st|nd|rd|th)|nineteenth|twentieth|eighteenth|seventeenth) century`,
  ],
  ['year', `(?:between )?${year} ?(?:[-–]|to|and) ?(?:${year}|\\d\\d)(?![\\d.,]*\\d)(?!%)`],
  ['year', `${edge}${year}(?![\\d%]|[.,:/-]\\d| (?:people|[\\p{Ll}]+s\\b(?<!was|has|is|does)))`],
  [
    'month',
    `${edge}(?:last |next |this |mid-)?(?:January|February|April|June|July|August|September|October|November|December)(?! \\d)`,
  ],
  [
    'month',
    `(?<=(?:in|of|since|until|by|from|to|for|last|next|this|early|late|between|and) )(?:March|May)(?! \\d)(?! (?:[A-Z]))`,
  ],
  [
    'length',
    `(?<=(?:for|in|over|after|during|within|last|take|takes|took|of) )(?:decades|years|months|weeks|days|hours)(?! (?:old))`,
  ],
];

/** All of them at once: the text is gone through once. What is written small here is found with a capital as well. */
const expression = new RegExp(
  `(?<![\\p{L}\\p{N}$£€#/.-])(?:${patterns.map(([, pattern], i) => `(?<p${i}>${pattern})`).join('|')})(?![\\p{L}\\p{N}])`,
  'giu',
);

/** Written small these are other words. */
const namesOfMonths = /^(?:march|may|mar|sat|sun|fall)\b/u;

/** The words for times in a stretch, in order, none inside another. English. */
export function dateExpressionsIn(text: string, { start, end }: Fragment): DateExpression[] {
  const found: DateExpression[] = [];
  const stretch = text.slice(start, end);
  for (const match of stretch.matchAll(expression)) {
    const { 0: words, index, groups = {} } = match;
    if (namesOfMonths.test(words)) continue;
    const at = Object.values(groups).findIndex((group) => group !== undefined);
    const pattern = patterns[at]?.[0];
    if (pattern === undefined || !isTime(stretch, words, index, pattern)) continue;
    const length = words.replace(/(?:[’']s|[\s,]+)$/u, '').length;
    found.push({ pattern, start: start + index, end: start + index + length });
  }
  return found;
}

/** What looks like a time and is none: ages, “a second” of others, “one day”, scores. */
function isTime(stretch: string, words: string, index: number, pattern: DatePattern): boolean {
  const before = stretch.slice(Math.max(0, index - 16), index);
  const behind = stretch.slice(index + words.length, index + words.length + 16);
  if (/^[-‐](?:old|long\b|[\p{L}]+[-‐]old)/u.test(behind) && pattern !== 'calendar')
    return !/^[-‐]old/u.test(behind);
  if (pattern === 'length' || pattern === 'relative') {
    if (/^(?:a|an|one|the next|this) second$/iu.test(words)) return false;
    if (/\bages?d? $/iu.test(before)) return false;
    return !/^(?:a|an) quarter$/iu.test(words) || !/^ of\b/.test(behind);
  }
  if (pattern === 'clock')
    return !/^\d{1,2}[.:]\d\d$/.test(words) || (words.includes(':') && !/(?:won|lost|beat) $/.test(before));
  if (pattern === 'season')
    return (
      !/^(?:The|That|This|One|Each|Every|Same|Next|Last|First) Day$/u.test(words) &&
      /^\P{Ll}|^(?:last|this|next|the|early|late|every|each)/u.test(words)
    );
  return true;
}
