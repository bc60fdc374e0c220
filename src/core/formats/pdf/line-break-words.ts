/** Hyphen-minus, soft hyphen, hyphen. */
const hyphenAtEnd = /(\p{L}+)[-\u00ad\u2010]$/u;
/** A longer word is not looked up. */
const longestWord = 64;
const wordAtStart = /^(\p{Ll}[\p{L}\p{M}]*)/u;

/** Joins lines of a paragraph. A word that was parted at a line’s end becomes one again. */
export class LineJoiner {
  /** Words as they stand within lines, in lower case: they tell whether a word has a hyphen of its own. */
  readonly #words = new Set<string>();

  constructor(lines: Iterable<string>) {
    for (const line of lines)
      for (const [word] of line.toLowerCase().matchAll(/[\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)*/gu))
        this.#words.add(word);
  }

  /** Puts a line behind those of a paragraph, whose texts together are `parts`. */
  add(parts: string[], below: string): void {
    const above = parts.pop() ?? '';
    const start = hyphenAtEnd.exec(above.slice(-longestWord))?.[1];
    const rest = wordAtStart.exec(below)?.[1];
    if (start === undefined || rest === undefined) {
      // Scripts that put no spaces between words need none here.
      const isUnspaced = unspaced.test(above.slice(-1)) && unspaced.test(below.slice(0, 1));
      parts.push(isUnspaced || above === '' ? above : `${above} `, below);
      return;
    }
    const isKept = !above.endsWith('\u00ad') && this.#hasHyphen(start, rest);
    parts.push(isKept ? above : above.slice(0, -1), below);
  }

  #hasHyphen(start: string, rest: string): boolean {
    const [a, b] = [start.toLowerCase(), rest.toLowerCase()];
    return this.#words.has(`${a}-${b}`) && !this.#words.has(a + b);
  }
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。、，．！？；：「」『』（）]/u;
