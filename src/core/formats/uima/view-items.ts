import { failure, type Result } from '../../model/result.ts';
import type { DatasetDraft } from '../dataset-draft.ts';
import {
  type DatasetArticle,
  type DatasetRelation,
  type DatasetSpan,
  datasetRelationSchema,
  datasetSpanSchema,
} from '../dataset-schema.ts';
import { parseItem } from '../json-item.ts';
import type { FeatureStructure } from './cas.ts';
import { ViewPlaces } from './view-places.ts';

/** What is said of a span beside where it stands. */
export interface SpanContent {
  readonly id: string;
  readonly [member: string]: unknown;
}

/** Gathers the spans and relations of a view, with the lines on which they stand, and reports those that cannot be any. */
export class ViewItems {
  readonly places: ViewPlaces;
  readonly #articleId: string;
  readonly #draft: DatasetDraft;
  readonly #spans: DatasetSpan[] = [];
  readonly #relations: DatasetRelation[] = [];
  readonly #spanLines: (number | undefined)[] = [];
  readonly #relationLines: (number | undefined)[] = [];
  /** Feature structure → the id of the span that it became; undefined where it could not become one. */
  readonly #spanIds = new Map<number, string | undefined>();

  constructor(articleId: string, text: string, draft: DatasetDraft) {
    this.#articleId = articleId;
    this.places = new ViewPlaces(text);
    this.#draft = draft;
  }

  /** True when the structure was offered as a span before. */
  has({ id }: FeatureStructure): boolean {
    return this.#spanIds.has(id);
  }

  /** @param pieces annotations that cover the pieces of a discontinuous span, in order */
  addSpan(structure: FeatureStructure, content: SpanContent, pieces: readonly FeatureStructure[] = []): void {
    this.#spanIds.set(structure.id, undefined);
    const span = this.#span(structure, content, pieces);
    if (!span.ok) {
      this.#report('refused', 'span', structure, content.id, span.reason);
      return;
    }
    this.#spanIds.set(structure.id, span.value.id);
    this.#spans.push(span.value);
    this.#spanLines.push(structure.line);
  }

  addRelation(
    structure: FeatureStructure,
    content: SpanContent,
    from: FeatureStructure | undefined,
    to: FeatureStructure | undefined,
  ): void {
    const ends = [from, to].map((end) => (end === undefined ? undefined : this.#spanIds.get(end.id)));
    const relation = ends.includes(undefined)
      ? failure('it links something that is no span here')
      : parseItem(datasetRelationSchema, { ...content, from: ends[0], to: ends[1] });
    if (!relation.ok) {
      this.#report('refused', 'relation', structure, content.id, relation.reason);
      return;
    }
    this.#relations.push(relation.value);
    this.#relationLines.push(structure.line);
  }

  /** Hands the article over with all that was gathered. */
  finish(article: DatasetArticle): void {
    this.#draft.article(
      { ...article, spans: this.#spans, relations: this.#relations },
      { spans: this.#spanLines, relations: this.#relationLines },
    );
  }

  #span(
    structure: FeatureStructure,
    content: SpanContent,
    pieces: readonly FeatureStructure[],
  ): Result<DatasetSpan, string> {
    const fragments = [];
    for (const piece of pieces.length === 0 ? [structure] : pieces) {
      const place = this.places.of(piece);
      if (typeof place === 'string') return failure(place);
      if (place.isMended) {
        const reason = 'an end of it stood inside a character and was moved outwards';
        this.#report('mended', 'span', structure, content.id, reason);
      }
      fragments.push(place);
    }
    return parseItem(datasetSpanSchema, {
      ...content,
      start: fragments[0]?.start,
      end: fragments.at(-1)?.end,
      text: fragments.map(({ text }) => text).join(' '),
      ...(fragments.length > 1 && { fragments: fragments.map(({ start, end }) => ({ start, end })) }),
    });
  }

  #report(
    effect: 'refused' | 'mended',
    item: 'span' | 'relation',
    { line }: FeatureStructure,
    id: string,
    reason: string,
  ): void {
    const fault = { effect, item, id: id.slice(0, 80), article: this.#articleId, reason };
    this.#draft.fault(line === undefined ? fault : { ...fault, line });
  }
}
