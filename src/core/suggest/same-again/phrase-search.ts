/** A phrase that was found: which of those looked for, and where it stands in the text that was searched, in UTF-16 units. */
export interface FoundPhrase {
  readonly phrase: number;
  readonly start: number;
  readonly end: number;
}

interface Node {
  readonly next: Map<string, number>;
  /** Where the search goes on when nothing follows here: the longest ending that begins a phrase too. */
  fallback: number;
  /** The phrase that ends here, and the nearest one by way of fallbacks; −1 for none. */
  phrase: number;
  shorter: number;
}

/**
 * Looks for many phrases at once: an automaton as Aho and Corasick describe it (“Efficient String Matching”, 1975). Time grows with the text and what is found in it, however many phrases
 * there are. Case does not count, and white space of any kind and length is one space.
 */
export class PhraseSearch {
  readonly #nodes: Node[] = [node()];
  readonly #lengths: number[];

  constructor(phrases: readonly string[]) {
    const folded = phrases.map((phrase) => fold(phrase.trim()).text);
    this.#lengths = folded.map(({ length }) => length);
    for (const [phrase, words] of folded.entries()) if (words !== '') this.#plant(words, phrase);
    this.#link();
  }

  /** The phrases that stand in a text as whole words, from left to right, none in another: of several that begin at a place the longest. */
  find(text: string): FoundPhrase[] {
    const { text: folded, places } = fold(text);
    const found: FoundPhrase[] = [];
    let at = 0;
    for (let i = 0; i < folded.length; i++) {
      at = this.#after(at, folded.charAt(i));
      for (let hit = this.#phraseAt(at); hit !== -1; hit = this.#nodes[hit]?.shorter ?? -1) {
        const phrase = this.#nodes[hit]?.phrase ?? -1;
        const from = i + 1 - (this.#lengths[phrase] ?? 0);
        if (isWhole(folded, from, i + 1))
          found.push({ phrase, start: places[from] ?? 0, end: (places[i] ?? 0) + 1 });
      }
    }
    return apart(found);
  }

  #plant(words: string, phrase: number): void {
    let at = 0;
    for (const unit of words.split('')) {
      let next = this.#nodes[at]?.next.get(unit);
      if (next === undefined) {
        next = this.#nodes.push(node()) - 1;
        this.#nodes[at]?.next.set(unit, next);
      }
      at = next;
    }
    const end = this.#nodes[at];
    if (end !== undefined && end.phrase === -1) end.phrase = phrase;
  }

  /** In the order of their depth, so that what a node falls back to is ready before it. */
  #link(): void {
    const queue = [0];
    for (let i = 0; i < queue.length; i++) {
      const at = queue[i] ?? 0;
      const from = this.#nodes[at];
      if (from === undefined) continue;
      for (const [unit, next] of from.next) {
        const child = this.#nodes[next];
        if (child === undefined) continue;
        child.fallback = at === 0 ? 0 : this.#after(from.fallback, unit);
        child.shorter = this.#phraseAt(child.fallback);
        queue.push(next);
      }
    }
  }

  #after(from: number, unit: string): number {
    for (let at = from; ; at = this.#nodes[at]?.fallback ?? 0) {
      const next = this.#nodes[at]?.next.get(unit);
      if (next !== undefined) return next;
      if (at === 0) return 0;
    }
  }

  /** The node of the longest phrase that ends where the automaton stands, or −1. */
  #phraseAt(at: number): number {
    const here = this.#nodes[at];
    return here === undefined ? -1 : here.phrase === -1 ? here.shorter : at;
  }
}

function node(): Node {
  return { next: new Map(), fallback: 0, phrase: -1, shorter: -1 };
}

/** The text in small letters with single spaces, and where each of its units comes from. */
function fold(text: string): { readonly text: string; readonly places: readonly number[] } {
  let folded = '';
  const places: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charAt(i);
    const isSpace = unit.trim() === '';
    if (isSpace && folded.endsWith(' ')) continue;
    const small = unit.toLowerCase();
    folded += isSpace ? ' ' : small.length === 1 ? small : unit;
    places.push(i);
  }
  return { text: folded, places };
}

const wordUnit = /[\p{L}\p{M}\p{N}]/u;

function isWhole(text: string, start: number, end: number): boolean {
  return !wordUnit.test(text.charAt(start - 1)) && !wordUnit.test(text.charAt(end));
}

function apart(found: readonly FoundPhrase[]): FoundPhrase[] {
  const kept: FoundPhrase[] = [];
  for (const one of [...found].sort((a, b) => a.start - b.start || b.end - a.end))
    if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  return kept;
}
