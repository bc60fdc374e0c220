import { languageInForce } from './language-in-force.ts';

/** Days and times as the language in force writes them. */
export function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(languageInForce().locale, options);
}
