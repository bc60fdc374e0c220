import { escapeAttribute, escapeText } from './xml-escape.ts';

/** Attributes to write, by their names with prefixes; undefined ones are left out. */
export type WrittenAttributes = Readonly<Record<string, string | number | undefined>>;

/** NameStartChar of XML 1.0, section 2.3, without the colon. */
const nameStart = [
  'A-Z_a-z\\u{c0}-\\u{d6}\\u{d8}-\\u{f6}\\u{f8}-\\u{2ff}\\u{370}-\\u{37d}\\u{37f}-\\u{1fff}\\u{200c}\\u{200d}',
  '\\u{2070}-\\u{218f}\\u{2c00}-\\u{2fef}\\u{3001}-\\u{d7ff}\\u{f900}-\\u{fdcf}\\u{fdf0}-\\u{fffd}\\u{10000}-\\u{effff}',
].join('');
const ncName = `[${nameStart}][${nameStart}.0-9\\u{b7}\\u{300}-\\u{36f}\\u{203f}\\u{2040}\\-]*`;
const plainName = new RegExp(`^${ncName}$`, 'u');
const prefixedName = new RegExp(`^(?:${ncName}:)?${ncName}$`, 'u');

/** True when it can be an id or the name, without a prefix, of an element or attribute: an NCName of Namespaces in XML 1.0. */
export function isXmlName(name: string): boolean {
  return plainName.test(name);
}

/**
 * Writes an XML 1.0 document in pieces. Each element that holds no text begins on a line of its own, indented; within one that holds text nothing is added.
 * @throws {Error} for what would not be well-formed: a bad name, or text outside the root
 */
export class XmlWriter {
  #pieces: string[] = [];
  /** Elements that are open, outermost first. `isMixed`: white space in it counts. */
  readonly #open: { name: string; isMixed: boolean; isEmpty: boolean }[] = [];

  constructor() {
    this.#pieces.push('<?xml version="1.0" encoding="UTF-8"?>');
  }

  /** Begins an element. @param isMixed true when it holds text, so that nothing may be added to it */
  open(name: string, attributes: WrittenAttributes = {}, isMixed = false): this {
    const parent = this.#fill();
    if (parent?.isMixed !== true) this.#newLine();
    if (!prefixedName.test(name)) throw new Error(`“${name}” is no name of an element`);
    this.#pieces.push(`<${name}`);
    for (const [key, value] of Object.entries(attributes)) {
      if (value === undefined) continue;
      if (!prefixedName.test(key)) throw new Error(`“${key}” is no name of an attribute`);
      this.#pieces.push(` ${key}="${escapeAttribute(String(value))}"`);
    }
    this.#open.push({ name, isMixed: isMixed || parent?.isMixed === true, isEmpty: true });
    return this;
  }

  /** Ends the element that was begun last. */
  close(): this {
    const element = this.#open.pop();
    if (element === undefined) throw new Error('no element is open');
    if (element.isEmpty) this.#pieces.push('/>');
    else {
      if (!element.isMixed) this.#newLine();
      this.#pieces.push(`</${element.name}>`);
    }
    return this;
  }

  /** An element that holds text or nothing. */
  element(name: string, attributes: WrittenAttributes = {}, text = ''): this {
    this.open(name, attributes, text !== '');
    if (text !== '') this.text(text);
    return this.close();
  }

  text(text: string): this {
    const parent = this.#fill();
    if (parent === undefined) throw new Error('text stands in an element');
    parent.isMixed = true;
    this.#pieces.push(escapeText(text));
    return this;
  }

  /**
   * A processing instruction, which schemas allow anywhere and programs that do not know it pass over.
   * @throws {Error} for a body that holds `?>`: nothing can be escaped in it
   */
  instruction(target: string, body: string): this {
    const parent = this.#fill();
    if (parent?.isMixed !== true) this.#newLine();
    if (!isXmlName(target) || body.includes('?>'))
      throw new Error(`“${target}” cannot stand as an instruction`);
    this.#pieces.push(`<?${target} ${body}?>`);
    return this;
  }

  /** What was written since it was last taken. At the end, when all elements are closed, the document is whole. */
  take(): string {
    const taken = this.#pieces.join('');
    this.#pieces = [];
    return this.#open.length === 0 ? `${taken}\n` : taken;
  }

  /** Ends the start tag of the element that is open. */
  #fill() {
    const parent = this.#open.at(-1);
    if (parent?.isEmpty) {
      parent.isEmpty = false;
      this.#pieces.push('>');
    }
    return parent;
  }

  #newLine(): void {
    this.#pieces.push(`\n${'  '.repeat(this.#open.length)}`);
  }
}
