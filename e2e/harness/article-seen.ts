import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** Longer than any start takes for it, ms: a test that makes the disk fail may keep the note there for good. */
const longestWait = 5_000;

/**
 * Waits until the app has noted that the article on the screen was seen. An app that is killed before, twice in a row, leaves the article closed at its next
 * start, which is right and not what most tests are about.
 */
export async function articleSeen(profile: string): Promise<void> {
  const until = Date.now() + longestWait;
  while (existsSync(join(profile, 'opening.json')) && Date.now() < until) await delay(10);
}
