import type { Result } from '../../model/result.ts';
import { success } from '../../model/result.ts';
import type { ZipParts } from '../extraction/zip-parts.ts';
import { isWord, wordAttribute } from './word-namespace.ts';

/** What a paragraph is by its style. */
export type StyleKind = 'title' | 'heading' | 'quote' | 'listItem' | 'paragraph';

interface Style {
  name: string;
  basedOn: string | undefined;
  outlineLevel: number | undefined;
  isNumbered: boolean | undefined;
}

/** How far a style is followed to those that it is based on. */
const longestChain = 12;

/** The kinds of a document’s paragraph styles, by their ids (17.7.4). Built-in styles have English names in every language of Word. */
export class WordStyles {
  readonly #styles: ReadonlyMap<string, Style>;

  private constructor(styles: ReadonlyMap<string, Style>) {
    this.#styles = styles;
  }

  static read(parts: ZipParts, part: string): Result<WordStyles, string> {
    const styles = new Map<string, Style>();
    let current: Style | undefined;
    const open: string[] = [];
    const read = parts.readXml(part, {
      open(element) {
        open.push(element.local);
        if (!isWord(element)) return;
        if (element.local === 'style') {
          current = { name: '', basedOn: undefined, outlineLevel: undefined, isNumbered: undefined };
          styles.set(wordAttribute(element, 'styleId') ?? '', current);
        } else if (current !== undefined) setProperty(current, element.local, wordAttribute(element, 'val'));
      },
      close() {
        if (open.pop() === 'style') current = undefined;
      },
    });
    // Without styles every paragraph is one.
    return read.ok ? success(new WordStyles(styles)) : read;
  }

  /** The kind of paragraphs of that style. */
  kindOf(id: string | undefined): StyleKind {
    let style = id === undefined ? undefined : this.#styles.get(id);
    let name = style?.name || id || '';
    for (let step = 0; step < longestChain; step++) {
      const kind = kindByName(name);
      if (kind !== undefined) return kind;
      if (style === undefined) break;
      if (isOutline(style.outlineLevel)) return 'heading';
      if (style.isNumbered !== undefined) return style.isNumbered ? 'listItem' : 'paragraph';
      style = style.basedOn === undefined ? undefined : this.#styles.get(style.basedOn);
      name = style?.name ?? '';
    }
    return 'paragraph';
  }
}

/** Levels 0 to 8 are those of headings; 9 is body text (17.3.1.20). */
export function isOutline(level: number | undefined): boolean {
  return level !== undefined && level >= 0 && level <= 8;
}

function setProperty(style: Style, property: string, value: string | undefined): void {
  if (property === 'name') style.name = value ?? '';
  else if (property === 'basedOn') style.basedOn = value;
  else if (property === 'outlineLvl') style.outlineLevel = Number(value);
  else if (property === 'numId') style.isNumbered = value !== '0';
}

function kindByName(name: string): StyleKind | undefined {
  const plain = name.toLowerCase().replace(/[\s_-]/g, '');
  if (plain === 'title') return 'title';
  if (/^(?:heading|subtitle|überschrift|titre\d|título\d|заголовок)\d?$/.test(plain)) return 'heading';
  if (plain === 'quote' || plain === 'intensequote' || plain === 'blocktext') return 'quote';
  return /^list(?:bullet|number|item)\d?$/.test(plain) ? 'listItem' : undefined;
}
