import { describe, expect, it } from 'vitest';
import { movementOf } from '../../../src/renderer/editor/movement-keys.ts';

const plain = { ctrlKey: false, altKey: false, metaKey: false, shiftKey: false };

function words(key: string, held: Partial<typeof plain>, isMac = false): string | null {
  const found = movementOf({ ...plain, ...held, key }, isMac);
  return found === null
    ? null
    : `${found.movement.unit} ${found.movement.direction}${found.extend ? ' extend' : ''}`;
}

describe('movementOf', () => {
  it('reads the keys of Windows and Linux', () => {
    expect(words('ArrowLeft', {})).toBe('character left');
    expect(words('ArrowRight', { ctrlKey: true, shiftKey: true })).toBe('word right extend');
    expect(words('ArrowRight', { altKey: true })).toBe('word right');
    expect(words('ArrowUp', {})).toBe('line backward');
    expect(words('ArrowDown', { ctrlKey: true })).toBe('block forward');
    expect(words('Home', {})).toBe('lineEdge backward');
    expect(words('End', { ctrlKey: true, shiftKey: true })).toBe('article forward extend');
    expect(words('PageDown', { shiftKey: true })).toBe('page forward extend');
  });

  it('reads the keys of macOS', () => {
    expect(words('ArrowLeft', { metaKey: true }, true)).toBe('lineEdge backward');
    expect(words('ArrowRight', { altKey: true }, true)).toBe('word right');
    expect(words('ArrowUp', { metaKey: true }, true)).toBe('article backward');
    expect(words('ArrowDown', { altKey: true, shiftKey: true }, true)).toBe('block forward extend');
    expect(words('ArrowUp', {}, true)).toBe('line backward');
    expect(words('End', {}, true)).toBe('article forward');
  });

  it('leaves to the commands what is theirs', () => {
    expect(words('PageDown', { ctrlKey: true })).toBeNull();
    expect(words('ArrowRight', { ctrlKey: true, altKey: true })).toBeNull();
    expect(words('ArrowRight', { metaKey: true })).toBeNull();
    expect(words('ArrowRight', { metaKey: true, altKey: true }, true)).toBeNull();
    expect(words('ArrowUp', { altKey: true })).toBeNull();
    expect(words('a', { ctrlKey: true })).toBeNull();
    expect(words('1', {})).toBeNull();
    expect(words('1', {}, true)).toBeNull();
  });
});
