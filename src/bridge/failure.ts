import { z } from 'zod';

/**
 * Why main could not do what was asked. `message` is a whole sentence for the person and names the file; it never holds a path or a stack.
 */
export const bridgeFailureSchema = z.strictObject({
  code: z.enum([
    'vanished',
    'unreadable',
    'directory',
    'too-large',
    'not-a-file',
    'no-space',
    'read-only',
    'busy',
    'differs-after-writing',
    'unknown-token',
    'out-of-sequence',
    'damaged',
    'refused',
    'failed',
  ]),
  message: z.string().min(1),
});
export type BridgeFailure = Readonly<z.infer<typeof bridgeFailureSchema>>;

/** The schema of a `Result` that crosses the bridge. */
export function resultSchema<Value extends z.ZodType>(value: Value) {
  return z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value }),
    z.strictObject({ ok: z.literal(false), reason: bridgeFailureSchema }),
  ]);
}
