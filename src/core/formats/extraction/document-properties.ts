import type { XmlListener, XmlStart } from '../../xml/read-xml.ts';
import { publicationDay } from './publication-date.ts';

const longestValue = 10_000;

/** Hears the properties of a document, whose elements hold one value each, and keeps the values by the elements’ names without prefixes. */
export class DocumentProperties implements XmlListener {
  readonly #values = new Map<string, string[]>();
  readonly #open: string[] = [];
  #text = '';

  open({ local, attributes }: XmlStart): void {
    // The properties that people name themselves are told by an attribute.
    this.#open.push(local === 'user-defined' ? (attributes.get('name') ?? local) : local);
    this.#text = '';
  }

  text(text: string): void {
    if (this.#text.length < longestValue) this.#text += text;
  }

  close(): void {
    const name = this.#open.pop();
    const value = this.#text.replace(/\s+/g, ' ').trim();
    this.#text = '';
    if (name === undefined || value === '') return;
    this.#values.set(name, [...(this.#values.get(name) ?? []), value]);
  }

  /** The values of that name, joined by commas. */
  get(name: string): string | undefined {
    return this.#values.get(name)?.join(', ');
  }

  /** As an article’s metadata have it. When a file was made is not when it was published: that day goes under `created`. */
  metadata(): Record<string, string | undefined> {
    const created = this.get('created') ?? this.get('creation-date');
    return {
      author: this.get('creator') ?? this.get('initial-creator'),
      subject: this.get('subject'),
      keywords: this.get('keywords') ?? this.get('keyword'),
      description: this.get('description'),
      created: created === undefined ? undefined : publicationDay(created),
    };
  }
}
