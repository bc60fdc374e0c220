import { describe, expect, it } from 'vitest';
import { SimulatedCrash } from '../../../src/main/disk/faulty-file-layer.ts';
import type { FileLayer } from '../../../src/main/disk/file-layer.ts';
import type { Journal } from '../../../src/main/journal/journal.ts';
import { eachFault, faultCases, nameOf } from '../disk/each-fault.ts';
import { MemoryFileLayer } from '../disk/memory-file-layer.ts';
import { entries, entry, openAt, readAll, takeSnapshot } from './journal-kit.ts';

// A disk that says it wrote what it did not is found out when a file is read back; a journal line is not read back before it is
// acknowledged, so there only the damage must be found.
const honest = faultCases.filter(({ fault }) => fault.kind !== 'lie');

describe('whatever call fails, every acknowledged entry is there at the next start', () => {
  it.each(honest.map((each) => [nameOf(each), each] as const))('%s', async (_name, faultCase) => {
    const met = await eachFault(faultCase, async (wrap, k) => {
      const disk = new MemoryFileLayer();
      await (await openAt(disk)).append(entries(1, 2));
      const acknowledged = await work(wrap(disk), 3, 9);
      const after = await openAt(disk);
      expect(after.state.lastSeq, `call ${k}`).toBeGreaterThanOrEqual(acknowledged);
      await expectWhole(after);
      // What was not acknowledged can be written again.
      expect(await after.append(entries(after.state.lastSeq + 1, 12))).toMatchObject({ ok: true });
      const last = await openAt(disk);
      expect(last.state.lastSeq).toBe(12);
      await expectWhole(last);
    });
    expect(met).toBeGreaterThan(faultCase.fault.kind === 'short' ? 5 : 20);
  });
});

describe('whatever call fails while damage is mended, the entries before it are there at the next start', () => {
  it.each(honest.map((each) => [nameOf(each), each] as const))('%s', async (_name, faultCase) => {
    await eachFault(faultCase, async (wrap, k) => {
      const disk = new MemoryFileLayer();
      const journal = await openAt(disk);
      await journal.append(entries(1, 8));
      await takeSnapshot(disk, journal, 6);
      const [path = ''] = [...disk.files.keys()].filter((each) => each.endsWith('.jsonl'));
      disk.put(path, disk.text(path).replace('"seq":4', '"seq":9'));
      await openAt(wrap(disk)).catch(() => undefined);
      const after = await openAt(disk);
      expect(after.state, `call ${k}`).toMatchObject({ lastSeq: 8, snapshots: [6] });
      expect((await readAll(after)).filter(({ seq }) => seq < 4)).toEqual(entries(1, 3));
      expect(await readAll(after, 6)).toEqual(entries(7, 8));
    });
  });
});

it('a failed append can be repeated in the same run', async () => {
  for (const code of ['ENOSPC', 'EIO']) {
    await eachFault({ fault: { kind: 'error', code }, lasting: false }, async (wrap) => {
      const disk = new MemoryFileLayer();
      const journal = await openAt(wrap(disk)).catch(() => undefined);
      if (journal === undefined) return;
      for (let seq = 1; seq <= 4; seq++) {
        while (!(await journal.append([entry(seq)])).ok);
      }
      expect(await readAll(await openAt(disk))).toEqual(entries(1, 4));
    });
  }
});

/** From each snapshot on, and from the beginning as long as nothing was cut, every entry is there. */
async function expectWhole(journal: Journal): Promise<void> {
  const { lastSeq, snapshots } = journal.state;
  const starts = snapshots.length < 3 ? [0, ...snapshots] : snapshots;
  for (const start of starts) expect(await readAll(journal, start)).toEqual(entries(start + 1, lastSeq));
}

/** Appends and takes snapshots; a failed append is tried twice more. Resolves to the last number that was acknowledged. */
async function work(layer: FileLayer, first: number, last: number): Promise<number> {
  let acknowledged = first - 1;
  try {
    const journal = await openAt(layer);
    await journal.takeReserve();
    for (let seq = first; seq <= last; seq++) {
      let ok = false;
      for (let attempt = 0; attempt < 3 && !ok; attempt++) ok = (await journal.append([entry(seq)])).ok;
      if (!ok) return acknowledged;
      acknowledged = seq;
      if (seq % 3 === 0) await takeSnapshot(layer, journal, seq);
    }
  } catch (error) {
    if (!(error instanceof SimulatedCrash) && !(error instanceof Error && 'code' in error)) throw error;
  }
  return acknowledged;
}
