import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AttributeDefinition } from '../../../../src/core/model/attribute-definition.ts';
import type { Relation } from '../../../../src/core/model/relation.ts';
import { defaultTagSet } from '../../../../src/core/model/tag-set.ts';
import {
  type BulkChanges,
  deleteAll,
  flagAll,
  retagAll,
  setAttributeOfAll,
} from '../../../../src/core/operations/gestures/bulk.ts';
import { deleteSpan, retagSpan } from '../../../../src/core/operations/gestures/change-span.ts';
import { done } from '../../../../src/core/operations/gestures/gesture.ts';
import { tagOccurrences } from '../../../../src/core/operations/gestures/tag-occurrences.ts';
import { operationOf } from '../../../../src/core/operations/operation.ts';
import type { ArticleState } from '../../../../src/core/operations/project-state.ts';
import { afterGesture, articleOf, author, spanIn, tag } from './builders.ts';

const text = 'Ann said that Bob said that fees rise in March in Brno.';
const entity: AttributeDefinition = { id: 'entity', name: 'Who', type: 'entity', options: [] };

function article(): ArticleState {
  const base = articleOf(
    text,
    ['ann', 'speaker', 'Ann'],
    ['bob', 'speaker', 'Bob'],
    ['outer', 'claim', 'Bob said that fees rise'],
    ['inner', 'claim', 'fees rise'],
    ['twin', 'location', 'Ann'],
    ['brno', 'location', 'Brno'],
  );
  const links = [
    link('1', 'says', 'ann', 'outer'),
    link('2', 'says', 'bob', 'inner'),
    link('3', 'at', 'inner', 'brno'),
    link('4', 'reports', 'outer', 'inner'),
  ];
  return { ...base, relations: new Map(links.map((relation) => [relation.id, relation])) };
}

function link(id: string, type: string, from: string, to: string): Relation {
  const { now, annotator } = author();
  return {
    id,
    articleId: 'article',
    type,
    from,
    to,
    attributes: {},
    annotator,
    origin: 'manual',
    createdAt: now,
    updatedAt: now,
  };
}

function after(base: ArticleState, { changes }: BulkChanges): ArticleState {
  return changes.length === 0 ? base : afterGesture(base, done(operationOf(changes), 'bulk', null));
}

const contentOf = (state: ArticleState) => ({
  spans: state.spans.ordered,
  relations: [...state.relations.keys()].sort(),
});
const ids = ['ann', 'bob', 'outer', 'inner', 'twin', 'brno'];

test('retagging many is retagging one after the other', () => {
  fc.assert(
    fc.property(fc.subarray(ids), fc.constantFrom('speaker', 'claim', 'location', 'date'), (chosen, to) => {
      const base = article();
      let expected = base;
      let changed = 0;
      for (const id of chosen) {
        const result = retagSpan(expected, spanIn(expected, id), tag(to), defaultTagSet, author());
        if (!result.ok) continue;
        expected = afterGesture(expected, result);
        changed += 1;
      }
      const made = retagAll(
        base,
        chosen.map((id) => spanIn(base, id)),
        tag(to),
        defaultTagSet,
        author(),
      );
      expect(made).toMatchObject({ changed, skipped: chosen.length - changed });
      const result = after(base, made);
      // One after the other, a relation may break in passing that both ends, retagged, would allow again.
      expect(result.spans.ordered).toEqual(expected.spans.ordered);
      for (const id of expected.relations.keys()) expect(result.relations.has(id)).toBe(true);
    }),
  );
});

test('deleting many is deleting one after the other', () => {
  fc.assert(
    fc.property(fc.subarray(ids), (chosen) => {
      const base = article();
      const expected = chosen.reduce(
        (state, id) => afterGesture(state, deleteSpan(state, spanIn(state, id))),
        base,
      );
      expect(
        contentOf(
          after(
            base,
            deleteAll(
              base,
              chosen.map((id) => spanIn(base, id)),
            ),
          ),
        ),
      ).toEqual(contentOf(expected));
    }),
  );
});

test('retagging drops the links that no longer fit, and passes over twins', () => {
  const base = article();
  const made = retagAll(
    base,
    [spanIn(base, 'ann'), spanIn(base, 'bob')],
    tag('location'),
    defaultTagSet,
    author(),
  );
  expect(made).toMatchObject({ changed: 1, skipped: 1 });
  expect([...after(base, made).relations.keys()]).toEqual(['1', '3', '4']);
});

test('flags only what is not flagged', () => {
  const base = article();
  const one = after(base, flagAll([spanIn(base, 'ann')], true, author()));
  const both = flagAll([spanIn(one, 'ann'), spanIn(one, 'bob')], true, author());
  expect(both).toMatchObject({ changed: 1, skipped: 1 });
  expect(spanIn(after(one, both), 'bob').flagged).toBe(true);
});

test('sets an attribute only where the tag has it', () => {
  const base = article();
  const made = setAttributeOfAll(
    [...base.spans.ordered],
    defaultTagSet,
    { definition: entity, value: 'e1' },
    author(),
  );
  expect(made).toMatchObject({ changed: 2, skipped: 4 });
  expect(spanIn(after(base, made), 'bob').attributes).toEqual({ entity: 'e1' });
});

test('tags every place but those that have the tag, with what is said of them', () => {
  const base = article();
  const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const made = tagOccurrences(
    base,
    [at('Ann'), at('March'), at('March'), { start: 50, end: 900 }],
    tag('speaker'),
    { entity: 'e1' },
    author(),
  );
  expect(made).toMatchObject({ changed: 1, skipped: 3 });
  expect(spanIn(after(base, made), 'new-1')).toMatchObject({
    quote: 'March',
    tag: 'speaker',
    attributes: { entity: 'e1' },
  });
});
