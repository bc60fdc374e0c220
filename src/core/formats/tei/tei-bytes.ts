import { XmlWriter } from '../../xml/xml-writer.ts';
import type { DatasetArticle, DatasetHead } from '../dataset-schema.ts';
import type { Articles } from '../format.ts';
import { InlineElements } from './inline-elements.ts';
import { writeText } from './write-body.ts';
import { type HeaderSubject, writeHeader } from './write-header.ts';
import { StandOffWriter } from './write-stand-off.ts';
import { XmlIds } from './xml-ids.ts';

const namespace = 'http://www.tei-c.org/ns/1.0';

/** A dataset in TEI P5: of one article a `TEI`, else a `teiCorpus` with one for each, written as they come. */
export async function* teiBytes(head: DatasetHead, articles: Articles): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const piece of pieces(head, articles)) yield encoder.encode(piece);
}

async function* pieces(head: DatasetHead, articles: Articles): AsyncGenerator<string> {
  const writer = new TeiWriter(head);
  let first: DatasetArticle | undefined;
  let count = 0;
  for await (const article of articles) {
    count++;
    // Only the second article shows that it is a corpus.
    if (count === 1) first = article;
    else {
      if (count === 2 && first !== undefined) yield writer.beginCorpus() + writer.article(first);
      yield writer.article(article);
    }
  }
  if (count === 1 && first !== undefined) yield writer.alone(first);
  else yield (count === 0 ? writer.beginCorpus() : '') + writer.endCorpus();
}

class TeiWriter {
  readonly #writer = new XmlWriter();
  readonly #ids = new XmlIds();
  readonly #head: DatasetHead;
  readonly #entities: ReadonlyMap<string, NonNullable<DatasetHead['entities']>[number]>;

  constructor(head: DatasetHead) {
    this.#head = head;
    this.#entities = new Map(head.entities?.map((entity) => [entity.id, entity]));
  }

  beginCorpus(): string {
    this.#writer.open('teiCorpus', { xmlns: namespace });
    writeHeader(this.#writer, { head: this.#head }, this.#ids);
    return this.#writer.take();
  }

  article(article: DatasetArticle): string {
    this.#write(article, { article }, {});
    return this.#writer.take();
  }

  alone(article: DatasetArticle): string {
    this.#write(article, { article, head: this.#head }, { xmlns: namespace });
    return this.#writer.take();
  }

  endCorpus(): string {
    return this.#writer.close().take();
  }

  #write(article: DatasetArticle, subject: HeaderSubject, attributes: { readonly xmlns?: string }): void {
    this.#writer.open('TEI', { ...attributes, 'xml:id': this.#ids.of('article', article.id) });
    const textId = this.#ids.of('text', article.id);
    writeHeader(this.#writer, subject, this.#ids);
    new StandOffWriter(this.#writer, this.#head, this.#ids).write(article, textId);
    writeText(this.#writer, article, textId, new InlineElements(article, this.#entities, this.#ids));
    this.#writer.close();
  }
}
