import type { Identifier } from './identifier.ts';

/** Ids are read by people, in files and in other programs. UTF-16 units. */
const longestSlug = 48;

/**
 * A readable id made from a name: `Cue word` becomes `cue-word`. Letters of every script stay; accents of Latin letters go.
 * @param taken ids that it must not be; a number is added where it would be one of them
 * @param fallback what it is when the name has neither letter nor digit
 */
export function slugOf(name: string, taken: Iterable<string>, fallback: string): Identifier {
  const plain = name
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{Mark}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  const cut = [...plain]
    .slice(0, longestSlug)
    .join('')
    .replace(/^-+|-+$/g, '');
  const slug = cut === '' ? fallback : cut;
  const others = new Set(taken);
  if (!others.has(slug)) return slug;
  for (let number = 2; ; number++) {
    const numbered = `${slug}-${number}`;
    if (!others.has(numbered)) return numbered;
  }
}
