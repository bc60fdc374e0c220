import type { Attributes } from '../../model/attribute-value.ts';
import type { Identifier, Timestamp } from '../../model/identifier.ts';
import type { Relation } from '../../model/relation.ts';
import { haveSameFragments, type Span } from '../../model/span.ts';
import type { TagSet } from '../../model/tag-set.ts';
import type { Change } from '../operation.ts';
import type { ArticleState } from '../project-state.ts';
import { mayLink } from './link-spans.ts';
import type { TagSetStep } from './tag-set-step.ts';

/** How many annotations a change of the tag set touches. */
export interface TagSetEffect {
  readonly deleted: number;
  readonly retagged: number;
  /** Of the retagged ones, those that became one with a span that was there already. */
  readonly joined: number;
  /** Links that went away. */
  readonly unlinked: number;
}

export interface ArticleFollowing {
  /** Empty when nothing in the article is touched. */
  readonly changes: readonly Change[];
  readonly effect: TagSetEffect;
}

/** What a change of the tag set from `before` means for an article's annotations. Links that did not fit before either are left as they are. */
export function followTagSet(
  article: ArticleState,
  before: TagSet,
  step: TagSetStep,
  now: Timestamp,
): ArticleFollowing {
  const following = new Following(article, now);
  const { retag, after } = step;
  if (retag !== null) {
    for (const span of article.spans.ordered) {
      if (span.tag === retag.from) following.retag(span, retag.to);
    }
  }
  following.relations(before, after);
  return following.done();
}

class Following {
  readonly #article: ArticleState;
  readonly #now: Timestamp;
  /** Spans that differ; undefined stands for one that is gone. */
  readonly #spans = new Map<Identifier, Span | undefined>();
  /** A span that became one with another → that other. */
  readonly #joined = new Map<Identifier, Identifier>();
  #retagged = 0;

  constructor(article: ArticleState, now: Timestamp) {
    this.#article = article;
    this.#now = now;
  }

  retag(span: Span, to: Identifier | null): void {
    if (to === null) {
      this.#spans.set(span.id, undefined);
      return;
    }
    this.#retagged += 1;
    const twin = this.#twinOf(span, to);
    const joined = twin === undefined ? undefined : joinedInto(twin, span, this.#now);
    if (twin === undefined || joined === undefined) {
      this.#spans.set(span.id, { ...span, tag: to, updatedAt: this.#now });
      return;
    }
    this.#spans.set(span.id, undefined);
    if (joined !== twin) this.#spans.set(twin.id, joined);
    this.#joined.set(span.id, twin.id);
  }

  /** Links go with their ends, from a joined span to the one it became, and away where the new tag set does not allow them. */
  relations(before: TagSet, after: TagSet): void {
    const kept = new Set<string>();
    for (const relation of this.#article.relations.values()) {
      if (this.#endsOf(relation).every((id) => !this.#joined.has(id))) kept.add(sameLink(relation));
    }
    for (const relation of this.#article.relations.values()) {
      const moved = {
        ...relation,
        from: this.#joined.get(relation.from) ?? relation.from,
        to: this.#joined.get(relation.to) ?? relation.to,
      };
      const isMoved = moved.from !== relation.from || moved.to !== relation.to;
      const isTwin = isMoved && (kept.has(sameLink(moved)) || moved.from === moved.to);
      if (isTwin || this.#mustGo(relation, moved, before, after)) this.#removed.push(relation);
      else if (isMoved) {
        kept.add(sameLink(moved));
        this.#moved.push({ before: relation, after: { ...moved, updatedAt: this.#now } });
      }
    }
  }

  done(): ArticleFollowing {
    const changes: Change[] = this.#removed.map((relation) => ({ type: 'relation.remove', relation }));
    for (const { before, after } of this.#moved) changes.push({ type: 'relation.update', before, after });
    let deleted = 0;
    for (const [id, after] of this.#spans) {
      const before = this.#article.spans.get(id);
      if (before === undefined) continue;
      if (after !== undefined) changes.push({ type: 'span.update', before, after });
      else {
        changes.push({ type: 'span.remove', span: before });
        if (!this.#joined.has(id)) deleted += 1;
      }
    }
    const effect = {
      deleted,
      retagged: this.#retagged,
      joined: this.#joined.size,
      unlinked: this.#removed.length,
    };
    return { changes, effect };
  }

  readonly #removed: Relation[] = [];
  readonly #moved: { before: Relation; after: Relation }[] = [];

  #mustGo(before: Relation, after: Relation, oldSet: TagSet, newSet: TagSet): boolean {
    const [from, to] = this.#endsOf(after).map((id) => this.#spanNow(id));
    if (from === undefined || to === undefined) return true;
    if (mayLink(newSet, after.type, from, to)) return false;
    if (!newSet.relationTypes.some(({ id }) => id === after.type)) {
      return oldSet.relationTypes.some(({ id }) => id === after.type);
    }
    const [oldFrom, oldTo] = this.#endsOf(before).map((id) => this.#article.spans.get(id));
    return oldFrom !== undefined && oldTo !== undefined && mayLink(oldSet, before.type, oldFrom, oldTo);
  }

  #endsOf({ from, to }: Pick<Relation, 'from' | 'to'>): [Identifier, Identifier] {
    return [from, to];
  }

  #spanNow(id: Identifier): Span | undefined {
    return this.#spans.has(id) ? this.#spans.get(id) : this.#article.spans.get(id);
  }

  /** A span as it stands now that has that tag on exactly the same words. */
  #twinOf(span: Span, tag: Identifier): Span | undefined {
    const first = span.fragments[0];
    if (first === undefined) return undefined;
    return this.#article.spans
      .touching(first.start, first.end)
      .map(({ id }) => this.#spanNow(id))
      .find(
        (other) =>
          other !== undefined &&
          other.id !== span.id &&
          other.tag === tag &&
          haveSameFragments(other.fragments, span.fragments),
      );
  }
}

/** The span `twin` with all that `span` says beside it; undefined where the two contradict each other, so that both have to stay. */
function joinedInto(twin: Span, span: Span, now: Timestamp): Span | undefined {
  const attributes = joinedAttributes(twin.attributes, span.attributes);
  if (attributes === undefined) return undefined;
  const notes = [twin.note, span.note].filter((note, i, all) => note !== '' && all.indexOf(note) === i);
  const joined = { ...twin, attributes, note: notes.join('\n'), flagged: twin.flagged || span.flagged };
  return JSON.stringify(joined) === JSON.stringify(twin) ? twin : { ...joined, updatedAt: now };
}

function joinedAttributes(own: Attributes, others: Attributes): Attributes | undefined {
  const joined = new Map(Object.entries(own));
  for (const [id, value] of Object.entries(others)) {
    const known = joined.get(id);
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(value)) return undefined;
    joined.set(id, value);
  }
  return Object.fromEntries(joined);
}

function sameLink({ type, from, to }: Pick<Relation, 'type' | 'from' | 'to'>): string {
  return JSON.stringify([type, from, to]);
}
