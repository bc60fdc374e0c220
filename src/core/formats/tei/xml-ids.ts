import { isXmlName } from '../../xml/xml-writer.ts';

/** What a document gives `xml:id`s to. */
export type IdKind = 'tag' | 'type' | 'annotator' | 'cast' | 'span' | 'relation' | 'article' | 'text';

/** Gives things the ids of one document: their own where XML can have it and nothing else does, else their kind with a number. */
export class XmlIds {
  readonly #taken = new Set<string>();
  readonly #given = new Map<string, string>();
  readonly #counts = new Map<IdKind, number>();

  of(kind: IdKind, id: string): string {
    const key = `${kind}\n${id}`;
    const given = this.#given.get(key) ?? this.#free(kind, id);
    this.#given.set(key, given);
    return given;
  }

  pointer(kind: IdKind, id: string): string {
    return `#${this.of(kind, id)}`;
  }

  #free(kind: IdKind, id: string): string {
    let candidate = id;
    while (!isXmlName(candidate) || this.#taken.has(candidate)) {
      const count = (this.#counts.get(kind) ?? 0) + 1;
      this.#counts.set(kind, count);
      candidate = `${kind}-${count}`;
    }
    this.#taken.add(candidate);
    return candidate;
  }
}
