import { describe, expect, test } from 'vitest';
import { type CommandDefinition, commandIds, commands } from '../../../../src/bridge/commands.ts';
import { type CommandPress, matchCommand } from '../../../../src/renderer/app/keys/match-command.ts';

function press(key: string, code: string, held: readonly string[] = []): CommandPress {
  return {
    key,
    code,
    ctrlKey: held.includes('Control'),
    shiftKey: held.includes('Shift'),
    altKey: held.includes('Alt'),
    metaKey: held.includes('Meta'),
    getModifierState: (name) => held.includes(name),
  };
}

const inText = (...of: Parameters<typeof press>) => matchCommand(press(...of), true, false)?.id;
const anywhere = (...of: Parameters<typeof press>) => matchCommand(press(...of), false, false)?.id;

describe('plain keys', () => {
  test('are commands only in the text', () => {
    expect(inText('1', 'Digit1')).toBe('annotation.tag1');
    expect(inText('j', 'KeyJ')).toBe('annotation.next');
    expect(inText('Enter', 'Enter')).toBe('annotation.atCaret');
    expect(anywhere('1', 'Digit1')).toBeUndefined();
    expect(anywhere('j', 'KeyJ')).toBeUndefined();
  });

  test('are not the same with Ctrl', () => {
    expect(inText('1', 'Digit1', ['Control'])).toBe('go.articles');
    expect(inText('j', 'KeyJ', ['Control'])).toBeUndefined();
  });

  test('work on the number pad', () => {
    expect(inText('3', 'Numpad3')).toBe('annotation.tag3');
    expect(inText('+', 'NumpadAdd')).toBe('annotation.addFragment');
  });
});

describe('other layouts', () => {
  test('digits by their place where they need Shift (AZERTY) or are other digits (Arabic)', () => {
    expect(inText('&', 'Digit1')).toBe('annotation.tag1');
    expect(inText('é', 'Digit2')).toBe('annotation.tag2');
    expect(inText('٣', 'Digit3')).toBe('annotation.tag3');
  });

  test('a digit with Shift is none', () => {
    expect(inText('!', 'Digit1', ['Shift'])).toBeUndefined();
    expect(inText('1', 'Digit1', ['Shift'])).toBeUndefined();
  });

  test('letters and brackets by their place in other scripts', () => {
    expect(inText('о', 'KeyJ')).toBe('annotation.next');
    expect(inText('ъ', 'BracketRight')).toBe('annotation.growEnd');
    expect(anywhere('л', 'KeyK', ['Control'])).toBe('view.commandPalette');
  });

  test('letters by what they type in Latin layouts (AZERTY, Dvorak)', () => {
    expect(anywhere('z', 'KeyW', ['Control'])).toBe('edit.undo');
    expect(anywhere('w', 'KeyZ', ['Control'])).toBeUndefined();
    expect(inText('t', 'KeyK')).toBe('annotation.retag');
  });

  test('brackets typed with AltGr', () => {
    expect(inText(']', 'Digit9', ['AltGraph'])).toBe('annotation.growEnd');
    expect(inText('[', 'Digit8', ['AltGraph', 'Control', 'Alt'])).toBe('annotation.shrinkEnd');
  });
});

test('Alt with a tag’s key tags exactly what is selected; with other keys it is another chord', () => {
  expect(matchCommand(press('2', 'Digit2', ['Alt']), true, false)).toEqual({
    id: 'annotation.tag2',
    alt: true,
  });
  expect(matchCommand(press('™', 'Digit2', ['Alt']), true, true)).toEqual({
    id: 'annotation.tag2',
    alt: true,
  });
  expect(inText('j', 'KeyJ', ['Alt'])).toBeUndefined();
  expect(matchCommand(press(']', 'BracketRight', ['Alt']), true, false)).toEqual({
    id: 'annotation.growEndByCharacter',
    alt: false,
  });
  expect(inText('{', 'BracketLeft', ['Alt', 'Shift'])).toBe('annotation.growStartByCharacter');
});

test('Command takes the place of Ctrl on macOS', () => {
  expect(matchCommand(press('k', 'KeyK', ['Meta']), false, true)?.id).toBe('view.commandPalette');
  expect(matchCommand(press('k', 'KeyK', ['Control']), false, true)).toBeUndefined();
  expect(anywhere('k', 'KeyK', ['Meta'])).toBeUndefined();
});

test('Shift tells undo from redo', () => {
  expect(anywhere('z', 'KeyZ', ['Control'])).toBe('edit.undo');
  expect(anywhere('Z', 'KeyZ', ['Control', 'Shift'])).toBe('edit.redo');
  expect(anywhere('+', 'Equal', ['Control', 'Shift'])).toBe('view.zoomIn');
});

test('no two commands share a key in one place', () => {
  const taken = new Map<string, string>();
  for (const id of commandIds) {
    const definition: CommandDefinition = commands[id];
    for (const keys of definition.keys ?? []) {
      expect(taken.get(keys), keys).toBeUndefined();
      taken.set(keys, id);
    }
  }
});
