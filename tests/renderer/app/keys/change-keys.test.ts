import { afterEach, describe, expect, test } from 'vitest';
import { commandIds } from '../../../../src/bridge/commands.ts';
import { acceleratorSchema, type Keymap, keysIn } from '../../../../src/bridge/keymap.ts';
import {
  chooseKeys,
  isOwn,
  withOwnKeys,
  withoutKeys,
} from '../../../../src/renderer/app/keys/change-keys.ts';
import { ariaKeysOf, keyLabelsOf } from '../../../../src/renderer/app/keys/key-labels.ts';
import { putInForce } from '../../../../src/renderer/app/keys/keys-in-force.ts';
import { matchCommand } from '../../../../src/renderer/app/keys/match-command.ts';
import { acceleratorOf } from '../../../../src/renderer/app/keys/press-to-accelerator.ts';

function press(key: string, code: string, held: readonly string[] = []) {
  return {
    key,
    code,
    ctrlKey: held.includes('Control'),
    shiftKey: held.includes('Shift'),
    altKey: held.includes('Alt'),
    metaKey: held.includes('Meta'),
    getModifierState: (name: string) => held.includes(name),
  };
}

function taken(keymap: Keymap, id: Parameters<typeof chooseKeys>[1], keys: string) {
  const choice = chooseKeys(keymap, id, keys);
  if (choice.kind !== 'taken') throw new Error(`it is ${choice.kind}`);
  return choice;
}

afterEach(() => putInForce({}));

test('every key that a command has by itself can be chosen', () => {
  for (const id of commandIds) {
    for (const keys of keysIn({}, id)) expect(acceleratorSchema.safeParse(keys).success, keys).toBe(true);
  }
});

test.each(['', 'Ctrl+K', 'CmdOrCtrl+', 'CmdOrCtrl+Ж', 'Shift+CmdOrCtrl+A', 'F25', 'constructor'])(
  'what the menu could not take is no key: %j',
  (keys) => expect(acceleratorSchema.safeParse(keys).success).toBe(false),
);

describe('choosing keys', () => {
  test('takes the place of those that a command had', () => {
    const choice = chooseKeys({}, 'annotation.next', 'Z');
    expect(choice).toEqual({ kind: 'free', keymap: { 'annotation.next': ['Z'] } });
  });

  test('that another command has names it, and can take them from it', () => {
    const { by, keymap } = taken({}, 'tools.doctor', 'CmdOrCtrl+Y');
    expect(by).toBe('edit.redo');
    expect(keymap).toEqual({ 'tools.doctor': ['CmdOrCtrl+Y'], 'edit.redo': ['CmdOrCtrl+Shift+Z'] });
  });

  test('of the text may be plain letters, those of the whole window may not', () => {
    expect(chooseKeys({}, 'annotation.next', 'Z').kind).toBe('free');
    expect(chooseKeys({}, 'tools.doctor', 'Z').kind).toBe('refused');
    expect(chooseKeys({}, 'tools.doctor', 'F9').kind).toBe('free');
  });

  test.each(['CmdOrCtrl+C', 'CmdOrCtrl+A', 'Left', 'Shift+Home', 'CmdOrCtrl+Q', 'PageDown'])(
    'leaves %s to what it means everywhere',
    (keys) => expect(chooseKeys({}, 'annotation.next', keys).kind).toBe('refused'),
  );

  test('minds that Alt beside a tag’s key tags exactly what is selected', () => {
    expect(taken({}, 'annotation.next', 'Alt+2').by).toBe('annotation.tag2');
  });
});

test('a command without keys has none, and its own again when it is reset', () => {
  const keymap = withoutKeys({}, 'annotation.next');
  expect([keysIn(keymap, 'annotation.next'), isOwn(keymap, 'annotation.next')]).toEqual([[], false]);
  expect(withOwnKeys(keymap, 'annotation.next')).toEqual({ keymap: {}, by: [] });
  const other: Keymap = { 'annotation.next': ['Z'], 'annotation.previous': ['J'] };
  expect(withOwnKeys(other, 'annotation.next').by).toEqual(['annotation.previous']);
});

test('keys in force are those that are matched, shown and said', () => {
  putInForce({ 'annotation.next': ['Z'], 'view.commandPalette': ['CmdOrCtrl+Alt+Space'], 'edit.find': [] });
  expect(matchCommand(press('z', 'KeyZ'), true, false)?.id).toBe('annotation.next');
  expect(matchCommand(press('z', 'KeyZ'), false, false)).toBeUndefined();
  expect(matchCommand(press('k', 'KeyK', ['Control']), false, false)).toBeUndefined();
  expect(matchCommand(press(' ', 'Space', ['Control', 'Alt']), false, false)?.id).toBe('view.commandPalette');
  expect(matchCommand(press('f', 'KeyF', ['Control']), false, false)).toBeUndefined();
  expect(keyLabelsOf('annotation.next', false)).toEqual(['Z']);
  expect(ariaKeysOf('view.commandPalette', false)).toBe('Control+Alt+Space');
  expect(ariaKeysOf('edit.find', false)).toBeUndefined();
});

test.each([
  ['z', 'KeyZ', [], 'Z'],
  ['K', 'KeyK', ['Control', 'Shift'], 'CmdOrCtrl+Shift+K'],
  ['?', 'Slash', ['Shift'], '?'],
  ['+', 'Equal', ['Shift'], '+'],
  ['+', 'Equal', ['Control', 'Shift'], 'CmdOrCtrl+Plus'],
  ['л', 'KeyK', ['Control'], 'CmdOrCtrl+K'],
  ['ArrowLeft', 'ArrowLeft', ['Alt'], 'Alt+Left'],
  ['F9', 'F9', ['Shift'], 'Shift+F9'],
  [' ', 'Space', ['Control'], 'CmdOrCtrl+Space'],
  ['Control', 'ControlLeft', ['Control'], undefined],
] as const)('a press of %s (%s, %j) is %s', (key, code, held, accelerator) => {
  expect(acceleratorOf(press(key, code, held), false)).toBe(accelerator);
  if (accelerator === undefined) return;
  putInForce({ 'annotation.next': [accelerator], 'annotation.addFragment': [] });
  expect(matchCommand(press(key, code, held), true, false)?.id).toBe('annotation.next');
});
