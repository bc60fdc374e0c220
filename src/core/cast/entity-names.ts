import type { Entity } from '../model/entity.ts';

/** A name as it is compared: composed, in one case, with single spaces, without quotation marks around it or a possessive ending. */
export function nameKey(words: string): string {
  return words
    .normalize('NFC')
    .toLowerCase()
    .replace(/^[\s"'“”‘’«»„]+|[\s"“”«»„,.;:]+$/gu, '')
    .replace(/(?:['’]s|(?<=s)['’])$/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The words of a name as they are compared; punctuation inside them is left out, so that `U.S.` is `us`. */
export function nameTokens(words: string): string[] {
  return nameKey(words)
    .split(/[\s\-–—/]+/u)
    .map((token) => token.replace(/[^\p{L}\p{N}\p{M}]/gu, ''))
    .filter((token) => token !== '');
}

/** The keys of all the names that an entity goes by, its canonical one first. */
export function namesOf({ name, aliases }: Pick<Entity, 'name' | 'aliases'>): string[] {
  return [name, ...aliases].map(nameKey);
}

/** Entities that go by exactly these words. */
export function entitiesNamed(cast: readonly Entity[], words: string): Entity[] {
  const key = nameKey(words);
  return key === '' ? [] : cast.filter((entity) => namesOf(entity).includes(key));
}

/** Aliases without those that say the same as another one or as the name; each trimmed, in the order in which they were given. */
export function tidyAliases(name: string, aliases: readonly string[]): string[] {
  const seen = new Set([nameKey(name)]);
  return aliases.flatMap((alias) => {
    const trimmed = alias.replace(/\s+/gu, ' ').trim().slice(0, longestName);
    const key = nameKey(trimmed);
    if (key === '' || seen.has(key)) return [];
    seen.add(key);
    return [trimmed];
  });
}

/** Names are no longer than this, in UTF-16 units: the schema says so. */
export const longestName = 256;
