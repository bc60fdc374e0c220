import type { ArticleBody } from '../../core/model/article.ts';
import type { Identifier } from '../../core/model/identifier.ts';
import type { Relation } from '../../core/model/relation.ts';
import type { Span } from '../../core/model/span.ts';
import { changesOf, type Operation } from '../../core/operations/operation.ts';
import { recordChangeOf } from '../db/record-change.ts';

/**
 * What operations in memory made of single spans and relations of one article. Laid over rows read from the store at any time after they were
 * made or before, it gives the truth: the last word on a record is either here or in the store, and here when both have one.
 */
export class Overlay {
  readonly #articleId: Identifier;
  /** The record after the last change, or null when it was removed. */
  readonly #spans = new Map<Identifier, Span | null>();
  readonly #relations = new Map<Identifier, Relation | null>();

  #body: ArticleBody | null = null;

  constructor(articleId: Identifier) {
    this.#articleId = articleId;
  }

  add(operation: Operation): void {
    for (const change of changesOf(operation)) {
      const record = recordChangeOf(change);
      if (record?.articleId !== this.#articleId) continue;
      if (record.kind === 'body') this.#body = record.value;
      if (record.kind === 'span') this.#spans.set(record.id, record.value);
      if (record.kind === 'relation') this.#relations.set(record.id, record.value);
    }
  }

  /** These spans without those that are spoken of here. */
  spansBeneath(spans: readonly Span[]): Span[] {
    return spans.filter(({ id }) => !this.#spans.has(id));
  }

  relationsBeneath(relations: readonly Relation[]): Relation[] {
    return relations.filter(({ id }) => !this.#relations.has(id));
  }

  /** The text, when it is spoken of here. */
  get body(): ArticleBody | null {
    return this.#body;
  }

  /** The spans spoken of here that are there. */
  get spans(): Span[] {
    return [...this.#spans.values()].filter((span) => span !== null);
  }

  get relations(): Relation[] {
    return [...this.#relations.values()].filter((relation) => relation !== null);
  }
}
