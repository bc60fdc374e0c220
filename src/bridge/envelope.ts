import { z } from 'zod';

/** What main sends back for any request: the channel's response, or why there is none, without stack or path. */
export const envelopeSchema = z.discriminatedUnion('answered', [
  z.strictObject({ answered: z.literal(true), response: z.unknown() }),
  z.strictObject({ answered: z.literal(false), message: z.string() }),
]);
export type Envelope = z.infer<typeof envelopeSchema>;
