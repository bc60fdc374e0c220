import { IntlMessageFormat } from 'intl-messageformat';
import { grouped } from '../text/number-words.ts';
import type { English, MessageKey } from './english/english.ts';
import type { Language } from './language.ts';
import { languageInForce } from './language-in-force.ts';
import type { MessageArguments } from './message-arguments.ts';

type Given<Key extends MessageKey> = keyof MessageArguments<English[Key]> extends never
  ? []
  : [given: MessageArguments<English[Key]>];

/** The message of that key in the language in force, with what it is given in its place. */
export function t<Key extends MessageKey>(key: Key, ...[given]: Given<Key>): string {
  const language = languageInForce();
  return given === undefined ? language.messages[key] : fill(language, key, given);
}

/** Figures in messages are grouped as they are everywhere else. */
class GroupedNumbers extends Intl.NumberFormat {
  override format(value: number | bigint): string {
    return grouped(value);
  }
}

let parsedFor: Language | undefined;
const parsed = new Map<MessageKey, IntlMessageFormat>();

/** A message is parsed when it is first said. */
function fill(language: Language, key: MessageKey, given: Readonly<Record<string, string | number>>): string {
  if (parsedFor !== language) parsed.clear();
  parsedFor = language;
  let message = parsed.get(key);
  if (message === undefined) {
    message = new IntlMessageFormat(language.messages[key], language.locale, undefined, {
      ignoreTag: true,
      formatters: {
        getNumberFormat: (locale) => new GroupedNumbers(locale),
        getDateTimeFormat: (locale, options) => new Intl.DateTimeFormat(locale, options),
        getPluralRules: (locale, options) => new Intl.PluralRules(locale, options),
      },
    });
    parsed.set(key, message);
  }
  return String(message.format(given));
}
