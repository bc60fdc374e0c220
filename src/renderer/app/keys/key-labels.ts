import type { CommandId } from '../../../bridge/commands.ts';
import { keysOf } from './keys-in-force.ts';

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
  Up: '↑',
  Down: '↓',
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
  return keysOf(id).map((keys) => keyLabel(keys, isMac));
}

/** The value of `aria-keyshortcuts` for a command, or undefined when it has no keys. */
export function ariaKeysOf(id: CommandId, isMac: boolean): string | undefined {
  const all = keysOf(id);
  if (all.length === 0) return undefined;
  return all
    .map((keys) =>
      partsOf(keys)
        .map((part) => (part === 'CmdOrCtrl' ? (isMac ? 'Meta' : 'Control') : part === '+' ? 'Plus' : part))
        .join('+'),
    )
    .join(' ');
}
