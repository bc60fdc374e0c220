import { z } from 'zod';
import { identifierSchema, timestampSchema } from '../model/identifier.ts';
import { operationSchema } from './operation.ts';

/**
 * One line of a project's log. Undo and redo are entries too: the log only ever grows, and the undo stack is read off it.
 */
export const logEntrySchema = z.strictObject({
  /** 1, 2, 3… without gaps within a project. */
  seq: z.int().positive(),
  at: timestampSchema,
  annotator: identifierSchema,
  /** What was done, in words that follow "Undo": `tag claim`. */
  label: z.string().min(1),
  operation: operationSchema,
  /** Set when this entry takes back (or makes again) the entry of that number. */
  undoes: z.int().positive().optional(),
  redoes: z.int().positive().optional(),
});
export type LogEntry = Readonly<z.infer<typeof logEntrySchema>>;
