import { readlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/**
 * True when an app has the profile open now, as far as that can be told: Chromium leaves a link in it, on Linux and macOS, that names the machine and the process.
 */
export async function isInUse(profile: string): Promise<boolean> {
  const owner = await readlink(join(profile, 'SingletonLock')).catch(() => undefined);
  const [, host, pid] = /^(.*)-(\d+)$/.exec(owner ?? '') ?? [];
  return host === hostname() && pid !== undefined && isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
