import { type LogEntry, logEntrySchema } from './log-entry.ts';

/** The log entry that a line of JSON is, or undefined when it is none. */
export function parseEntry(json: string): LogEntry | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  const parsed = logEntrySchema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}
