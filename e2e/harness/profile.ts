import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made = new Set<string>();

/** An empty folder for `--user-data-dir`: with it the app starts as for the first time. */
export function makeProfile(): string {
  const profile = mkdtempSync(join(tmpdir(), 'ascribe-profile-'));
  made.add(profile);
  return profile;
}

/** Removes the profiles made in this process. Call when their apps are gone. */
export function removeProfiles(): void {
  for (const profile of made)
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  made.clear();
}
