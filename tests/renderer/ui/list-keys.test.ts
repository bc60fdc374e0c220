import { expect, test } from 'vitest';
import { listKeyTarget } from '../../../src/renderer/ui/list-keys.ts';

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey', boolean>> = {},
) => ({
  key,
  ctrlKey: false,
  shiftKey: false,
  altKey: false,
  metaKey: false,
  ...held,
});

test('keys move within the list and stop at its ends', () => {
  const from = (index: number) =>
    ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'].map((key) =>
      listKeyTarget(press(key), index, 10, 4),
    );
  expect(from(5)).toEqual([6, 4, 9, 1, 0, 9]);
  expect(from(0)).toEqual([1, 0, 4, 0, 0, 9]);
  expect(from(9)).toEqual([9, 8, 9, 5, 0, 9]);
});

test('other keys, keys with modifiers and empty lists do not move', () => {
  expect(listKeyTarget(press('a'), 0, 10, 4)).toBeUndefined();
  expect(listKeyTarget(press('ArrowDown', { ctrlKey: true }), 0, 10, 4)).toBeUndefined();
  expect(listKeyTarget(press('ArrowDown', { shiftKey: true }), 0, 10, 4)).toBeUndefined();
  expect(listKeyTarget(press('ArrowDown'), 0, 0, 4)).toBeUndefined();
});
