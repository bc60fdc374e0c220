import { Sha256 } from '../formats/sha256.ts';
import { type Fragment, quoteOf } from '../model/fragment.ts';

/** So many UTF-16 units on either side tell one place of the same words from another. */
const reach = 40;

/**
 * A checksum of words and of those around them, by which a suggestion is known again when it is computed anew, by another rule or after the text before it has
 * changed. White space counts as one space, since another reading of the same file may break lines elsewhere.
 * @param fragments UTF-16 units, at least one
 * @param speaker of an attribution: who says it is part of what is suggested, so that refusing a wrong speaker leaves the right one
 * @returns 16 hexadecimal digits: the beginning of the SHA-256
 */
export function suggestionKey(text: string, fragments: readonly Fragment[], speaker?: Fragment): string {
  const start = fragments[0]?.start ?? 0;
  const end = fragments.at(-1)?.end ?? start;
  const parts = [
    text.slice(Math.max(0, start - reach), start),
    quoteOf(text, fragments),
    text.slice(end, end + reach),
    ...(speaker === undefined ? [] : [quoteOf(text, [speaker])]),
  ].map((part) => part.replace(/\s+/gu, ' '));
  return Sha256.of(new TextEncoder().encode(parts.join('\n'))).slice(0, 16);
}
