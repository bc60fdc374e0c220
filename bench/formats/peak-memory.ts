import { existsSync, readFileSync } from 'node:fs';

const status = '/proc/self/status';

/**
 * The most memory that this process has had, in MiB. On Linux `resourceUsage` would count what the process that started this one had at that time; the
 * kernel's own figure (VmHWM) does not.
 */
export function peakMemory(): number {
  const told = existsSync(status) ? /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8')) : null;
  return (told === null ? process.resourceUsage().maxRSS : Number(told[1])) / 1024;
}
