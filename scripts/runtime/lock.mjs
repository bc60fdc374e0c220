import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const pollMs = 150;
const heartbeatMs = 5_000;
/** A holder touches its lock every few seconds, so one untouched this long has no living holder (or a reused pid). */
const abandonedMs = 60_000;

/**
 * Runs `work` while holding the lock file, waiting for another process that holds it. A lock whose process is gone is
 * taken over. The caller checks again, inside, whether the work still needs doing.
 * @template T
 * @param {string} lockFile
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait] called once when the lock is another's
 * @returns {Promise<T>}
 */
export async function withLock(lockFile, work, onWait = () => {}) {
  await mkdir(dirname(lockFile), { recursive: true });
  const mine = `${JSON.stringify({ pid: process.pid, host: hostname(), token: randomUUID() })}\n`;
  let waited = false;
  while (!(await create(lockFile, mine))) {
    if (await isAbandoned(lockFile)) {
      await takeAway(lockFile);
      continue;
    }
    if (!waited) onWait();
    waited = true;
    await delay(pollMs);
  }
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(lockFile, now, now).catch(() => {});
  }, heartbeatMs);
  heartbeat.unref();
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    if ((await contents(lockFile)) === mine) await rm(lockFile, { force: true });
  }
}

/** @param {string} lockFile @param {string} text */
async function create(lockFile, text) {
  let handle;
  try {
    handle = await open(lockFile, 'wx');
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
  try {
    await handle.writeFile(text);
  } finally {
    await handle.close();
  }
  return true;
}

/** @param {string} lockFile */
async function isAbandoned(lockFile) {
  const text = await contents(lockFile);
  const info = await stat(lockFile).catch(() => undefined);
  if (text === undefined || info === undefined) return false;
  if (Date.now() - info.mtimeMs > abandonedMs) return true;
  const holder = parseHolder(text);
  return holder !== undefined && holder.host === hostname() && !isAlive(holder.pid);
}

/**
 * Moves the dead lock aside rather than deleting it: of two processes that do so at once, one rename succeeds. If what
 * was moved turns out to be a fresh lock (its owner was quicker than both), it is put back.
 * @param {string} lockFile
 */
async function takeAway(lockFile) {
  const aside = `${lockFile}.${randomUUID()}`;
  try {
    await rename(lockFile, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  const holder = parseHolder((await contents(aside)) ?? '');
  if (
    holder &&
    holder.host === hostname() &&
    isAlive(holder.pid) &&
    Date.now() - (await stat(aside)).mtimeMs < abandonedMs
  ) {
    // link, not rename: it never overwrites a lock made since.
    await link(aside, lockFile).catch(() => {});
  }
  await rm(aside, { force: true });
}

/** @param {string} file */
async function contents(file) {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** @param {string} text @returns {{ pid: number, host: string } | undefined} a lock still being written is unreadable */
function parseHolder(text) {
  try {
    const holder = JSON.parse(text);
    return typeof holder?.pid === 'number' && typeof holder.host === 'string' ? holder : undefined;
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !hasCode(error, 'ESRCH');
  }
}

/** @param {unknown} error @param {string} code */
function hasCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}
