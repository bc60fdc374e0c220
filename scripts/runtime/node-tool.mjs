import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from './places.mjs';

/**
 * Runs a development tool from node_modules with this Node.
 * @param {string} script path inside node_modules
 * @param {string[]} args
 * @param {{ show?: boolean, env?: NodeJS.ProcessEnv }} [options] show: let its output through as it comes
 * @returns {Promise<{ code: number, output: string }>} output is empty when it was let through
 */
export function runNodeTool(script, args, { show = false, env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(projectRoot, 'node_modules', script), ...args], {
      cwd: projectRoot,
      env,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    const stop = () => {
      child.kill('SIGTERM');
      process.exit(143);
    };
    process.once('SIGTERM', stop);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.once('error', reject);
    child.once('close', (code, signal) => {
      process.off('SIGTERM', stop);
      resolve({ code: signal === null ? (code ?? 1) : 1, output });
    });
  });
}
