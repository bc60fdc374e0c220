import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SetupFailure } from './setup-failure.mjs';

/**
 * @typedef {object} Display
 * @property {NodeJS.ProcessEnv} env what a program needs to draw on it
 * @property {() => void} close
 */

export function needsDisplay() {
  return process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
}

/**
 * Starts an Xvfb on a free display number. It runs in a session of its own, so that Ctrl+C reaches the app and not the
 * screen under it, and ends when this process does, however that ends: its guard waits for the pipe to close.
 * @returns {Promise<Display>}
 */
export async function openDisplay() {
  const folder = mkdtempSync(join(tmpdir(), 'ascribe-display-'));
  const authority = join(folder, 'authority');
  writeFileSync(authority, authorityFor(randomBytes(16)), { mode: 0o600 });
  const guard = 'Xvfb "$@" & server=$!; exec 3>&-; cat >/dev/null; kill $server; wait $server; rm -rf "$0"';
  const server = ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp', '-auth', authority];
  const child = spawn('sh', ['-c', guard, folder, ...server], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
  });
  child.unref();
  const close = () => {
    child.stdin?.destroy();
    rmSync(folder, { recursive: true, force: true });
  };
  const number = await displayNumber(child);
  if (number === undefined) {
    close();
    throw new SetupFailure(
      'Xvfb did not start, so there is no screen to draw on.',
      'see what this says: Xvfb :99 -screen 0 1920x1080x24',
    );
  }
  return { env: { DISPLAY: `:${number}`, XAUTHORITY: authority }, close };
}

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<string | undefined>} */
function displayNumber(child) {
  return new Promise((resolve) => {
    let answer = '';
    const pipe = /** @type {import('node:stream').Readable} */ (child.stdio[3]);
    pipe.on('data', (chunk) => {
      answer += chunk;
      if (answer.includes('\n')) resolve(answer.trim());
    });
    pipe.once('close', () => resolve(undefined));
    child.once('error', () => resolve(undefined));
    child.once('exit', () => resolve(undefined));
  });
}

/**
 * An Xauthority record with no address and no display number, which fits any: only programs given the file may draw on,
 * or watch, this screen.
 * @param {Buffer} cookie
 */
function authorityFor(cookie) {
  const wildFamily = 0xffff;
  const number = (/** @type {number} */ value) => Buffer.from([value >> 8, value & 0xff]);
  const field = (/** @type {Buffer} */ value) => Buffer.concat([number(value.length), value]);
  return Buffer.concat([
    number(wildFamily),
    field(Buffer.alloc(0)),
    field(Buffer.alloc(0)),
    field(Buffer.from('MIT-MAGIC-COOKIE-1')),
    field(cookie),
  ]);
}
