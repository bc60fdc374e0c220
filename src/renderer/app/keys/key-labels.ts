import { type CommandDefinition, type CommandId, commands } from '../../../bridge/commands.ts';

const macSymbols: Readonly<Record<string, string>> = {
  CmdOrCtrl: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Backspace: '⌫',
  Enter: '↵',
};
const plainNames: Readonly<Record<string, string>> = {
  CmdOrCtrl: 'Ctrl',
  PageDown: 'Page Down',
  PageUp: 'Page Up',
  Right: '→',
  Left: '←',
  Plus: '+',
};

function partsOf(accelerator: string): string[] {
  return accelerator === '+' ? ['+'] : accelerator.split('+');
}

/** An accelerator as it is printed on the keyboard, e.g. `Ctrl K` or `⌘K`. */
export function keyLabel(accelerator: string, isMac: boolean): string {
  const parts = partsOf(accelerator);
  if (isMac) return parts.map((part) => macSymbols[part] ?? plainNames[part] ?? part).join('');
  return parts.map((part) => plainNames[part] ?? part).join(' ');
}

/** The labels of a command's keys, the first being the one to show where there is place for one. */
export function keyLabelsOf(id: CommandId, isMac: boolean): string[] {
  const definition: CommandDefinition = commands[id];
  return (definition.keys ?? []).map((keys) => keyLabel(keys, isMac));
}

/** The value of `aria-keyshortcuts` for a command, or undefined when it has no keys. */
export function ariaKeysOf(id: CommandId, isMac: boolean): string | undefined {
  const definition: CommandDefinition = commands[id];
  if (definition.keys === undefined) return undefined;
  return definition.keys
    .map((keys) =>
      partsOf(keys)
        .map((part) => (part === 'CmdOrCtrl' ? (isMac ? 'Meta' : 'Control') : part === '+' ? 'Plus' : part))
        .join('+'),
    )
    .join(' ');
}
