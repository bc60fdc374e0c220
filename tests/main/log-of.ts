import type { Log } from '../../src/main/log/log.ts';

/** A log that gathers its lines. */
export function logOf(lines: string[] = []): Log {
  const add = (line: string) => {
    lines.push(line);
  };
  return { info: add, warning: add, error: add };
}
