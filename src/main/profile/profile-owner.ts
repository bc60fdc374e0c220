import { readFileSync, readlinkSync, renameSync, symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';

/** A symbolic link whose target is no file but a note: it is made at once or not at all, also on a full disk. */
const fileName = 'ascribe-owner';

/** How long another owner may take to end, in ms: the engine's lock has just ended it, where it did not answer. */
const patience = 5_000;

/**
 * Writes down that this process owns the profile. The engine's own lock ends an owner that does not answer for twenty seconds and takes its place; of many
 * starts that wait at once, several do so, and would all write to the same journal and store. Elsewhere than on Linux nothing tells whether a process is the
 * one that was noted, and the engine's lock stands alone.
 * @param folder the profile's, which is there
 * @param longest how long to wait for the end of another owner, in ms
 * @returns false when another process owns it and goes on living
 */
export function takeProfile(folder: string, longest = patience): boolean {
  const path = join(folder, fileName);
  const mine = noteOf(process.pid);
  if (mine === undefined) return true;
  for (let attempt = 0; attempt < 3; attempt++) {
    const taken = make(path, mine);
    if (taken !== 'there is one') {
      if (taken === 'made') process.once('exit', () => release(path, mine));
      return true;
    }
    const noted = read(path);
    if (noted === undefined) continue;
    if (noted === mine) return true;
    if (!endsWithin(noted, longest) || !setAside(path, noted)) return false;
  }
  return false;
}

/** Waits without letting anything else go on: nothing may be done in a profile that is not owned. */
function endsWithin(noted: string, longest: number): boolean {
  const pid = Number(noted.split(' ', 1)[0]);
  const cell = new Int32Array(new SharedArrayBuffer(4));
  const step = 50;
  for (let waited = 0; noted === noteOf(pid); waited += step) {
    if (waited >= longest) return false;
    Atomics.wait(cell, 0, 0, step);
  }
  return true;
}

/** A folder that takes no links is left to Electron's lock. */
function make(path: string, note: string): 'made' | 'there is one' | 'cannot be made' {
  try {
    symlinkSync(note, path);
    return 'made';
  } catch (error) {
    return isCode(error, 'EEXIST') ? 'there is one' : 'cannot be made';
  }
}

/** @returns undefined when it is gone meanwhile */
function read(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    return ''; // no link: nobody's note
  }
}

/** Removes the note of a process that has ended. @returns false when another process was quicker, and owns the profile now */
function setAside(path: string, ended: string): boolean {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    return isCode(error, 'ENOENT');
  }
  const found = read(aside);
  unlinkSync(aside);
  if (found === ended || found === undefined) return true;
  make(path, found);
  return false;
}

function release(path: string, mine: string): void {
  if (read(path) !== mine) return;
  try {
    unlinkSync(path);
  } catch {
    // What is left names a process that has ended, and the next start sees that.
  }
}

/**
 * The process and when it started, in clock ticks since the system's start (fields 1 and 22 of `/proc/PID/stat`, proc(5)); undefined when there is none, or
 * only what its parent has not yet asked after (states Z and X).
 */
function noteOf(pid: number): string | undefined {
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return /^[ZXx]$/.test(fields[0] ?? '') ? undefined : `${pid} ${fields[19]}`;
  } catch {
    return undefined;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
