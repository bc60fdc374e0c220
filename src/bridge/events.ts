import { z } from 'zod';
import { commandIdSchema } from './commands.ts';
import { arrivalSchema } from './files.ts';

/** Everything that main tells the renderer unasked. */
export const events = {
  /** A menu item was chosen. */
  command: z.strictObject({ id: commandIdSchema }),
  /** Files came from a second start or from the system's "open with". */
  filesArrived: arrivalSchema,
  /** The window is about to close: finish writing, then call `session.readyToClose`. */
  closing: z.strictObject({}),
} as const satisfies Record<string, z.ZodType>;

export type EventName = keyof typeof events;
export type EventPayload<Name extends EventName> = z.infer<(typeof events)[Name]>;
