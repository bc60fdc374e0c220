import type { Identifier } from '../../core/model/identifier.ts';
import type { Relation } from '../../core/model/relation.ts';
import type { Span } from '../../core/model/span.ts';
import { SpanIndex } from '../../core/model/span-index.ts';
import type { Operation } from '../../core/operations/operation.ts';
import type { ArticleState } from '../../core/operations/project-state.ts';
import type { ProjectDatabase } from '../db/database.ts';
import { type ArticleHead, readArticleHead, readRelations, spanBatches } from '../db/read-article.ts';
import { Overlay } from './overlay.ts';
import type { ArticleSummary } from './workbench-state.ts';

/** Up to this many units an article is read whole before it is shown. */
const wholeUpTo = 200_000;

/** Of a longer one, the spans this far on both sides of where it is shown. */
const nearby = 60_000;

/** How the store is read; operations are those that it may not have yet. */
export interface ArticleSource {
  readonly database: () => ProjectDatabase;
  readonly notInStore: () => readonly Operation[];
}

/** The store lacks something that it must have. */
export class MissingRowsError extends Error {
  override readonly name = 'MissingRowsError';
}

/**
 * The reading of one article, in two parts: the head, which does not grow with the article, and the rest in batches. Changes made meanwhile are
 * told to `made`, and win over what is read, before and after.
 */
export class ArticleLoading {
  readonly #source: ArticleSource;
  readonly #article: ArticleSummary;
  readonly #overlay: Overlay;
  #head: ArticleHead | undefined;
  #cancelled = false;

  constructor(source: ArticleSource, article: ArticleSummary) {
    this.#source = source;
    this.#article = article;
    this.#overlay = new Overlay(article.record.id);
    // Taken before anything is read: what is durable by now will be read, the rest is here.
    for (const operation of source.notInStore()) this.#overlay.add(operation);
  }

  /** True when relations of this article may be in the store and not in memory. */
  get lacksRelations(): boolean {
    return this.#head?.allRelations !== true;
  }

  get isComplete(): boolean {
    return this.#head?.allRelations === true && this.#head.allSpans;
  }

  get isCancelled(): boolean {
    return this.#cancelled;
  }

  cancel(): void {
    this.#cancelled = true;
  }

  /** An operation was made since the loading began. */
  made(operation: Operation): void {
    this.#overlay.add(operation);
  }

  /** The article with what can be seen around `at` (UTF-16 units). */
  async readHead(at: number): Promise<ArticleState> {
    const { record } = this.#article;
    const window =
      record.textLength <= wholeUpTo
        ? { start: 0, end: Number.MAX_SAFE_INTEGER }
        : { start: Math.max(0, at - nearby), end: at + nearby };
    const read = await readArticleHead(this.#source.database(), record.id, window);
    const head = read ?? this.#headInMemory();
    const { body } = this.#overlay;
    this.#head = body === null ? head : { ...head, body };
    return {
      record,
      body: this.#head.body,
      spans: SpanIndex.of([...this.#overlay.spansBeneath(head.spans), ...this.#overlay.spans]),
      relations: byId([...this.#overlay.relationsBeneath(head.relations), ...this.#overlay.relations]),
    };
  }

  /** The text alone. */
  async readText(): Promise<string> {
    const row = await this.#source.database().bodies.get(this.#article.record.id);
    return (this.#overlay.body ?? row ?? this.#headInMemory().body).text;
  }

  /** The whole article, as it stands when the reading ends. */
  async readWhole(pause: () => Promise<void>): Promise<ArticleState> {
    let state = await this.readHead(0);
    await this.readRest(pause, (portion) => {
      state = withPortion(state, portion);
    });
    return state;
  }

  /**
   * Reads the rest and hands it over in growing portions, to be added to the article as it stands by then.
   * @param pause called between batches, so that the window can draw.
   */
  async readRest(
    pause: () => Promise<void>,
    add: (portion: { readonly spans?: readonly Span[]; readonly relations?: readonly Relation[] }) => void,
  ): Promise<void> {
    const { id } = this.#article.record;
    if (this.lacksRelations) {
      const relations = await readRelations(this.#source.database(), id);
      if (this.#cancelled) return;
      add({ relations: this.#overlay.relationsBeneath(relations) });
      this.#finish({ allRelations: true });
    }
    if (this.#head?.allSpans !== true) {
      let portion: Span[] = [];
      // Each portion sorts the whole article's spans again, so portions double in size.
      let enough = 4_000;
      for await (const batch of spanBatches(this.#source.database, id)) {
        await pause();
        if (this.#cancelled) return;
        portion.push(...batch);
        if (portion.length >= enough) {
          add({ spans: this.#overlay.spansBeneath(portion) });
          portion = [];
          enough *= 2;
        }
      }
      if (this.#cancelled) return;
      add({ spans: this.#overlay.spansBeneath(portion) });
      this.#finish({ allSpans: true });
    }
  }

  #finish(part: Partial<ArticleHead>): void {
    if (this.#head !== undefined) this.#head = { ...this.#head, ...part };
  }

  /** An article so new that the store does not have it yet. */
  #headInMemory(): ArticleHead {
    const { body } = this.#overlay;
    if (body === null) {
      throw new MissingRowsError(
        `The text of “${this.#article.record.title}” is missing from the working store.`,
      );
    }
    return { body, spans: [], relations: [], allSpans: true, allRelations: true };
  }
}

/** The article with further spans and relations from the store. Those that it has already stay as they are. */
export function withPortion(
  article: ArticleState,
  portion: { readonly spans?: readonly Span[]; readonly relations?: readonly Relation[] },
): ArticleState {
  const spans = (portion.spans ?? []).filter(({ id }) => !article.spans.has(id));
  const relations = (portion.relations ?? []).filter(({ id }) => !article.relations.has(id));
  return {
    ...article,
    spans: spans.length === 0 ? article.spans : SpanIndex.of([...article.spans.ordered, ...spans]),
    relations:
      relations.length === 0 ? article.relations : byId([...article.relations.values(), ...relations]),
  };
}

function byId(relations: readonly Relation[]): ReadonlyMap<Identifier, Relation> {
  return new Map(relations.map((relation) => [relation.id, relation]));
}
