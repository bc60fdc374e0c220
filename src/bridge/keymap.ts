import { z } from 'zod';
import { type CommandDefinition, type CommandId, commands } from './commands.ts';

/**
 * Keys in Electron's accelerator form, as far as keys can be chosen: modifiers in this order, then one character of ASCII or a named key. Electron
 * throws on what it does not know, so nothing else gets as far as the menu.
 */
export const acceleratorSchema = z
  .string()
  .regex(
    /^(?:CmdOrCtrl\+)?(?:Alt\+)?(?:Shift\+)?(?:[!-*,-~]|\+|Plus|Space|Enter|Backspace|Delete|Insert|Left|Right|Up|Down|Home|End|PageUp|PageDown|F(?:[1-9]|1\d|2[0-4]))$/,
  );

/** Keys that take the place of a command's own: command id → its keys, none when it is to have none. Ids that are unknown are kept. */
export const keymapSchema = z.record(z.string().max(100), z.array(acceleratorSchema).max(4));
export type Keymap = Readonly<z.infer<typeof keymapSchema>>;

/** The keys of a command, the first being the one to show. */
export function keysIn(keymap: Keymap, id: CommandId): readonly string[] {
  const definition: CommandDefinition = commands[id];
  return keymap[id] ?? definition.keys ?? [];
}
