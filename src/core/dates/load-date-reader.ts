import type { ChronoReader } from './chrono-points.ts';
import type { DateLanguage } from './date-language.ts';
import { type DateReader, dateReader } from './date-reader.ts';

const languages: Readonly<Record<DateLanguage, () => Promise<ChronoReader>>> = {
  de: () => import('chrono-node/de'),
  es: () => import('chrono-node/es'),
  fr: () => import('chrono-node/fr'),
  it: () => import('chrono-node/it'),
  nl: () => import('chrono-node/nl'),
  pt: () => import('chrono-node/pt'),
  ru: () => import('chrono-node/ru'),
  sv: () => import('chrono-node/sv'),
  uk: () => import('chrono-node/uk'),
};

/** A reader of English, and before it of `language`. The library's part for each is loaded when it is first asked for. */
export async function loadDateReader(language: DateLanguage | null): Promise<DateReader> {
  const english = await import('chrono-node/en');
  return dateReader(english, language === null ? [] : [await languages[language]()]);
}
