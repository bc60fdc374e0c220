import { entityAttribute } from '../../model/known-attributes.ts';
import type { DatasetArticle, DatasetEntity, DatasetHead, DatasetSpan } from '../dataset-schema.ts';
import { ReportTags } from './report-tags.ts';

/** An article as the list at the end names it. */
export interface ListedArticle {
  readonly id: string;
  readonly title: string;
  readonly claims: number;
}

/** What the articles of a report share, and what is counted over all of them. */
export class ReportContext {
  readonly tags: ReportTags;
  readonly articles: ListedArticle[] = [];
  /** Tag → how many spans have it. */
  readonly counts = new Map<string, number>();
  /** Entity → the entries of the claims that it says. */
  readonly claimsOf = new Map<string, string[]>();
  claims = 0;
  attributed = 0;
  relations = 0;
  readonly #entities: ReadonlyMap<string, DatasetEntity>;
  readonly #annotators: ReadonlyMap<string, string>;
  #articleCount = 0;

  constructor(head: DatasetHead) {
    this.tags = new ReportTags(head);
    this.#entities = new Map(head.entities?.map((entity) => [entity.id, entity]));
    this.#annotators = new Map(head.annotators?.map(({ id, name }) => [id, name]));
  }

  /** The number of the next article, from 1. */
  nextArticle(): number {
    this.#articleCount++;
    return this.#articleCount;
  }

  entity(id: unknown): DatasetEntity | undefined {
    return typeof id === 'string' ? this.#entities.get(id) : undefined;
  }

  /** True where it is worth saying who made what. */
  get hasAnnotators(): boolean {
    return this.#annotators.size > 1;
  }

  annotator(id: string): string {
    return this.#annotators.get(id) ?? id;
  }

  countArticle(
    { title = '', id, text, spans = [], relations = [] }: DatasetArticle,
    claims: readonly DatasetSpan[],
    speakersOf: (claim: DatasetSpan) => readonly DatasetSpan[],
    entryOf: (claim: DatasetSpan) => string,
    anchor: string,
  ): void {
    this.articles.push({
      id: anchor,
      title: title || text.trim().split('\n', 1)[0] || id,
      claims: claims.length,
    });
    for (const { tag } of spans) this.counts.set(tag, (this.counts.get(tag) ?? 0) + 1);
    this.relations += relations.length;
    this.claims += claims.length;
    for (const claim of claims) {
      const speakers = speakersOf(claim);
      if (speakers.length > 0) this.attributed++;
      const entities = new Set(
        speakers.flatMap(({ attributes }) => this.entity(attributes?.[entityAttribute])?.id ?? []),
      );
      for (const entity of entities) {
        const entries = this.claimsOf.get(entity);
        if (entries === undefined) this.claimsOf.set(entity, [entryOf(claim)]);
        else entries.push(entryOf(claim));
      }
    }
  }
}
