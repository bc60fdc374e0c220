import { describe, expect, it } from 'vitest';
import type { AttributeDefinition } from '../../../../src/core/model/attribute-definition.ts';
import type { GestureResult } from '../../../../src/core/operations/gestures/gesture.ts';
import {
  type NewValue,
  removeAttribute,
  setAttribute,
  setAttributes,
} from '../../../../src/core/operations/gestures/set-attribute.ts';
import { changesOf } from '../../../../src/core/operations/operation.ts';
import { afterGesture, articleOf, author, spanIn } from './builders.ts';

const article = articleOf('One two three', ['a', 'claim', 'One'], ['b', 'claim', 'two']);
const a = spanIn(article, 'a');

function definition(type: AttributeDefinition['type'], ...options: string[]): AttributeDefinition {
  return { id: 'x', name: 'Stance', type, options: options.map((id) => ({ id, name: id })) };
}

function reason(result: GestureResult): string | undefined {
  return result.ok ? undefined : result.reason.code;
}

const when = { type: 'date', value: '2031-03-13', granularity: 'day', modifier: null } as const;
const where = {
  name: 'Sund',
  latitude: 59.9,
  longitude: 10.7,
  source: '',
  sourceId: '',
  unlocatable: false,
} as const;

const values: [AttributeDefinition, NewValue][] = [
  [definition('text'), 'said'],
  [definition('number'), 0],
  [definition('boolean'), true],
  [definition('boolean'), false],
  [definition('oneOf', 'yes', 'no'), 'yes'],
  [definition('manyOf', 'yes', 'no'), ['no', 'yes']],
  [definition('date'), when],
  [definition('place'), where],
  [definition('entity'), 'e1'],
];

describe('setting an attribute', () => {
  it.each(values)('sets, keeps and clears %o', (attribute, value) => {
    const set = setAttribute(a, attribute, value, author());
    expect(set.ok && set.value.label).toBe('set stance');
    const after = spanIn(afterGesture(article, set), 'a');
    expect(after.attributes).toEqual({ x: value });
    expect(reason(setAttribute(after, attribute, value, author()))).toBe('unchanged');
    const cleared = setAttribute(after, attribute, undefined, author());
    expect(cleared.ok && cleared.value.label).toBe('clear stance');
    expect(spanIn(afterGesture(afterGesture(article, set), cleared), 'a').attributes).toEqual({});
  });

  it('takes values that are the same in another order of keys for the same', () => {
    const backwards = { modifier: null, granularity: 'day', value: '2031-03-13', type: 'date' } as const;
    const dated = { ...a, attributes: { x: { ...when } } };
    expect(reason(setAttribute(dated, definition('date'), backwards, author()))).toBe('unchanged');
  });

  it.each([
    [definition('number'), 'three'],
    [definition('text'), 3],
    [definition('boolean'), 'true'],
    [definition('date'), '2031'],
    [definition('oneOf', 'yes'), 'perhaps'],
    [definition('manyOf', 'yes'), ['yes', 'perhaps']],
    [definition('place'), { ...where, latitude: 91 }],
  ] satisfies [AttributeDefinition, NewValue][])(
    'refuses what is not of the type: %o',
    (attribute, value) => {
      expect(reason(setAttribute(a, attribute, value, author()))).toBe('not-allowed');
    },
  );

  it('takes nothing, an empty text and an empty list for the same', () => {
    expect(reason(setAttribute(a, definition('text'), '', author()))).toBe('unchanged');
    expect(reason(setAttribute(a, definition('manyOf', 'yes'), [], author()))).toBe('unchanged');
  });

  it('puts a value of the type in the place of one that is not', () => {
    const odd = { ...a, attributes: { x: { odd: [1] }, other: 'kept' } };
    const set = setAttribute(odd, definition('text'), 'said', author());
    const [change] = set.ok ? changesOf(set.value.operation) : [];
    expect(change).toMatchObject({ after: { attributes: { x: 'said', other: 'kept' } } });
  });

  it('changes several spans in one step, those alone that differ', () => {
    const stance = definition('oneOf', 'yes', 'no');
    const first = afterGesture(article, setAttribute(a, stance, 'yes', author()));
    const both = setAttributes(
      [spanIn(first, 'a'), spanIn(first, 'b')],
      [{ definition: stance, value: 'yes' }],
      'set stance',
      author(),
    );
    expect(both.ok && changesOf(both.value.operation)).toHaveLength(1);
    expect(spanIn(afterGesture(first, both), 'b').attributes).toEqual({ x: 'yes' });
    expect(reason(setAttributes([], [], 'set stance', author()))).toBe('nothing-selected');
  });

  it('removes what no tag set knows', () => {
    const odd = { ...a, attributes: { from: 'elsewhere' } };
    const removed = removeAttribute(odd, 'from', author());
    expect(removed.ok && removed.value.label).toBe('remove from');
    expect(reason(removeAttribute(a, 'from', author()))).toBe('unchanged');
  });
});
