/** What a line is by itself, without looking at its neighbours; `short` may be a heading. */
export type LineKind = 'attribution' | 'listItem' | 'quote' | 'heading' | 'short' | 'prose';

/** Longer lines are neither headings nor bylines. */
const shortLimit = 100;

/** A row of asterisks is a divider, not a list. */
const listMarker = /^(?:[-*+•‣◦▪·](?![-*+•‣◦▪·\s]*$)|\d{1,3}[.)])\s/;
const markdownHeading = /^#{1,6}\s/;

/** What ends a sentence or leads on to the next line, closing quotation marks and brackets behind it included. */
const terminal = /[.!?…:;,。！？；：，、؟।۔]["'”’»›)\]]*$/u;
const quoted = /["”»」]$/;

const person = String.raw`\p{Lu}[\p{L}\p{M}.’'-]*`;
const particle = '(?:de|da|di|del|van|von|der|den|al|el|bin|la|le|and|und|et|y|e|i|и)';
const people = String.raw`${person}(?:,?\s(?:${person}|${particle}|\|\s?${person})){0,9}`;
/** "By Jane Doe", "By Jane Doe and John Roe, Reuters", and the same in the languages next to it. */
const byline = new RegExp(
  String.raw`^(?:[Bb]y|BY|Par|Von|Por|Di|Door|Av|Autor|Author|Автор|Written by|Reporting by):?\s${people}$`,
  'u',
);
const agency =
  '(?:AP|AFP|UPI|DPA|dpa|EFE|ANSA|TASS|PTI|Reuters|REUTERS|Associated Press|Agence France-Presse|Bloomberg|Interfax|Xinhua|BBC|CNN)';
const agencyLine = new RegExp(String.raw`^\(?(?:The\s)?${agency}\)?(?:\s?[/|,]\s?${agency})*\s*[—–-]*$`, 'u');
/** "KYIV, Ukraine (AP) —" with nothing behind it. */
const dateline = new RegExp(String.raw`^\p{Lu}[\p{L}\p{M}\s.,'’-]{0,60}\(${agency}\)\s*[—–-]*$`, 'u');
const labelled =
  /^(?:Published|Updated|Posted|Last updated|Source|Sources|Credit|Photo|Image|Via)(?:\s(?:on|at))?(?::|\s\d)\s?\S/u;

const months =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const weekday = '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\\s)?';
/** A date that stands alone. */
const dateOnly = new RegExp(
  String.raw`^${weekday}(?:${months}\.?\s\d{1,2},?\s\d{4}|\d{1,2}\s${months}\.?,?\s\d{4}|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4})(?:[,\s]+\d{1,2}:\d\d.{0,12})?$`,
  'u',
);

/** @param line one line without white space at its ends. */
export function kindOfLine(line: string): LineKind {
  if (startsWithMark(line)) {
    if (listMarker.test(line)) return 'listItem';
    if (line.startsWith('>')) return 'quote';
    if (markdownHeading.test(line)) return 'heading';
  }
  if (line.length > shortLimit) return 'prose';
  if (isAttribution(line)) return 'attribution';
  return terminal.test(line) || quoted.test(line) || !/\p{L}/u.test(line) ? 'prose' : 'short';
}

/** False where a letter comes first, as nearly everywhere: a text of a million short lines must not try every pattern on each. */
function startsWithMark(line: string): boolean {
  const first = line.charCodeAt(0);
  return first < 0x41 || (first > 0x7a && first < 0xc0) || (first >= 0x2000 && first < 0x2c00);
}

function isAttribution(line: string): boolean {
  const first = line.charAt(0);
  if (first === first.toUpperCase() || line.startsWith('by ') || line.startsWith('dpa')) {
    const named = [byline, agencyLine, labelled].some((pattern) => pattern.test(line));
    if (named || (line.includes('(') && dateline.test(line))) return true;
  }
  return /\d/.test(line) && dateOnly.test(line);
}
