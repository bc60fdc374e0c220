import type { Language } from './language.ts';
import { language as english } from './languages/en.language.ts';
import { languages } from './languages.ts';
import { pseudoLanguage, pseudoTag } from './pseudo-language.ts';

let inForce: Language = english;

/** The language that this process, window or worker speaks. */
export function languageInForce(): Language {
  return inForce;
}

/**
 * Speaks the language of that tag from now on, English when there is none. To be called once, before anything is said: constants may hold messages, and
 * nothing is said again in another language.
 */
export function putLanguageInForce(tag: string): Language {
  inForce =
    tag === pseudoTag ? pseudoLanguage(english) : (languages.find((one) => one.tag === tag) ?? english);
  return inForce;
}
