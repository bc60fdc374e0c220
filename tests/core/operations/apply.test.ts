import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fragmentsSchema, quoteOf } from '../../../src/core/model/fragment.ts';
import { endOf } from '../../../src/core/model/span.ts';
import { apply, articleIdOf } from '../../../src/core/operations/apply.ts';
import type { Conflict } from '../../../src/core/operations/article-change.ts';
import { type Operation, operationSchema } from '../../../src/core/operations/operation.ts';
import type { ProjectState } from '../../../src/core/operations/project-state.ts';
import { articleOf } from '../arbitraries/article.ts';
import {
  emptyProject,
  operationSequence,
  relationOf,
  someProject,
} from '../arbitraries/operation-sequence.ts';
import { contentOf } from '../arbitraries/project-content.ts';
import { spanOf } from '../arbitraries/span.ts';

/** What must hold of every project at every time. */
function expectConsistent(state: ProjectState): void {
  for (const [id, article] of state.articles) {
    expect(article.record.id).toBe(id);
    for (const span of article.spans.ordered) {
      expect(span.articleId).toBe(id);
      expect(fragmentsSchema.safeParse(span.fragments).success).toBe(true);
      expect(endOf(span)).toBeLessThanOrEqual(article.body.text.length);
      expect(quoteOf(article.body.text, span.fragments)).toBe(span.quote);
    }
    for (const [relationId, relation] of article.relations) {
      expect(relation.id).toBe(relationId);
      expect(relation.articleId).toBe(id);
      expect(article.spans.has(relation.from)).toBe(true);
      expect(article.spans.has(relation.to)).toBe(true);
    }
  }
}

describe('any sequence of operations', () => {
  it('leaves text, spans and relations consistent', () => {
    fc.assert(
      fc.property(operationSequence, ({ start, operations }) => {
        let state = start;
        for (const operation of operations) {
          const applied = apply(state, operation);
          if (applied.ok) state = applied.value;
          expectConsistent(state);
        }
      }),
    );
  });

  it('makes all changes of a batch or none, and never alters the state it was given', () => {
    fc.assert(
      fc.property(operationSequence, ({ start, operations }) => {
        let state = start;
        for (const operation of operations) {
          const before = structuredClone(contentOf(state));
          const applied = apply(state, operation);
          expect(contentOf(state)).toEqual(before);
          if (applied.ok) state = applied.value;
        }
      }),
      { numRuns: 50 },
    );
  });

  it('survives the log: an operation read back from JSON is the same', () => {
    fc.assert(
      fc.property(operationSequence, ({ operations }) => {
        for (const operation of operations) {
          expect(operationSchema.parse(JSON.parse(JSON.stringify(operation)))).toEqual(operation);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('does meet operations that fit and ones that do not', () => {
    let made = 0;
    let refused = 0;
    for (const { start, operations } of fc.sample(operationSequence, { numRuns: 100, seed: 7 })) {
      let state = start;
      for (const operation of operations) {
        const applied = apply(state, operation);
        if (applied.ok) {
          state = applied.value;
          made += 1;
        } else refused += 1;
      }
    }
    expect(made).toBeGreaterThan(100);
    expect(refused).toBeGreaterThan(100);
  });
});

describe('a change that does not fit', () => {
  const text = 'Ms Lee said: “We are ready.”';
  const article = articleOf(text);
  const speaker = spanOf(text, [{ start: 0, end: 6 }], { id: 'lee', tag: 'speaker' });
  const claim = spanOf(text, [{ start: 14, end: 27 }], { id: 'ready' });
  const says = relationOf('lee', 'ready');
  const project = [
    { type: 'article.add', article },
    { type: 'span.add', span: speaker },
    { type: 'span.add', span: claim },
    { type: 'relation.add', relation: says },
  ].reduce((state, change) => {
    const applied = apply(state, operationSchema.parse(change));
    if (!applied.ok) throw new Error(applied.reason.message);
    return applied.value;
  }, emptyProject);
  const elsewhere = { ...speaker, id: 'new', articleId: 'other' };
  const stranger = { ...speaker, id: 'stranger' };

  it.each<[string, Operation, Conflict['code'], string]>([
    ['an article that is there', { type: 'article.add', article }, 'exists', 'article'],
    ['removing a tagged article', { type: 'article.remove', article }, 'in-use', 'article'],
    [
      'removing an article that is not there',
      { type: 'article.remove', article: articleOf(text, 'other') },
      'missing',
      'other',
    ],
    [
      'another text under tags',
      { type: 'article.replace', before: article, after: articleOf('Other') },
      'in-use',
      'article',
    ],
    ['a span that is there', { type: 'span.add', span: speaker }, 'exists', 'lee'],
    ['a span of an article that is not there', { type: 'span.add', span: elsewhere }, 'missing', 'other'],
    [
      'updating a span that is gone',
      { type: 'span.update', before: stranger, after: stranger },
      'missing',
      'stranger',
    ],
    ['removing a span that is gone', { type: 'span.remove', span: stranger }, 'missing', 'stranger'],
    ['removing a linked span', { type: 'span.remove', span: speaker }, 'in-use', 'lee'],
    [
      'a span beyond the text',
      { type: 'span.add', span: { ...stranger, fragments: [{ start: 20, end: 90 }] } },
      'outside-text',
      'stranger',
    ],
    [
      'a span whose quote is not there',
      { type: 'span.add', span: { ...stranger, quote: 'Mr Lee' } },
      'quote-differs',
      'stranger',
    ],
    ['a relation that is there', { type: 'relation.add', relation: says }, 'exists', 'relation'],
    [
      'a relation to nobody',
      { type: 'relation.add', relation: relationOf('lee', 'nobody', { id: 'r2' }) },
      'missing',
      'nobody',
    ],
    [
      'updating a relation that is gone',
      { type: 'relation.update', before: says, after: { ...says, id: 'r3' } },
      'missing',
      'r3',
    ],
    [
      'removing a relation that is gone',
      { type: 'relation.remove', relation: { ...says, id: 'r3' } },
      'missing',
      'r3',
    ],
  ])('is refused: %s', (_, operation, code, id) => {
    const applied = apply(project, operation);
    expect(applied.ok).toBe(false);
    if (!applied.ok) expect(applied.reason).toMatchObject({ code, id });
  });

  it('refuses a whole batch for one change in it', () => {
    const applied = apply(project, {
      type: 'batch',
      changes: [
        { type: 'span.add', span: stranger },
        { type: 'span.remove', span: speaker },
      ],
    });
    expect(applied.ok).toBe(false);
    expect(project.articles.get('article')?.spans.has('stranger')).toBe(false);
  });

  it('knows the article of every change', () => {
    expect(articleIdOf({ type: 'span.add', span: speaker })).toBe('article');
    expect(articleIdOf({ type: 'relation.remove', relation: says })).toBe('article');
    expect(articleIdOf({ type: 'article.add', article })).toBe('article');
    expect(articleIdOf({ type: 'project.update', before: someProject, after: someProject })).toBeUndefined();
  });
});
