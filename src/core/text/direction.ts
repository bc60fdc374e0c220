/** A headline and several paragraphs: enough to outvote a foreign name at the start, few enough to cost nothing. */
const sampleLength = 4000;

const strongRtl =
  /\p{Script=Hebrew}|\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}|\p{Script=Samaritan}|\p{Script=Mandaic}|\p{Script=Adlam}|\p{Script=Hanifi_Rohingya}/u;

/** Where right-to-left letters stand in Unicode, roughly: text without any of these units needs no count. */
const perhapsRtl = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\ud802\ud803\ud83a]/;

/**
 * The reading direction of an article: that of the greater part of the letters among its first 4,000 UTF-16 units; `ltr` when there are none.
 * (The first strong character alone, as `dir="auto"` has it, is wrong for an article that begins with a foreign name.)
 */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const sample = text.slice(0, sampleLength);
  if (!perhapsRtl.test(sample)) return 'ltr';
  let balance = 0;
  for (const letter of sample.match(/\p{L}/gu) ?? []) {
    balance += strongRtl.test(letter) ? 1 : -1;
  }
  return balance > 0 ? 'rtl' : 'ltr';
}
