import fc from 'fast-check';

/** One oddity or plain piece each; joined at random they meet in every order. */
const pieces = [
  'a',
  'Putin’s',
  'word ',
  ' ',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\t',
  '. ',
  '“',
  '”',
  "don't",
  '200,000',
  '-',
  'é',
  'e\u0301',
  '\u0323\u0307',
  'Київ',
  'وبر ',
  'שלום',
  '東京',
  'カ\u3099',
  'ภาษาไทย',
  'क्षि',
  '한',
  '\u1112\u1161\u11ab',
  '😀',
  '👩‍👩‍👧‍👦',
  '👍🏽',
  '🇺🇦',
  '🇺',
  '\u{1d54f}',
  '\u200d',
  '\u200b',
  '\u202e',
  '\ufeff',
  '\u2028',
  '\u0085',
  '\u0000',
  '\ud83d',
  '\ude00',
  '\ufffd',
];

/** Random text of every kind that an article may hold, lone surrogates, CR and controls included. Not canonical. */
export function unicodeText(maxLength = 40): fc.Arbitrary<string> {
  return fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength })
    .map((parts) => parts.join(''));
}
