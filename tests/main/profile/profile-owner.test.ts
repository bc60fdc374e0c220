import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeProfile } from '../../../src/main/profile/profile-owner.ts';

let folder: string;
let other: ChildProcess | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ascribe-owner-'));
});

afterEach(async () => {
  if (other?.exitCode === null && other.kill('SIGKILL')) await once(other, 'exit');
  other = undefined;
  rmSync(folder, { recursive: true });
});

const note = (words: string) => symlinkSync(words, join(folder, 'ascribe-owner'));
const owner = () => readlinkSync(join(folder, 'ascribe-owner'));

/** As proc(5) has it: the 22nd field, behind a name that may hold spaces. */
const startOf = (pid: number) =>
  readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')[19];

async function anotherProcess(): Promise<number> {
  other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'], { stdio: 'ignore' });
  await once(other, 'spawn');
  return other.pid ?? Number.NaN;
}

describe.skipIf(process.platform !== 'linux')('the owner of a profile', () => {
  it('is who takes it first, and no other process while that one lives', async () => {
    const pid = await anotherProcess();
    const theirs = `${pid} ${startOf(pid)}`;
    note(theirs);
    expect(takeProfile(folder, 100)).toBe(false);
    expect(owner()).toBe(theirs);
    other?.kill('SIGKILL');
    if (other) await once(other, 'exit');
    expect(takeProfile(folder)).toBe(true);
    expect(owner()).toBe(`${process.pid} ${startOf(process.pid)}`);
    expect(takeProfile(folder), 'taken again by the same process').toBe(true);
    expect(readdirSync(folder)).toEqual(['ascribe-owner']);
  });

  it('is waited for while it is being ended, also where nobody has asked after it', async () => {
    const pid = await anotherProcess();
    note(`${pid} ${startOf(pid)}`);
    // This process notices no end as long as it waits itself.
    other?.kill('SIGKILL');
    expect(takeProfile(folder)).toBe(true);
  });

  it('is not a process that got the number of one that has ended', async () => {
    note(`${await anotherProcess()} 1`);
    expect(takeProfile(folder)).toBe(true);
  });

  it.each(['', '0 0', 'nothing sound', '-1 5', '99999999999 3'])('is not %j', (words) => {
    if (words !== '') note(words);
    expect(takeProfile(folder)).toBe(true);
    expect(owner()).toBe(`${process.pid} ${startOf(process.pid)}`);
  });
});

it('is left to the system where nothing can be noted', () => {
  expect(takeProfile(join(folder, 'not there'))).toBe(true);
});
