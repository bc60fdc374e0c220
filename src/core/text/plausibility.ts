import type { Alphabet } from './alphabets.ts';

/** Marks beyond ASCII that news text of any language uses. */
const typography = new Set('‘’“”„‚‹›«»–—…•†‡‰€£©®™°·№§´\u00a0、。「」『』（），！？：；・“”《》〈〉　');

/** What a character is worth; the sum is divided by the number of characters beyond ASCII. */
const frequent = 1;
const mark = 0.6;
const strange = -1.5;
const broken = -4;
const shouting = -2;

/** Taken off a language of another script by the share of ASCII letters: in an English text the few other bytes are marks and accents. */
const latinText = 0.4;

/**
 * How much a decoded text looks like language: about 1 for a text in one of the languages, below 0 for noise. Every character beyond ASCII gives or
 * takes: a frequent letter of the language, a rare one, a typographic mark where marks stand; a capital behind
 * a small letter, a symbol or a foreign letter inside a word, control and private characters. The best language counts.
 */
export function plausibilityOf(text: string, languages: readonly Alphabet[]): number {
  return Math.max(...languages.map((language) => plausibilityIn(text, language)));
}

function isAsciiLetter(character: string): boolean {
  return /^[a-z]$/i.test(character);
}

interface Known {
  readonly worth: ReadonlyMap<string, number>;
  readonly script: RegExp;
}

const known = new WeakMap<Alphabet, Known>();

function plausibilityIn(text: string, alphabet: Alphabet): number {
  const { worth, script } = knownOf(alphabet);
  let sum = 0;
  let count = 0;
  let ascii = 0;
  let previous = '';
  let run = 0;
  const isLatin = script.test('a');
  for (const character of text) {
    if (character < '\u0080') {
      if (isAsciiLetter(character)) {
        ascii += 1;
        if (!isLatin && worth.has(previous.toLowerCase())) sum += strange;
      }
      previous = character;
      run = 0;
      continue;
    }
    count += 1;
    const lower = character.toLowerCase();
    const value = worth.get(lower);
    if (value !== undefined) {
      sum += value;
    } else if (typography.has(character)) {
      sum += mark;
    } else {
      sum += worthOfStranger(character, script);
    }
    if (lower !== character && isSmall(previous)) sum += shouting;
    if (isLatin) {
      // Accented letters stand among plain ones: three in a row are another script read wrongly.
      run = lower !== character.toUpperCase() ? run + 1 : 0;
      if (run >= 3) sum += strange;
    } else if (value !== undefined && isAsciiLetter(previous)) {
      sum += strange;
    }
    previous = character;
  }
  if (count === 0) return 0;
  return sum / count - (isLatin ? 0 : (latinText * ascii) / (ascii + count));
}

/** A letter of the same script that is rare in the language, a symbol, or what cannot be text. */
function worthOfStranger(character: string, script: RegExp): number {
  if (/[\p{C}\ufffd]/u.test(character)) return broken;
  return /\p{L}/u.test(character) && script.test(character) ? 0 : strange;
}

function isSmall(character: string): boolean {
  return character !== '' && character !== character.toUpperCase();
}

function knownOf(alphabet: Alphabet): Known {
  const found = known.get(alphabet);
  if (found !== undefined) return found;
  const letters = [...alphabet.letters];
  const worth = new Map(letters.map((letter, i) => [letter, frequent - (0.5 * i) / letters.length] as const));
  const made = { worth, script: scriptOf(letters[0] ?? '') };
  known.set(alphabet, made);
  return made;
}

const scripts = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Thai}/u,
  /\p{Script=Hangul}/u,
  /[\u3040-\u30ff\u4e00-\u9fff]/u,
];

function scriptOf(letter: string): RegExp {
  const script = scripts.find((pattern) => pattern.test(letter));
  if (script === undefined) throw new Error(`no script is known for ${letter}`);
  return script;
}
