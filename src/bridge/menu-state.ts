import { z } from 'zod';
import { commandIdSchema } from './commands.ts';
import { keymapSchema } from './keymap.ts';

/** What the native menu shows of the project's state. */
export const menuStateSchema = z.strictObject({
  /** Words after "Undo" and "Redo"; null when there is nothing to undo or redo. */
  undo: z.string().nullable(),
  redo: z.string().nullable(),
  /** Commands that cannot be used now. */
  disabled: z.array(commandIdSchema),
  /** Commands shown with a tick. */
  checked: z.array(commandIdSchema),
  /** Names of the tags whose keys are 1 to 9, which `annotation.tag1`…`annotation.tag9` give; null where no tag has the key. */
  tagNames: z.array(z.string().nullable()).max(9),
  /** Keys that the person chose. */
  keymap: keymapSchema,
});
export type MenuState = Readonly<z.infer<typeof menuStateSchema>>;
