import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { SetupFailure } from './setup-failure.mjs';

/**
 * @typedef {object} Checksum
 * @property {'sha256' | 'sha512'} algorithm
 * @property {string} value
 * @property {'hex' | 'base64'} encoding
 */

/** Attempts in a row that bring not one byte before the download is given up. */
const fruitlessAttempts = 4;
/** A connection that sends nothing for this long is taken as broken. */
const stalledMs = 30_000;

/**
 * Downloads `url` to `file`. Bytes gather in `file.part`, which a later call (or attempt) continues; the file appears
 * under its own name only when its checksum fits, and nothing is left when it does not.
 * @param {object} options
 * @param {string} options.url
 * @param {string} options.file
 * @param {Checksum} options.checksum
 * @param {(received: number, total: number | undefined) => void} [options.onProgress]
 * @param {number} [options.pauseMs] pause before a further attempt, times the number of the attempt
 */
export async function download({ url, file, checksum, onProgress = () => {}, pauseMs = 1_000 }) {
  const part = `${file}.part`;
  await mkdir(dirname(file), { recursive: true });
  const resumed = (await sizeOf(part)) > 0;
  await fetchWhole(url, part, onProgress, pauseMs);
  if (!(await fits(part, checksum))) {
    await rm(part, { force: true });
    // What an earlier run left may be of another file; only a download in one piece proves that the source is wrong.
    if (resumed) return download({ url, file, checksum, onProgress, pauseMs });
    throw new SetupFailure(
      `The download of ${basename(file)} does not have the pinned ${checksum.algorithm} checksum and was thrown away.`,
      'check what stands between this machine and the download (a proxy, a mirror), then run the command again',
    );
  }
  await rename(part, file);
}

/** @param {string} file @param {Checksum} checksum */
export async function fits(file, { algorithm, value, encoding }) {
  const hash = createHash(algorithm);
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest(encoding) === value;
}

/**
 * @param {string} url
 * @param {string} part
 * @param {(received: number, total: number | undefined) => void} onProgress
 * @param {number} pauseMs
 */
async function fetchWhole(url, part, onProgress, pauseMs) {
  for (let fruitless = 0; ; ) {
    const before = await sizeOf(part);
    try {
      if (await fetchRest(url, part, before, onProgress)) return;
      throw new Error('the connection ended early');
    } catch (error) {
      if (error instanceof SetupFailure) throw error;
      fruitless = (await sizeOf(part)) > before ? 1 : fruitless + 1;
      if (fruitless >= fruitlessAttempts) {
        throw new SetupFailure(
          `The download of ${basename(part, '.part')} broke off: ${reasonOf(error)}. What has arrived is kept.`,
          'check the network and run the command again; it continues where it stopped',
        );
      }
      await delay(pauseMs * fruitless);
    }
  }
}

/**
 * One request for what is still missing. Resolves to whether the file is now complete.
 * @param {string} url
 * @param {string} part
 * @param {number} start
 * @param {(received: number, total: number | undefined) => void} onProgress
 */
async function fetchRest(url, part, start, onProgress) {
  const abort = new AbortController();
  const watch = () => setTimeout(() => abort.abort(new Error('nothing arrived for 30 seconds')), stalledMs);
  let stalled = watch();
  try {
    const headers = { 'accept-encoding': 'identity', ...(start > 0 ? { range: `bytes=${start}-` } : {}) };
    const response = await fetch(url, { headers, signal: abort.signal });
    if (response.status === 416) return true; // nothing after `start`: complete, and the checksum decides
    if (!response.ok || !response.body) {
      if (response.status >= 500 || response.status === 429)
        throw new Error(`the server answered ${response.status}`);
      throw new SetupFailure(
        `The server answered ${response.status} for ${basename(part, '.part')}.`,
        "check npm's registry setting (npm config get registry), then run the command again",
      );
    }
    const continues = response.status === 206 && rangeStart(response) === start;
    if (response.status === 206 && !continues)
      throw new Error('the server sent another range than asked for');
    let received = continues ? start : 0;
    const length = Number(response.headers.get('content-length') ?? Number.NaN);
    const total = Number.isNaN(length) ? undefined : received + length;
    const handle = await open(part, continues ? 'a' : 'w');
    try {
      for await (const chunk of response.body) {
        clearTimeout(stalled);
        stalled = watch();
        await handle.appendFile(chunk);
        received += chunk.byteLength;
        onProgress(received, total);
      }
    } finally {
      await handle.close();
    }
    return total === undefined || received === total;
  } finally {
    clearTimeout(stalled);
  }
}

/** @param {Response} response */
function rangeStart(response) {
  return Number(/^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1] ?? Number.NaN);
}

/** @param {string} file */
async function sizeOf(file) {
  return (await stat(file).catch(() => undefined))?.size ?? 0;
}

/** @param {unknown} error */
function reasonOf(error) {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}
