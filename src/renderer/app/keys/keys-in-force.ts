import type { CommandId } from '../../../bridge/commands.ts';
import { type Keymap, keysIn } from '../../../bridge/keymap.ts';

/** There is one keyboard, so what its keys mean is one value for the whole window; the settings hold it, and put it in force here. */
let inForce: Keymap = {};
const listeners = new Set<() => void>();

export function putInForce(keymap: Keymap): void {
  if (keymap === inForce) return;
  inForce = keymap;
  for (const listener of listeners) listener();
}

/** Hears when other keys are in force. */
export function onOtherKeys(listener: () => void): void {
  listeners.add(listener);
}

/** The keys that a command has now. */
export function keysOf(id: CommandId): readonly string[] {
  return keysIn(inForce, id);
}
