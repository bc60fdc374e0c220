import type { Language, Messages } from './language.ts';

/** The tag that has long stood for a pseudo-language written from right to left. */
export const pseudoTag = 'qps-plocm';

const accented: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('áƀçđéƒǧħíĵķłḿñóþǫřšŧúṽŵẋýž', (letter, i) => [String.fromCodePoint(97 + i), letter]).flatMap(
    ([plain = '', letter = '']) => [
      [plain, letter],
      [plain.toUpperCase(), letter.toUpperCase()],
    ],
  ),
);

/**
 * A language made of another, to find what does not come from the catalogue: every message stands in brackets, with accents on its letters, and runs from
 * right to left. It is no translation and not offered to anybody.
 */
export function pseudoLanguage({ messages, locale }: Language): Language {
  return { tag: pseudoTag, name: 'Pseudo', locale, direction: 'rtl', messages: pseudoMessages(messages) };
}

function pseudoMessages(messages: Messages): Messages {
  const made = { ...messages };
  for (const key of Object.keys(made) as (keyof Messages)[]) made[key] = pseudoText(messages[key]);
  return made;
}

/** A message in brackets, isolated from right to left; what stands for arguments and branches is left as it is. */
export function pseudoText(message: string): string {
  let depth = 0;
  let text = '';
  for (const character of message) {
    if (character === '}') depth--;
    // Braces open an argument, those in it a branch, which is text again.
    text += depth % 2 === 0 ? (accented[character] ?? character) : character;
    if (character === '{') depth++;
  }
  return `\u2067⟦${text}⟧\u2069`;
}
