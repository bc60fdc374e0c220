import type { DatasetArticle } from './dataset-schema.ts';

/** In UTF-8 bytes: with a number and an ending well below the 255 that file systems allow. */
const longestName = 120;
/** Ids as Ascribe makes them, which tell a person nothing. */
const madeUp = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** What Windows keeps for devices, with any ending. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * Names, without an ending, for files of which each holds one article: the article’s id where that is readable, else its title with its place before
 * it, so that a folder lists the files in the order of the articles. Every name is allowed on Windows, macOS and Linux, and no two differ in case alone.
 */
export class ArticleFileNames {
  readonly #taken = new Set<string>();
  #count = 0;

  /** The name of the next article. */
  nameOf({ id, title = '' }: Pick<DatasetArticle, 'id' | 'title'>): string {
    this.#count += 1;
    const place = String(this.#count).padStart(4, '0');
    const readable = madeUp.test(id) ? '' : safeName(id);
    const words = safeName(title);
    const wanted = readable !== '' ? readable : words === '' ? place : `${place} ${words}`;
    let name = wanted;
    for (let i = 2; this.#taken.has(keyOf(name)); i++) name = `${wanted} (${i})`;
    this.#taken.add(keyOf(name));
    return name;
  }
}

/** The name without what some file system forbids or a person would not see; empty when nothing is left. */
function safeName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}<>:"/\\|?*]+/gu, '-')
    .replace(/\s+/gu, ' ');
  let kept = '';
  let bytes = 0;
  for (const character of plain) {
    bytes += new TextEncoder().encode(character).length;
    if (bytes > longestName) break;
    kept += character;
  }
  const trimmed = kept.replace(/^[. -]+|[. -]+$/gu, '');
  return devices.test(trimmed) ? `_${trimmed}` : trimmed;
}

function keyOf(name: string): string {
  return name.toLowerCase().normalize('NFD');
}
