/** Weights of a matched letter: by itself, at the start of a word, next to the last one. */
const letterScore = 1;
const wordStartScore = 8;
const runScore = 5;
/** In a longer text nearly every few letters stand in order somewhere; there only words and initials count. UTF-16 units. */
const longestLoose = 48;

/**
 * How well `query` fits `text`, whatever the case; null when it does not. Its letters stand in the text in order; in long texts only as a
 * part of it or as the beginnings of words. Letters that start words or stand in a row count for more. Linear in the text's length.
 */
export function fuzzyScore(query: string, text: string): number | null {
  const words = query.toLowerCase().trim().replace(/\s+/g, ' ');
  const sought = words.replaceAll(' ', '');
  if (sought === '') return 0;
  const letters = text.toLowerCase();
  const isPart = letters.includes(words);
  let score = isPart ? sought.length * wordStartScore : 0;
  let at = 0;
  let last = -2;
  for (let i = 0; i < letters.length && at < sought.length; i++) {
    if (letters[i] !== sought[at]) continue;
    const startsWord = i === 0 || !isWordCharacter(letters[i - 1] ?? '');
    const goesOn = last === i - 1;
    if (letters.length > longestLoose && !startsWord && !goesOn) continue;
    score += letterScore + (startsWord ? wordStartScore : 0) + (goesOn ? runScore : 0);
    last = i;
    at += 1;
  }
  if (at < sought.length && !isPart) return null;
  return score - Math.min(letters.length, 200) / 100;
}

function isWordCharacter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}
