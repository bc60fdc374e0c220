/** What of a keyboard event decides which key it means. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'altKey'>;

/** Characters of a US keyboard by physical key, plain and with Shift; letters and digits follow from their names. */
const punctuation: Readonly<Record<string, readonly [string, string]>> = {
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  Slash: ['/', '?'],
  NumpadAdd: ['+', '+'],
  NumpadSubtract: ['-', '-'],
};

/**
 * The keys that a press may stand for, the likeliest first. What the layout types comes first; where that is no ASCII character (Cyrillic, Arabic…)
 * or Alt has changed it, the place of the key on the keyboard counts. A digit's place always counts, for on AZERTY the digits need Shift.
 */
export function pressedKeys(press: KeyPress): string[] {
  const typed = press.key.length === 1 ? press.key.toUpperCase() : press.key;
  const keys = [typed];
  const isAscii = press.key.length > 1 || /^[ -~]$/.test(press.key);
  const byPlace = keyAtPlace(press);
  const isDigitPlace = /^Digit\d$/.test(press.code);
  if (byPlace !== undefined && (!isAscii || press.altKey || isDigitPlace)) keys.push(byPlace);
  return [...new Set(keys)];
}

function keyAtPlace({ code, shiftKey }: KeyPress): string | undefined {
  if (/^Key[A-Z]$/.test(code)) return code.slice(3);
  if (/^(Digit|Numpad)\d$/.test(code)) return code.slice(-1);
  return punctuation[code]?.[shiftKey ? 1 : 0];
}
