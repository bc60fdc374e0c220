import type { Language } from '../messages/language.ts';
import { languageInForce } from '../messages/language-in-force.ts';

let madeFor: Language | undefined;
let format = new Intl.NumberFormat('en');

/** A whole number with its digits grouped as the language has it; for commas, thin spaces that do not break. */
export function grouped(value: number | bigint): string {
  const language = languageInForce();
  if (madeFor !== language) {
    madeFor = language;
    format = new Intl.NumberFormat(language.locale);
  }
  return format.format(value).replaceAll(',', '\u202f');
}

/** A number and its noun: `1 article`, `2 articles`. */
export function count(value: number, singular: string, plural = `${singular}s`): string {
  return `${grouped(value)} ${value === 1 ? singular : plural}`;
}
