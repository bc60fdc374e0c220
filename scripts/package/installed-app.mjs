import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** The longest a start, or an end, is waited for, ms. */
const patience = 60_000;

/**
 * Starts an installed Ascribe and connects to its window. Its main process cannot be inspected, so a test sees it as Chromium shows it: by its pages.
 * @param {string} executable
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
export async function startInstalled(executable, args, env) {
  const switches = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(executable, [...switches, '--remote-debugging-port=0', ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  let said = '';
  /** @type {Promise<string>} */
  const address = new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        said += text;
        const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
        if (found !== undefined) resolve(found);
      });
    }
    child.once('error', reject);
    child.once('close', (code) =>
      reject(new Error(`it ended with ${code} before it could be seen:\n${said}`)),
    );
  });
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  // One that started and cannot be seen would own the profile, and each later start would end at once.
  const { browser, page } = await connected(address).catch(async (error) => {
    await kill();
    throw new Error(`${error instanceof Error ? error.message : error}\nIt said:\n${said}`);
  });
  return {
    page,
    said: () => said,
    /** Closes the window as its button does, which ends the app; resolves when all of it is gone. */
    async close() {
      await page.evaluate('window.close()');
      await inTime(ended, 'It does not end.').finally(() => child.kill('SIGKILL'));
      await browser.close().catch(() => undefined);
    },
    kill,
  };
}

/**
 * The browser behind an address, and its first page. Its window is waited for first: a browser that is asked while it still makes its window may never answer (seen on a busy
 * machine), and is then asked anew.
 * @param {Promise<string>} address
 */
async function connected(address) {
  const { chromium } = await import('@playwright/test');
  const socket = await inTime(address, 'It does not start.');
  await inTime(windowListed(new URL(socket).port), 'It shows no window.');
  for (let tries = 3; ; tries -= 1) {
    try {
      const browser = await chromium.connectOverCDP(socket, { timeout: patience / 2 });
      const page = browser.contexts()[0]?.pages()[0];
      if (page === undefined) throw new Error('its window cannot be seen');
      page.setDefaultTimeout(patience);
      return { browser, page };
    } catch (error) {
      if (tries === 1) throw error;
    }
  }
}

/** Resolves once the browser behind this port lists a window that has its address. @param {string} port */
async function windowListed(port) {
  for (;;) {
    const targets = /** @type {{ type: string, url: string }[]} */ (
      await fetch(`http://127.0.0.1:${port}/json/list`).then((answer) => answer.json())
    );
    if (targets.some(({ type, url }) => type === 'page' && url.startsWith('app:'))) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/**
 * Runs it to its end and gives back what it said; killed when that takes too long.
 * @param {string} executable @param {string[]} args @param {NodeJS.ProcessEnv} env @param {number} longestMs
 */
export async function runInstalled(executable, args, env, longestMs) {
  const child = spawn(executable, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
  }
  const overdue = setTimeout(() => child.kill('SIGKILL'), longestMs);
  await once(child, 'close');
  clearTimeout(overdue);
  return said;
}

/** @template Value @param {Promise<Value>} promise @param {string} otherwise @returns {Promise<Value>} */
async function inTime(promise, otherwise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(otherwise)), patience);
  });
  try {
    return await Promise.race([promise, /** @type {Promise<never>} */ (late)]);
  } finally {
    clearTimeout(timer);
  }
}
