import type { ChildProcess } from 'node:child_process';
import type { ElectronApplication, Page } from '@playwright/test';
import { _electron } from '@playwright/test';
import { articleSeen } from './article-seen.ts';
import { appRoot, electronExecutable } from './electron-executable.ts';
import { collectProblems } from './problems.ts';
import { killTree } from './process-tree.ts';
import { makeProfile } from './profile.ts';

export interface LaunchOptions {
  /** The user data folder; a fresh one, removed after the test, when left out. */
  readonly profile?: string;
  readonly files?: readonly string[];
  /** Added to this process's environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Further Chromium switches, such as `--force-prefers-reduced-motion`. */
  readonly switches?: readonly string[];
  /** What must be on the screen before the test goes on: the article's text (as at a first start), only the shell, a dialog, or anything at all, be it why there is nothing. */
  readonly until?: 'text' | 'shell' | 'dialog' | 'anything';
  /** The folder of another app than Ascribe, to compare with. */
  readonly root?: string;
}

export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly profile: string;
  /** Console errors, page errors, crashes and content security violations up to now; empty in a good run. */
  problems(): readonly string[];
  /** What the app has written to its standard streams since it could be driven; its first lines come before that. */
  output(): string;
  /** Quits the app in the way a user does. */
  close(): Promise<void>;
  /** SIGKILL for every process of the app at once, as when the power fails. Resolves when all are gone. */
  kill(): Promise<void>;
}

/** Starts the built app and waits until it can be used. */
export async function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  const profile = options.profile ?? makeProfile();
  const app = await launched({
    executablePath: electronExecutable(),
    args: [
      ...(isRootOnLinux() ? ['--no-sandbox'] : []),
      options.root ?? appRoot,
      `--user-data-dir=${profile}`,
      ...(options.switches ?? []),
      ...(options.files ?? []),
    ],
    env: environment(options.env),
    cwd: appRoot,
    // Playwright would switch the sandbox off by itself, and force the light theme on the page.
    chromiumSandbox: true,
    colorScheme: null,
  });
  // Kept, for Playwright no longer hands it out once the app has ended.
  const child = app.process();
  const { pid } = child;
  if (pid === undefined) throw new Error('a launched app has a process id');
  let output = '';
  child.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    output += chunk;
  });
  const problems = collectProblems(app);
  const running = {
    app,
    profile,
    problems: () => problems,
    output: () => output,
    close: () => app.close(),
    kill: () => (hasEnded(child) ? Promise.resolve() : killTree(pid)),
  };
  try {
    const page = await app.firstWindow();
    await waitUntilUsable(page, options.until ?? 'text');
    if (options.until === undefined || options.until === 'text') await articleSeen(profile);
    return { ...running, page };
  } catch (error) {
    await killTree(pid);
    throw new Error(`the app did not become usable; it said:\n${output}\n${problems.join('\n')}`, {
      cause: error,
    });
  }
}

/** Playwright's own limit is three minutes, for which a start that it missed would stand still. In ms. */
const launchLimit = 25_000;

/** Starts Electron; once more where Playwright missed that it has started, which on a busy machine it does now and then. An app that does not start fails both times. */
async function launched(
  options: NonNullable<Parameters<typeof _electron.launch>[0]>,
): Promise<ElectronApplication> {
  try {
    return await _electron.launch({ ...options, timeout: launchLimit });
  } catch (error) {
    if (!(error instanceof Error && error.message.includes('electron.launch: Timeout'))) throw error;
    return _electron.launch({ ...options, timeout: launchLimit });
  }
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

async function waitUntilUsable(page: Page, until: NonNullable<LaunchOptions['until']>): Promise<void> {
  const shell = page.getByRole('navigation', { name: 'Articles', exact: true });
  const signs = {
    dialog: page.getByRole('dialog'),
    text: page.getByRole('textbox', { name: 'Article text', exact: true }),
    shell,
    anything: page.getByRole('navigation').or(page.getByRole('alert')).first(),
  };
  await signs[until].waitFor({ state: 'visible', timeout: 30_000 });
}

/** Electron runs as a plain Node when this variable is set, as it is in terminals inside other Electron apps. */
function environment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries({ ...process.env, ...more })) {
    if (value !== undefined && name !== 'ELECTRON_RUN_AS_NODE') env[name] = value;
  }
  return env;
}

function isRootOnLinux(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0;
}
