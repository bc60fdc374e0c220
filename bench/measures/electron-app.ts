import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { _electron } from '@playwright/test';
import { electronExecutable } from '../../e2e/harness/electron-executable.ts';
import { type MainThreadTime, mainThreadTime } from './main-thread-time.ts';

export const benchFolder = resolve(import.meta.dirname, '..');

/** All that a run puts on the disk stands in here; whoever starts the run removes it. */
export const workFolder = mkdtempSync(join(tmpdir(), 'ascribe-bench-'));

/** The switches that every measured Electron gets, the app, the pages and the empty window alike. */
export function electronArguments(folder: string, profile: string): string[] {
  const needsNoSandbox = process.platform === 'linux' && process.getuid?.() === 0;
  return [...(needsNoSandbox ? ['--no-sandbox'] : []), folder, `--user-data-dir=${profile}`];
}

export function electronEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(([name]) => name !== 'ELECTRON_RUN_AS_NODE');
  return Object.fromEntries(entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/** A new empty profile. */
export function newProfile(): string {
  return mkdtempSync(join(workFolder, 'profile-'));
}

/** Opens the window with the pages that are compared. */
export async function openBenchWindow(): Promise<{
  app: ElectronApplication;
  page: Page;
  time: MainThreadTime;
}> {
  const app = await _electron.launch({
    executablePath: electronExecutable(),
    args: [...electronArguments(join(benchFolder, 'window'), newProfile()), '--js-flags=--expose-gc'],
    env: electronEnvironment(),
    chromiumSandbox: true,
    colorScheme: null,
  });
  const page = await app.firstWindow();
  page.on('pageerror', (error) => process.stderr.write(`In the page: ${error.stack ?? error.message}\n`));
  await page.waitForFunction(() => window.bench !== undefined);
  await page.evaluate(() => window.bench.ready());
  return { app, page, time: await mainThreadTime(app, page) };
}
