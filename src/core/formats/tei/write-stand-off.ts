import type { Attributes } from '../../model/attribute-value.ts';
import { isXmlDateTime } from '../../xml/xml-date-time.ts';
import { jsonForXml } from '../../xml/xml-escape.ts';
import { wordForXml } from '../../xml/xml-words.ts';
import type { XmlWriter } from '../../xml/xml-writer.ts';
import type { DatasetArticle, DatasetHead, DatasetRelation, DatasetSpan } from '../dataset-schema.ts';
import { writeOwnData } from '../own-instruction.ts';
import type { XmlIds } from './xml-ids.ts';

/**
 * Writes `<standOff>` (TEI P5, chapter 17.10): an `annotation` for each span, whose target is one or more stretches of the text’s characters, `ana` its tag, `resp` its
 * annotator, with notes for what is said of it; a `relation` for each link.
 */
export class StandOffWriter {
  readonly #writer: XmlWriter;
  readonly #ids: XmlIds;
  /** What the header defines: only that can be pointed at. */
  readonly #tags: ReadonlySet<string>;
  readonly #types: ReadonlySet<string>;
  readonly #annotators: ReadonlySet<string>;

  constructor(writer: XmlWriter, { tagSet, annotators }: DatasetHead, ids: XmlIds) {
    this.#writer = writer;
    this.#ids = ids;
    this.#tags = new Set(tagSet?.tags.map(({ id }) => id));
    this.#types = new Set(tagSet?.relationTypes?.map(({ id }) => id));
    this.#annotators = new Set(annotators?.map(({ id }) => id));
  }

  write({ spans = [], relations = [] }: DatasetArticle, textId: string): void {
    if (spans.length === 0) return;
    this.#writer.open('standOff').open('listAnnotation');
    for (const span of spans) this.#annotation(span, textId);
    this.#writer.close();
    if (relations.length > 0) {
      this.#writer.open('listRelation');
      for (const relation of relations) this.#relation(relation);
      this.#writer.close();
    }
    this.#writer.close();
  }

  #annotation(span: DatasetSpan, textId: string): void {
    const { tag, start, end, fragments = [{ start, end }], attributes, note } = span;
    const id = this.#ids.of('span', span.id);
    const ana = this.#tags.has(tag) ? this.#ids.pointer('tag', tag) : undefined;
    const resp = this.#resp(span);
    this.#writer.open('annotation', {
      'xml:id': id,
      motivation: 'tagging',
      target: fragments
        .map((piece) => `#string-range(${textId},${piece.start},${piece.end - piece.start})`)
        .join(' '),
      ana,
      resp,
    });
    writeOwnData(this.#writer, span, [
      ...['start', 'end', 'text', 'fragments', 'attributes'],
      ...conveyedOf(span, id),
      ...(ana === undefined ? [] : ['tag']),
      ...(resp === undefined ? [] : ['annotator']),
    ]);
    writeRevisions(this.#writer, span);
    if (note) this.#writer.element('note', {}, note);
    writeAttributes(this.#writer, attributes);
    this.#writer.close();
  }

  #relation(relation: DatasetRelation): void {
    const { type, from, to, attributes = {} } = relation;
    const id = this.#ids.of('relation', relation.id);
    const ana = this.#types.has(type) ? this.#ids.pointer('type', type) : undefined;
    const resp = this.#resp(relation);
    this.#writer.open('relation', {
      'xml:id': id,
      name: wordOf(type),
      ana,
      active: this.#ids.pointer('span', from),
      passive: this.#ids.pointer('span', to),
      resp,
    });
    writeOwnData(this.#writer, relation, [
      ...['from', 'to', ...(id === relation.id ? ['id'] : [])],
      ...(Object.keys(attributes).length === 0 ? ['attributes'] : []),
      ...(ana === undefined ? [] : ['type']),
      ...(resp === undefined ? [] : ['annotator']),
    ]);
    this.#writer.close();
  }

  #resp({ annotator }: { readonly annotator?: string | undefined }): string | undefined {
    return annotator !== undefined && this.#annotators.has(annotator)
      ? this.#ids.pointer('annotator', annotator)
      : undefined;
  }
}

/** When it was made and changed, as far as XML can say it. */
function writeRevisions(writer: XmlWriter, { createdAt, updatedAt }: DatasetSpan): void {
  const changes = [
    ['created', createdAt],
    ['modified', updatedAt],
  ].filter(([, when]) => isXmlDateTime(when));
  if (changes.length === 0) return;
  writer.open('revisionDesc');
  for (const [status, when] of changes) writer.element('change', { status, when });
  writer.close();
}

function writeAttributes(writer: XmlWriter, attributes: Attributes = {}): void {
  for (const [name, value] of Object.entries(attributes)) {
    const isText = typeof value === 'string';
    writer.element(
      'note',
      { type: 'attribute', subtype: isText ? undefined : 'json', n: wordForXml(name) },
      isText ? value : jsonForXml(value),
    );
  }
}

/** What the annotation says without our own data; of notes and flags none is the same as empty. */
function conveyedOf({ id: own, flagged, createdAt, updatedAt }: DatasetSpan, id: string): string[] {
  return [
    'note',
    ...(flagged ? [] : ['flagged']),
    ...(id === own ? ['id'] : []),
    ...(isXmlDateTime(createdAt) ? ['createdAt'] : []),
    ...(isXmlDateTime(updatedAt) ? ['updatedAt'] : []),
  ];
}

/** A word as `@name` can have it: without white space and control characters, which are spelt like `%20`. */
function wordOf(word: string): string {
  return wordForXml(word).replace(/[\p{C}\p{Z}]/gu, (character) =>
    [...new TextEncoder().encode(character)].map((byte) => `%${byte.toString(16).toUpperCase()}`).join(''),
  );
}
