import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Identifier } from '../../../../src/core/model/identifier.ts';
import type { GestureResult } from '../../../../src/core/operations/gestures/gesture.ts';
import { moveArticle, type PlacedArticle } from '../../../../src/core/operations/gestures/move-article.ts';
import { invert } from '../../../../src/core/operations/invert.ts';
import { changesOf, type Operation } from '../../../../src/core/operations/operation.ts';
import { articleOf } from './builders.ts';

/** A list in which nobody has moved anything yet. */
function listOf(ids: string): PlacedArticle[] {
  return [...ids].map((id, i) => ({ record: { ...articleOf('Text.').record, id }, order: i + 1 }));
}

/** The list after an operation, by the rule of the store: an article stands at its position, else where it stood. */
function listAfter(list: readonly PlacedArticle[], operation: Operation): PlacedArticle[] {
  const articles = new Map(list.map((article) => [article.record.id, article]));
  for (const change of changesOf(operation)) {
    if (change.type !== 'article.update') throw new Error(`a move changes records, not ${change.type}`);
    const before = articles.get(change.after.id);
    if (before === undefined) throw new Error('a move changes articles of the list');
    articles.set(change.after.id, { record: change.after, order: change.after.position ?? before.order });
  }
  return [...articles.values()].sort((a, b) => a.order - b.order);
}

function idsOf(list: readonly PlacedArticle[]): string {
  return list.map(({ record }) => record.id).join('');
}

function operationOf(result: GestureResult): Operation {
  if (!result.ok) throw new Error(result.reason.message);
  return result.value.operation;
}

function moved(list: readonly PlacedArticle[], id: Identifier, before: Identifier | null): PlacedArticle[] {
  return listAfter(list, operationOf(moveArticle(list, id, before)));
}

test.each([
  ['c', 'a', 'cabd'],
  ['a', 'd', 'bcad'],
  ['a', null, 'bcda'],
  ['d', 'b', 'adbc'],
])('%s before %s makes %s', (id, before, expected) => {
  expect(idsOf(moved(listOf('abcd'), id, before))).toBe(expected);
});

test.each([
  ['b', 'c', 'unchanged'],
  ['b', 'b', 'unchanged'],
  ['d', null, 'unchanged'],
  ['x', 'a', 'missing'],
  ['a', 'x', 'missing'],
])('%s before %s is refused: %s', (id, before, code) => {
  expect(moveArticle(listOf('abcd'), id, before)).toMatchObject({ ok: false, reason: { code } });
});

test('only the article that is moved gets another place while there is room', () => {
  const changes = changesOf(operationOf(moveArticle(listOf('abcd'), 'd', 'b')));
  expect(changes.map((change) => change.type === 'article.update' && change.after.id)).toEqual(['d', 'd']);
});

test('undo leads back to the very same list, also where an article never had a place of its own', () => {
  const list = listOf('abcd');
  const operation = operationOf(moveArticle(list, 'd', 'a'));
  expect(listAfter(listAfter(list, operation), invert(operation))).toEqual(list);
});

test('neighbours without room between them make some, in the same operation', () => {
  let list = listOf('abcdefgh');
  let most = 0;
  // Always into the same gap, which is halved each time.
  for (let i = 0; i < 200; i++) {
    const last = list.at(-1)?.record.id ?? '';
    const before = list;
    const operation = operationOf(moveArticle(list, last, list[1]?.record.id ?? null));
    const [first, ...others] = idsOf(list.slice(0, -1));
    list = listAfter(list, operation);
    expect(idsOf(list)).toBe(`${first}${last}${others.join('')}`);
    expect(listAfter(list, invert(operation))).toEqual(before);
    const touched = new Set(changesOf(operation).map((change) => 'after' in change && change.after));
    most = Math.max(most, touched.size);
  }
  expect(most).toBeGreaterThan(2);
});

test('any row of moves ends where moving the items of an array ends, and taken back where it began', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(6)), { maxLength: 60 }), (moves) => {
      const start = listOf('abcdef');
      let list = start;
      let model = [...'abcdef'];
      const made: Operation[] = [];
      for (const [which, where] of moves) {
        const id = model[which] ?? '';
        const before = model[where] ?? null;
        const result = moveArticle(list, id, before);
        const rest = model.filter((other) => other !== id);
        if (before !== id)
          model = rest.toSpliced(before === null ? rest.length : rest.indexOf(before), 0, id);
        if (result.ok) {
          made.push(result.value.operation);
          list = listAfter(list, result.value.operation);
        }
        expect(idsOf(list)).toBe(model.join(''));
      }
      for (const operation of made.reverse()) list = listAfter(list, invert(operation));
      expect(list).toEqual(start);
    }),
  );
});
