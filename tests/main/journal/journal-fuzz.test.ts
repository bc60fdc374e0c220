import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damage, mutation } from '../../core/arbitraries/damaged-bytes.ts';
import { MemoryFileLayer } from '../disk/memory-file-layer.ts';
import { entries, entry, folder, openAt, readAll, takeSnapshot } from './journal-kit.ts';

const path = `${folder}/0000000000000001.jsonl`;
const count = 12;

/** Too small for a reserve, which would take most of the time of ten thousand runs. */
function smallDisk(): MemoryFileLayer {
  const disk = new MemoryFileLayer();
  disk.free = 1024 * 1024;
  return disk;
}

async function freshJournal(): Promise<MemoryFileLayer> {
  const disk = smallDisk();
  await (await openAt(disk)).append(entries(1, count));
  return disk;
}

describe('10,000 damaged journals', () => {
  it('never crash the opening, never give a wrong entry, and keep all before the damage', async () => {
    const sound = await freshJournal();
    const original = sound.files.get(path)?.data ?? new Uint8Array();
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (mutations) => {
        let bytes: Uint8Array = original;
        let untouched = original.length;
        for (const each of mutations) {
          if (bytes.length === 0) break;
          const damaged = damage(bytes, each);
          bytes = damaged.bytes;
          untouched = Math.min(untouched, damaged.untouched);
        }
        const disk = smallDisk();
        disk.put(path, bytes);
        const journal = await openAt(disk);
        const kept = await readAll(journal);
        expect(JSON.stringify(kept)).toBe(JSON.stringify(entries(1, kept.length)));
        const whole = Buffer.from(original.subarray(0, untouched)).toString('latin1').split('\n').length - 1;
        expect(kept.length).toBeGreaterThanOrEqual(whole);
        if (mutations.length > 1) return;
        const again = await openAt(disk);
        expect(again.state).toEqual({ lastSeq: kept.length, snapshots: [], setAside: [], tornTail: false });
        expect(await again.append([entry(kept.length + 1)])).toMatchObject({ ok: true });
      }),
      { numRuns: 10_000 },
    );
  }, 120_000);

  it('keep everything when a snapshot covers what was damaged', async () => {
    await fc.assert(
      fc.asyncProperty(mutation, async (change) => {
        const disk = await freshJournal();
        const journal = await openAt(disk);
        await takeSnapshot(disk, journal, count);
        await journal.append(entries(count + 1, count + 3));
        disk.put(path, damage(disk.files.get(path)?.data ?? new Uint8Array(), change).bytes);
        const again = await openAt(disk);
        expect(again.state.lastSeq).toBe(count + 3);
        expect(await readAll(again, count)).toEqual(entries(count + 1, count + 3));
      }),
      { numRuns: 500 },
    );
  }, 60_000);
});
