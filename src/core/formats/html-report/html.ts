import { escapeText } from '../../xml/xml-escape.ts';

/** Somebody else’s words in a line of ours, whatever their direction. */
export function foreign(words: string): string {
  return `<bdi>${escapeText(words)}</bdi>`;
}

/** The words on one line, cut where they are long. */
export function excerpt(words: string, longest: number): string {
  const line = words.replace(/\s+/gu, ' ').trim();
  const characters = Array.from(line.slice(0, 2 * longest + 2));
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : line;
}
