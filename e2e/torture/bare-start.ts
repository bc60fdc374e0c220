import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appRoot, electronExecutable } from '../harness/electron-executable.ts';

/** Starts the app as a person does, without a driver: for starts that are killed, or that end by themselves. */
export function bareStart(profile: string, files: readonly string[]): ChildProcess {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  return spawn(
    electronExecutable(),
    [
      ...(isRoot ? ['--no-sandbox'] : []),
      process.env.ASCRIBE_ROOT ?? appRoot,
      `--user-data-dir=${profile}`,
      ...files,
    ],
    { cwd: appRoot, env, stdio: 'ignore' },
  );
}

/** Resolves to the exit code when the process has ended. */
export async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}
