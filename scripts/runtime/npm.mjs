import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/**
 * Runs the npm that runs this script, or the one on the path.
 * @param {string[]} args
 * @param {{ cwd: string, output?: 'stderr' | 'capture', env?: NodeJS.ProcessEnv }} options where npm's own stdout goes
 * @returns {Promise<{ code: number, stdout: string, stderr: string }>}
 */
export async function runNpm(args, { cwd, output = 'capture', env = process.env }) {
  const script = process.env.npm_execpath?.endsWith('.js') ? process.env.npm_execpath : undefined;
  const [command, ...before] = script
    ? [process.execPath, script]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
  const child = spawn(command, [...before, ...args], {
    cwd,
    env,
    stdio: ['ignore', output === 'stderr' ? 2 : 'pipe', output === 'stderr' ? 2 : 'pipe'],
    shell: script === undefined && process.platform === 'win32',
  });
  const [stdout, stderr, code] = await Promise.all([
    child.stdout ? text(child.stdout) : '',
    child.stderr ? text(child.stderr) : '',
    new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    }),
  ]);
  return { code: code ?? 1, stdout, stderr };
}
