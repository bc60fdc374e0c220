import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { installOnce, isInstalled } from '../../../scripts/runtime/electron-install.mjs';

let parent: string;
let folder: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'ascribe-install-'));
  folder = join(parent, 'electron');
});

afterEach(() => {
  rmSync(parent, { recursive: true });
});

async function fill(temporary: string): Promise<void> {
  writeFileSync(join(temporary, 'electron'), 'program');
}

/** Another process that installs into the same folder; prints "filled" if the work fell to it. */
async function installElsewhere(): Promise<string> {
  const module = resolve(import.meta.dirname, '../../../scripts/runtime/electron-install.mjs');
  const script = `
    import { writeFileSync } from 'node:fs';
    import { setTimeout } from 'node:timers/promises';
    import { installOnce } from ${JSON.stringify(module)};
    await installOnce(${JSON.stringify(folder)}, async (temporary) => {
      await setTimeout(50);
      writeFileSync(temporary + '/electron', 'program');
      console.log('filled');
    });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [output] = await Promise.all([text(child.stdout), once(child, 'close')]);
  return output.trim();
}

describe('installOnce', () => {
  test('of processes that start at once, one does the work', async () => {
    const outputs = await Promise.all([installElsewhere(), installElsewhere(), installElsewhere()]);
    expect(outputs.toSorted()).toEqual(['', '', 'filled']);
    expect(isInstalled(folder)).toBe(true);
    expect(readFileSync(join(folder, 'electron'), 'utf8')).toBe('program');
    expect(readdirSync(parent)).toEqual(['electron']);
  });

  test('leaves nothing behind when the work fails', async () => {
    const failing = installOnce(folder, async (temporary) => {
      await fill(temporary);
      throw new Error('unpacking failed');
    });
    await expect(failing).rejects.toThrow('unpacking failed');
    expect(isInstalled(folder)).toBe(false);
    expect(readdirSync(parent)).toEqual([]);
  });

  test('clears away what a killed process left, its lock included', async () => {
    const dead = spawn(process.execPath, ['-e', '']);
    await once(dead, 'close');
    writeFileSync(`${folder}.lock`, JSON.stringify({ pid: dead.pid, host: hostname() }));
    mkdirSync(join(parent, 'electron.1234.tmp'));
    mkdirSync(folder);
    await installOnce(folder, fill);
    expect(isInstalled(folder)).toBe(true);
    expect(readdirSync(parent)).toEqual(['electron']);
  });

  test('does nothing where it is done', async () => {
    await installOnce(folder, fill);
    await installOnce(folder, () => Promise.reject(new Error('called again')));
  });
});
