/** Better than any match that only has the letters somewhere in order. */
const wordStartScore = 8;
const runScore = 5;
const letterScore = 1;

/**
 * How well `query` fits `text`: its letters must stand in it in order, whatever their case; letters at the starts of words and in a row count for
 * more, short texts for a little more than long ones. Null when it does not fit. Linear in the text's length.
 */
export function fuzzyScore(query: string, text: string): number | null {
  const sought = query.toLowerCase().replace(/\s+/g, '');
  if (sought === '') return 0;
  const letters = text.toLowerCase();
  const whole = letters.indexOf(query.toLowerCase().trim());
  let score = 0;
  let at = 0;
  let last = -2;
  for (let i = 0; i < letters.length && at < sought.length; i++) {
    if (letters[i] !== sought[at]) continue;
    const startsWord = i === 0 || /[^\p{L}\p{N}]/u.test(letters[i - 1] ?? '');
    score += letterScore + (startsWord ? wordStartScore : 0) + (last === i - 1 ? runScore : 0);
    last = i;
    at += 1;
  }
  if (at < sought.length) return null;
  if (whole !== -1) score += sought.length * wordStartScore;
  return score - Math.min(letters.length, 200) / 100;
}
