const small = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen',
  'seventeen eighteen nineteen',
]
  .join(' ')
  .split(' ');
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const ordinals: Readonly<Record<string, number>> = Object.fromEntries(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first'
    .split(' ')
    .map((word, index) => [word, index + 1]),
);

/** How many, in words or digits (`three`, `twenty-five`, `1,200`, `a couple of`); `X` for an unknown number (`several`); undefined for no number. */
export function countOf(words: string): number | 'X' | undefined {
  const text = words.trim().replace(/ of$/, '');
  if (/^(several|some|many|(a |the )?few|numerous|countless|a number|multiple)$/.test(text)) return 'X';
  if (/^(a|an|one|a single)$/.test(text)) return 1;
  if (/^(a )?couple$/.test(text)) return 2;
  if (/^a dozen$/.test(text)) return 12;
  if (/^half an?$/.test(text)) return 0.5;
  if (/^\d{1,3}(,\d{3})+$/.test(text)) return Number(text.replaceAll(',', ''));
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  const half = /^(.+?) and a half$/.exec(text)?.[1];
  if (half !== undefined) {
    const whole = countOf(half);
    return typeof whole === 'number' ? whole + 0.5 : undefined;
  }
  const hundred = /^(.+?) hundred(?: and (.+)| (.+))?$/.exec(text);
  if (hundred !== null) {
    const [count, rest] = [countOf(hundred[1] ?? ''), hundred[2] ?? hundred[3]];
    const more = rest === undefined ? 0 : countOf(rest);
    return typeof count === 'number' && typeof more === 'number' ? count * 100 + more : undefined;
  }
  const [ten = '', one] = text.split(/[- ]/);
  const tenth = tens.indexOf(ten);
  if (tenth === -1) return one === undefined ? indexOf(small, text) : undefined;
  if (one === undefined) return (tenth + 2) * 10;
  const digit = small.indexOf(one);
  return digit >= 1 && digit <= 9 ? (tenth + 2) * 10 + digit : undefined;
}

/** Which, in words or digits: `third`, `3rd`. */
export function ordinalOf(words: string): number | undefined {
  const digits = /^(\d+)(?:st|nd|rd|th)$/.exec(words)?.[1];
  return digits === undefined ? ordinals[words] : Number(digits);
}

function indexOf(list: readonly string[], item: string): number | undefined {
  const index = list.indexOf(item);
  return index === -1 ? undefined : index;
}
