import { quoteOf } from '../model/fragment.ts';
import type { Identifier } from '../model/identifier.ts';
import type { Relation } from '../model/relation.ts';
import { endOf, type Span } from '../model/span.ts';
import { SpanIndex } from '../model/span-index.ts';
import type { ArticleChange, Conflict } from './article-change.ts';
import { type ArticleState, untaggedArticle } from './project-state.ts';

/**
 * An article while changes are made on it, so that a batch of many thousands builds its index once. Used for one operation and thrown away.
 */
export class ArticleDraft {
  #base: ArticleState;
  /** What differs from the base; undefined stands for a record that is gone. */
  #spans = new Map<Identifier, Span | undefined>();
  #relations = new Map<Identifier, Relation | undefined>();
  /** How many relations link a span; counted when it is first asked for. */
  #links: Map<Identifier, number> | undefined;
  #size: number;

  constructor(base: ArticleState) {
    this.#base = base;
    this.#size = base.spans.size;
  }

  /** How many spans the article has now. */
  get size(): number {
    return this.#size;
  }

  /** Makes one change, or changes nothing and says why it does not fit. */
  make(change: ArticleChange): Conflict | undefined {
    switch (change.type) {
      case 'article.update':
        this.#base = { ...this.#base, record: change.after };
        return undefined;
      case 'article.replace':
        if (this.#size > 0) return conflict('in-use', change.after.record.id, 'The article has annotations.');
        this.#restart(untaggedArticle(change.after.record, change.after.body));
        return undefined;
      case 'span.add':
        if (this.#span(change.span.id) !== undefined) {
          return conflict('exists', change.span.id, 'The span is there already.');
        }
        return this.#putSpan(change.span);
      case 'span.update':
        if (this.#span(change.after.id) === undefined) {
          return conflict('missing', change.after.id, 'The span is gone.');
        }
        return this.#putSpan(change.after);
      case 'span.remove':
        return this.#removeSpan(change.span.id);
      case 'relation.add':
        if (this.#relation(change.relation.id) !== undefined) {
          return conflict('exists', change.relation.id, 'The relation is there already.');
        }
        return this.#putRelation(change.relation);
      case 'relation.update':
        if (this.#relation(change.after.id) === undefined) {
          return conflict('missing', change.after.id, 'The relation is gone.');
        }
        return this.#putRelation(change.after);
      case 'relation.remove':
        return this.#removeRelation(change.relation.id);
    }
  }

  /** The article after all changes that were made. */
  done(): ArticleState {
    return { ...this.#base, spans: this.#spansDone(), relations: this.#relationsDone() };
  }

  #spansDone(): SpanIndex {
    const { spans } = this.#base;
    const [first] = this.#spans;
    if (first === undefined) return spans;
    if (this.#spans.size === 1) {
      const [id, span] = first;
      return span === undefined ? spans.without(id) : spans.with(span);
    }
    const untouched = spans.ordered.filter(({ id }) => !this.#spans.has(id));
    const put = [...this.#spans.values()].filter((span) => span !== undefined);
    return SpanIndex.of([...untouched, ...put]);
  }

  #relationsDone(): ReadonlyMap<Identifier, Relation> {
    if (this.#relations.size === 0) return this.#base.relations;
    const relations = new Map(this.#base.relations);
    for (const [id, relation] of this.#relations) {
      if (relation === undefined) relations.delete(id);
      else relations.set(id, relation);
    }
    return relations;
  }

  #restart(base: ArticleState): void {
    this.#base = base;
    this.#spans.clear();
    this.#relations.clear();
    this.#links = undefined;
  }

  #span(id: Identifier): Span | undefined {
    return this.#spans.has(id) ? this.#spans.get(id) : this.#base.spans.get(id);
  }

  #relation(id: Identifier): Relation | undefined {
    return this.#relations.has(id) ? this.#relations.get(id) : this.#base.relations.get(id);
  }

  #putSpan(span: Span): Conflict | undefined {
    const { record, body } = this.#base;
    if (span.articleId !== record.id) {
      return conflict('other-article', span.id, 'The span belongs to another article.');
    }
    if (endOf(span) > body.text.length) {
      return conflict('outside-text', span.id, 'The span reaches beyond the text.');
    }
    if (quoteOf(body.text, span.fragments) !== span.quote) {
      return conflict('quote-differs', span.id, 'The span’s quote is not what the text reads there.');
    }
    if (this.#span(span.id) === undefined) this.#size += 1;
    this.#spans.set(span.id, span);
    return undefined;
  }

  #removeSpan(id: Identifier): Conflict | undefined {
    if (this.#span(id) === undefined) return conflict('missing', id, 'The span is gone.');
    if ((this.#linksNow().get(id) ?? 0) > 0)
      return conflict('in-use', id, 'A relation still links the span.');
    this.#size -= 1;
    this.#spans.set(id, undefined);
    return undefined;
  }

  #putRelation(relation: Relation): Conflict | undefined {
    if (relation.articleId !== this.#base.record.id) {
      return conflict('other-article', relation.id, 'The relation belongs to another article.');
    }
    for (const end of [relation.from, relation.to]) {
      if (this.#span(end) === undefined) {
        return conflict('missing', end, 'The relation links a span that is not there.');
      }
    }
    this.#countLinks(this.#relation(relation.id), -1);
    this.#countLinks(relation, 1);
    this.#relations.set(relation.id, relation);
    return undefined;
  }

  #removeRelation(id: Identifier): Conflict | undefined {
    const relation = this.#relation(id);
    if (relation === undefined) return conflict('missing', id, 'The relation is gone.');
    this.#countLinks(relation, -1);
    this.#relations.set(id, undefined);
    return undefined;
  }

  #linksNow(): Map<Identifier, number> {
    if (this.#links === undefined) {
      this.#links = new Map();
      for (const relation of this.#relationsDone().values()) this.#countLinks(relation, 1);
    }
    return this.#links;
  }

  #countLinks(relation: Relation | undefined, by: 1 | -1): void {
    if (this.#links === undefined || relation === undefined) return;
    for (const end of [relation.from, relation.to]) this.#links.set(end, (this.#links.get(end) ?? 0) + by);
  }
}

function conflict(code: Conflict['code'], id: Identifier, message: string): Conflict {
  return { code, id, message };
}
