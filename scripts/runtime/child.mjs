import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const orphanCheckMs = 250;

/**
 * Runs a program in this one's place: same standard streams, signals passed on, exit code handed back (128 + the
 * signal's number when a signal ended it, as shells do).
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<number>}
 */
export function runChild(command, args, { cwd, env = process.env }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: 'inherit' });
    const passOn = (/** @type {NodeJS.Signals} */ signal) => {
      // A terminal sends Ctrl+C to the whole group, the child included; a second one would cut its shutdown short.
      if (signal === 'SIGINT' && process.stdin.isTTY) return;
      child.kill(signal);
    };
    const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
    for (const signal of signals) process.on(signal, passOn);
    const parent = process.ppid;
    // npm hands SIGTERM to its shell, which dies of it and tells nobody; that the parent is gone is what can be seen.
    const orphaned = setInterval(() => {
      if (!process.env.npm_lifecycle_event || process.ppid === parent) return;
      clearInterval(orphaned);
      child.kill('SIGTERM');
    }, orphanCheckMs);
    const settle = () => {
      clearInterval(orphaned);
      for (const signal of signals) process.off(signal, passOn);
    };
    child.once('error', (error) => {
      settle();
      reject(error);
    });
    child.once('exit', (code, signal) => {
      settle();
      resolve(signal === null ? (code ?? 1) : 128 + constants.signals[signal]);
    });
  });
}
