import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryName } from '../../../src/main/disk/atomic-file.ts';
import { writeFailure } from '../../../src/main/disk/file-failure.ts';
import { nodeFileLayer } from '../../../src/main/disk/node-file-layer.ts';
import { removeTemporaries } from '../../../src/main/disk/remove-temporaries.ts';
import { writeAtomically } from '../../../src/main/disk/write-atomically.ts';
import { eachFault, faultCases, nameOf } from './each-fault.ts';
import { MemoryFileLayer } from './memory-file-layer.ts';

const oldContent = 'old '.repeat(50);
const newContent = 'the new content '.repeat(40);

describe('whatever call fails', () => {
  it.each(faultCases.map((each) => [nameOf(each), each] as const))(
    'the file is whole, old or new: %s',
    async (_name, faultCase) => {
      const met = await eachFault(faultCase, async (wrap, k) => {
        const disk = new MemoryFileLayer();
        disk.put('/data/project.json', oldContent);
        const failed = await writeAtomically(wrap(disk), '/data/project.json', Buffer.from(newContent)).then(
          () => undefined,
          (error: unknown) => error,
        );
        const left = disk.text('/data/project.json');
        expect([oldContent, newContent], `call ${k}`).toContain(left);
        if (failed === undefined) expect(left, `call ${k} failed in silence`).toBe(newContent);
        else expect(writeFailure(failed, 'project.json').message).toContain('“project.json”');
        const { kind } = faultCase.fault;
        const canClean = kind !== 'crash-before' && kind !== 'crash-after' && !faultCase.lasting;
        const temporaries = (await disk.list('/data')).filter((name) => temporaryName.test(name));
        // When removing is what fails, or everything does, the next start removes.
        if (temporaries.length > 0) {
          expect(canClean && kind !== 'error', `call ${k} left ${temporaries}`).toBe(false);
          await removeTemporaries(disk, '/data');
        }
        expect(await disk.list('/data')).toEqual(['project.json']);
      });
      expect(met).toBeGreaterThan(kindsOfCalls(faultCase.fault.kind));
    },
  );

  it('leaves no temporary file after one failed call other than its removal', async () => {
    const faultCase = { fault: { kind: 'error', code: 'EIO' }, lasting: false } as const;
    await eachFault(faultCase, async (wrap) => {
      const disk = new MemoryFileLayer();
      disk.put('/data/project.json', oldContent);
      await writeAtomically(wrap(disk), '/data/project.json', Buffer.from(newContent)).catch(() => undefined);
      expect(await disk.list('/data')).toEqual(['project.json']);
    });
  });
});

/** A short or lying write can only meet the one write there is; other faults meet every call. */
function kindsOfCalls(kind: string): number {
  return kind === 'short' || kind === 'lie' ? 0 : 8;
}

describe('on a real disk', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ascribe-atomic-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('replaces the content and keeps the permissions', async () => {
    const path = join(folder, 'a.json');
    writeFileSync(path, oldContent);
    chmodSync(path, 0o640);
    await writeAtomically(nodeFileLayer, path, Buffer.from(newContent));
    expect(readFileSync(path, 'utf8')).toBe(newContent);
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(['a.json']);
  });

  it('makes a new file that only its owner can read', async () => {
    const path = join(folder, 'a.json');
    await writeAtomically(nodeFileLayer, path, Buffer.from(newContent));
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('writes through a symbolic link, also one that leads to no file yet', async () => {
    writeFileSync(join(folder, 'real.json'), oldContent);
    symlinkSync('real.json', join(folder, 'link.json'));
    symlinkSync('new.json', join(folder, 'dangling.json'));
    await writeAtomically(nodeFileLayer, join(folder, 'link.json'), Buffer.from(newContent));
    await writeAtomically(nodeFileLayer, join(folder, 'dangling.json'), Buffer.from(newContent));
    expect(readFileSync(join(folder, 'real.json'), 'utf8')).toBe(newContent);
    expect(readFileSync(join(folder, 'new.json'), 'utf8')).toBe(newContent);
    expect(readdirSync(folder).sort()).toEqual(['dangling.json', 'link.json', 'new.json', 'real.json']);
  });
});
