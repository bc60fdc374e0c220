import { expect, test } from 'vitest';
import { ariaKeysOf, keyLabel, keyLabelsOf } from '../../../../src/renderer/app/keys/key-labels.ts';

test('labels are what is printed on the keyboard', () => {
  expect(keyLabel('CmdOrCtrl+Shift+O', false)).toBe('Ctrl Shift O');
  expect(keyLabel('CmdOrCtrl+Shift+O', true)).toBe('⌘⇧O');
  expect(keyLabel('+', false)).toBe('+');
  expect(keyLabel('CmdOrCtrl+Plus', false)).toBe('Ctrl +');
  expect(keyLabelsOf('edit.redo', false)).toEqual(['Ctrl Shift Z', 'Ctrl Y']);
  expect(keyLabelsOf('tools.doctor', false)).toEqual([]);
});

test('aria-keyshortcuts names keys as the specification does', () => {
  expect(ariaKeysOf('view.commandPalette', false)).toBe('Control+K');
  expect(ariaKeysOf('view.commandPalette', true)).toBe('Meta+K');
  expect(ariaKeysOf('annotation.addFragment', false)).toBe('Plus');
  expect(ariaKeysOf('tools.doctor', false)).toBeUndefined();
});
