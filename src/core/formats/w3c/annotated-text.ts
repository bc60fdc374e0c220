import type { DatasetDraft } from '../dataset-draft.ts';
import type { DatasetArticle, DatasetRelation, DatasetSpan } from '../dataset-schema.ts';
import { idOfIri } from '../iri.ts';
import { isObject, metadataValues } from '../json/metadata-values.ts';
import { SourceText } from '../source-text.ts';
import { timesOf } from './authorship.ts';
import type { BodyContent } from './body-content.ts';
import type { WebAnnotation } from './web-annotation.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** Members of a resource that are read, or say nothing that an article has. */
const known = new Set(
  'id @id type @type value format language textDirection processingLanguage title dc:title dcterms:isVersionOf'.split(
    ' ',
  ),
);

/** A resource whose text is at hand, and what is annotated of it. */
export class AnnotatedText {
  readonly id: string;
  readonly source: SourceText;
  readonly line: number;
  readonly #resource: JsonObject;
  #facts: Partial<DatasetArticle> = {};
  #metadata: Record<string, string> = {};
  readonly #labels = new Set<string>();
  readonly #notes: string[] = [];
  readonly #spans: DatasetSpan[] = [];
  readonly #relations: DatasetRelation[] = [];
  readonly #spanLines: number[] = [];
  readonly #relationLines: number[] = [];

  constructor(id: string, text: string, resource: JsonObject, line: number) {
    this.id = id;
    this.source = new SourceText(text);
    this.#resource = resource;
    this.line = line;
  }

  addSpan(span: DatasetSpan, line: number): void {
    this.#spans.push(span);
    this.#spanLines.push(line);
  }

  addRelation(relation: DatasetRelation, line: number): void {
    this.#relations.push(relation);
    this.#relationLines.push(line);
  }

  /** Takes what an annotation says of the text as a whole. */
  describe(
    draft: DatasetDraft,
    { motivations, value }: WebAnnotation,
    { tags, notes, values, isFlagged }: BodyContent,
  ): void {
    for (const tag of tags) {
      if (tag.length <= 128) this.#labels.add(tag);
      else draft.unknown('body');
    }
    for (const note of notes) this.#notes.push(note);
    if (isFlagged) draft.unknown('body');
    Object.assign(this.#metadata, metadataValues(values));
    if (motivations.includes('describing')) this.#facts = timesOf(draft, value.created, value.modified);
  }

  addTo(draft: DatasetDraft): void {
    for (const key of Object.keys(this.#resource)) if (!known.has(key)) draft.unknown(`target.${key}`);
    const { textDirection, 'dcterms:isVersionOf': version } = this.#resource;
    const [title] = [this.#resource['dc:title'] ?? this.#resource.title].flat();
    const versionOf = isObject(version) ? version.id : version;
    draft.article(
      {
        id: this.id,
        ...(typeof title === 'string' && { title }),
        ...((textDirection === 'ltr' || textDirection === 'rtl') && { direction: textDirection }),
        metadata: this.#metadata,
        versionOf:
          typeof versionOf === 'string' && versionOf !== '' ? idOfIri(versionOf).slice(0, 256) : null,
        trashedAt: null,
        ...this.#facts,
        ...(this.#labels.size > 0 && { labels: [...this.#labels] }),
        ...(this.#notes.length > 0 && { note: this.#notes.join('\n') }),
        text: this.source.text,
        spans: this.#spans,
        relations: this.#relations,
      },
      { article: this.line, spans: this.#spanLines, relations: this.#relationLines },
    );
  }
}
