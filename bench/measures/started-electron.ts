import { type ChildProcess, spawn } from 'node:child_process';

const longestQuitMs = 8_000;

export interface StartedElectron {
  /** Milliseconds since the epoch, of the moment before the process was made. */
  readonly startedAt: number;
  /** Milliseconds from then until Electron's browser process was up and listening for developer tools. */
  readonly listeningMs: number;
  readonly developerTools: URL;
  /** Ends all processes that came of it; resolves when they are gone. */
  end(): Promise<void>;
}

/**
 * Starts Electron, or something that starts it, without a test driver, which would hold up its start.
 * @param args must lead to an Electron with `--remote-debugging-port=0`.
 */
export async function startElectron(
  command: string,
  args: readonly string[],
  { cwd, env }: { cwd: string; env: Readonly<Record<string, string>> },
): Promise<StartedElectron> {
  const startedAt = performance.timeOrigin + performance.now();
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  const developerTools = await listeningAddress(child);
  const listeningMs = performance.timeOrigin + performance.now() - startedAt;
  return { startedAt, listeningMs, developerTools, end: () => end(child) };
}

function listeningAddress(child: ChildProcess): Promise<URL> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      said += text;
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(new URL(address));
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`it ended before it listened:\n${said}`)));
  });
}

/**
 * Asks it to quit, as a session's end does; npm and the start script pass that on. What has not ended in time is killed: a group of its own was made
 * for it, so that this reaches npm, the script and Electron alike.
 */
async function end(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  const overdue = setTimeout(() => process.kill(-pid, 'SIGKILL'), longestQuitMs);
  await ended;
  clearTimeout(overdue);
}
