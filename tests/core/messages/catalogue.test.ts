import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { english, type MessageKey } from '../../../src/core/messages/english/english.ts';
import type { Language } from '../../../src/core/messages/language.ts';
import { language } from '../../../src/core/messages/languages/en.language.ts';
import { languages } from '../../../src/core/messages/languages.ts';
import { pseudoLanguage } from '../../../src/core/messages/pseudo-language.ts';

const keys = Object.keys(english) as MessageKey[];
const every: readonly Language[] = [...languages, pseudoLanguage(language)];

type Parts = ReturnType<IntlMessageFormat['getAst']>;

/** What a message must be given, sorted. */
function argumentsOf(message: string, locale: string): string[] {
  const found = new Set<string>();
  const walk = (parts: Parts): void => {
    for (const part of parts) {
      if ('options' in part) for (const { value } of Object.values(part.options)) walk(value);
      // Text and figures need nothing.
      if (part.type !== 0 && part.type !== 7) found.add(part.value);
    }
  };
  walk(new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst());
  return [...found].sort();
}

test('each section of English has keys of its own, named for it', () => {
  const sections = import.meta.glob<Record<string, Record<string, string>>>(
    ['../../../src/core/messages/english/**/*.ts', '!**/english.ts'],
    { eager: true },
  );
  const all = Object.entries(sections).flatMap(([path, module]) => {
    const name = path
      .replace(/^.*\/english\/|\.ts$/g, '')
      .replaceAll('/', '.')
      .replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    const own = Object.values(module).flatMap((messages) => Object.keys(messages));
    for (const key of own) expect(key).toMatch(new RegExp(`^${name.replaceAll('.', '\\.')}\\.\\w+$`));
    return own;
  });
  expect(new Set(all).size).toBe(all.length);
  expect(all.sort()).toEqual([...keys].sort());
});

for (const { tag, messages, locale } of every) {
  test(`${tag} says everything, with what English is given`, () => {
    expect(Object.keys(messages).sort()).toEqual([...keys].sort());
    for (const key of keys) {
      if (english[key].includes('{'))
        expect(argumentsOf(messages[key], locale), key).toEqual(argumentsOf(english[key], 'en'));
      else expect(messages[key], key).not.toMatch(/[{}]/);
    }
  });
}
