import { z } from 'zod';

/** An opaque, project-wide unique name of a record. Foreign ids (from imported datasets) are kept as they are. */
export const identifierSchema = z.string().min(1).max(256);
export type Identifier = z.infer<typeof identifierSchema>;

/** A point in time, ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
export const timestampSchema = z.iso.datetime({ offset: true });
export type Timestamp = z.infer<typeof timestampSchema>;

/** Makes a new random identifier (UUID version 4). */
export function createIdentifier(): Identifier {
  return crypto.randomUUID();
}
