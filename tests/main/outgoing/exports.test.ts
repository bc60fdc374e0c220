import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { FileLayer } from '../../../src/main/disk/file-layer.ts';
import { ExportTargets } from '../../../src/main/outgoing/export-targets.ts';
import { OutgoingFiles } from '../../../src/main/outgoing/outgoing-files.ts';
import { UnfinishedExports } from '../../../src/main/outgoing/unfinished-exports.ts';
import { eachFault, faultCases, nameOf } from '../disk/each-fault.ts';
import { MemoryFileLayer } from '../disk/memory-file-layer.ts';

const target = '/documents/out.json';
const parts = ['{"articles":', '[1,2,3]', '}'];
const whole = parts.join('');
const digest = {
  byteLength: whole.length,
  sha256: createHash('sha256').update(whole).digest('hex'),
};

function exporting(layer: FileLayer) {
  const outgoing = new OutgoingFiles();
  const unfinished = new UnfinishedExports(layer, '/profile');
  const targets = new ExportTargets(layer, outgoing, unfinished);
  return { outgoing, targets, unfinished, token: targets.add(target).token };
}

function diskWithOldFile(): MemoryFileLayer {
  const disk = new MemoryFileLayer();
  disk.put(target, 'the old export');
  disk.put('/profile/settings.json', '{}');
  return disk;
}

describe('an export', () => {
  it('replaces the file at its commit and not before', async () => {
    const disk = diskWithOldFile();
    const { outgoing, targets, token } = exporting(disk);
    const begun = await targets.begin(token);
    if (!begun.ok) throw new Error(begun.reason.message);
    const { handle } = begun.value;
    for (const part of parts)
      expect(await outgoing.append(handle, Buffer.from(part))).toEqual({ ok: true, value: {} });
    expect(disk.text(target)).toBe('the old export');
    expect(await outgoing.commit(handle, digest)).toEqual({ ok: true, value: { fileName: 'out.json' } });
    expect(disk.text(target)).toBe(whole);
    expect(await disk.list('/documents')).toEqual(['out.json']);
    expect(await disk.list('/profile')).toEqual(['settings.json']);
    expect(await outgoing.commit(handle, digest)).toMatchObject({ reason: { code: 'unknown-token' } });
  });

  it.each([
    ['another digest', { ...digest, sha256: '0'.repeat(64) }],
    ['another length', { ...digest, byteLength: 1 }],
  ])('that is not what was announced is not put in place: %s', async (_name, announced) => {
    const disk = diskWithOldFile();
    const { outgoing, targets, token } = exporting(disk);
    const begun = await targets.begin(token);
    if (!begun.ok) throw new Error(begun.reason.message);
    await outgoing.append(begun.value.handle, Buffer.from(whole));
    const committed = await outgoing.commit(begun.value.handle, announced);
    expect(committed).toMatchObject({ ok: false, reason: { code: 'differs-after-writing' } });
    if (!committed.ok) expect(committed.reason.message).toContain('“out.json”');
    expect(disk.text(target)).toBe('the old export');
    expect(await disk.list('/documents')).toEqual(['out.json']);
  });

  it('can be given up', async () => {
    const disk = diskWithOldFile();
    const { outgoing, targets, token } = exporting(disk);
    await targets.begin(token);
    await outgoing.abortAll();
    expect(await disk.list('/documents')).toEqual(['out.json']);
    expect(await disk.list('/profile')).toEqual(['settings.json']);
  });

  it('to a place that nobody chose is refused', async () => {
    const { targets } = exporting(diskWithOldFile());
    expect(await targets.begin('x')).toMatchObject({ ok: false, reason: { code: 'unknown-token' } });
  });

  it.each(faultCases.map((each) => [nameOf(each), each] as const))(
    'leaves the old file whole or the new, and nothing else: %s',
    async (_name, faultCase) => {
      const met = await eachFault(faultCase, async (wrap, k) => {
        const disk = diskWithOldFile();
        const { outgoing, targets, token } = exporting(wrap(disk));
        const result = await run(outgoing, targets, token);
        const left = disk.text(target);
        expect(['the old export', whole], `call ${k}`).toContain(left);
        if (result === 'written') expect(left, `call ${k}`).toBe(whole);
        else if (result !== 'crashed') expect(result).toContain('“out.json”');
        await new UnfinishedExports(disk, '/profile').sweep();
        expect(await disk.list('/documents'), `call ${k}`).toEqual(['out.json']);
      });
      expect(met).toBeGreaterThan(
        faultCase.fault.kind === 'short' || faultCase.fault.kind === 'lie' ? 2 : 15,
      );
    },
  );
});

async function run(outgoing: OutgoingFiles, targets: ExportTargets, token: string): Promise<string> {
  try {
    const begun = await targets.begin(token);
    if (!begun.ok) return begun.reason.message;
    for (const part of parts) {
      const appended = await outgoing.append(begun.value.handle, Buffer.from(part));
      if (!appended.ok) return appended.reason.message;
    }
    const committed = await outgoing.commit(begun.value.handle, digest);
    return committed.ok ? 'written' : committed.reason.message;
  } catch {
    return 'crashed';
  }
}
