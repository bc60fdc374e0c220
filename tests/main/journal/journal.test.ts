import { describe, expect, it } from 'vitest';
import { encodeLine } from '../../../src/core/journal/journal-line.ts';
import { faultyFileLayer } from '../../../src/main/disk/faulty-file-layer.ts';
import { MemoryFileLayer } from '../disk/memory-file-layer.ts';
import { entries, entry, folder, openAt, readAll, takeSnapshot } from './journal-kit.ts';

const firstFile = `${folder}/0000000000000001.jsonl`;

describe('appending', () => {
  it('keeps entries over a restart, in as many files as starts', async () => {
    const disk = new MemoryFileLayer();
    const first = await openAt(disk);
    expect(await first.append(entries(1, 3))).toEqual({ ok: true, value: { lastSeq: 3 } });
    const second = await openAt(disk);
    expect(second.state).toEqual({ lastSeq: 3, snapshots: [], setAside: [], tornTail: false });
    await second.append(entries(4, 5));
    expect(await readAll(await openAt(disk))).toEqual(entries(1, 5));
    expect([...disk.files.keys()].filter((path) => path.endsWith('.jsonl'))).toHaveLength(2);
  });

  it('flushes once for all requests that wait', async () => {
    const disk = new MemoryFileLayer();
    let flushes = 0;
    const journal = await openAt(
      faultyFileLayer(disk, (call) => {
        if (call === 'syncData') flushes += 1;
        return undefined;
      }),
    );
    const answers = await Promise.all(entries(1, 50).map((each) => journal.append([each])));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(answers[7]).toEqual({ ok: true, value: { lastSeq: 8 } });
    expect(flushes).toBe(1);
    expect(await readAll(journal)).toEqual(entries(1, 50));
  });

  it('takes the same entries again, and refuses others with their numbers', async () => {
    const journal = await openAt(new MemoryFileLayer());
    await journal.append(entries(1, 3));
    expect(await journal.append(entries(2, 4))).toEqual({ ok: true, value: { lastSeq: 4 } });
    const other = await journal.append([{ seq: 2, json: '{"other":true}' }]);
    expect(other).toMatchObject({ ok: false, reason: { code: 'out-of-sequence' } });
    expect(await readAll(journal)).toEqual(entries(1, 4));
  });

  it('refuses a gap, and the whole of a request that has one', async () => {
    const journal = await openAt(new MemoryFileLayer());
    expect(await journal.append([entry(1), entry(3)])).toMatchObject({ ok: false });
    expect(await journal.append([entry(2)])).toMatchObject({
      ok: false,
      reason: { code: 'out-of-sequence' },
    });
    expect(await readAll(journal)).toEqual([]);
  });

  it('answers each request of a group for itself', async () => {
    const journal = await openAt(new MemoryFileLayer());
    const [good, bad, next] = await Promise.all([
      journal.append([entry(1)]),
      journal.append([entry(9)]),
      journal.append([entry(2)]),
    ]);
    expect([good.ok, bad.ok, next.ok]).toEqual([true, false, true]);
    expect(await readAll(journal)).toEqual(entries(1, 2));
  });

  it.each([
    ['a line break', '{"a":\n1}'],
    ['half a surrogate pair', '{"a":"\ud800"}'],
    ['nothing', ''],
  ])('refuses an entry that would come back otherwise: %s', async (_name, json) => {
    const journal = await openAt(new MemoryFileLayer());
    expect(await journal.append([{ seq: 1, json }])).toMatchObject({
      ok: false,
      reason: { code: 'refused' },
    });
  });

  it('leaves nothing of a failed append behind, so that another, shorter one can follow', async () => {
    const disk = new MemoryFileLayer();
    let failing = false;
    const journal = await openAt(
      faultyFileLayer(disk, (call) => {
        if (call !== 'syncData' || !failing) return undefined;
        failing = false;
        return { kind: 'error', code: 'EIO' };
      }),
    );
    await journal.append(entries(1, 2));
    failing = true;
    expect(await journal.append([{ seq: 3, json: JSON.stringify('long '.repeat(100)) }])).toMatchObject({
      ok: false,
      reason: { code: 'failed' },
    });
    expect(await journal.append([entry(3)])).toMatchObject({ ok: true });
    const again = await openAt(disk);
    expect(again.state).toEqual({ lastSeq: 3, snapshots: [], setAside: [], tornTail: false });
    expect(await readAll(again)).toEqual(entries(1, 3));
  });

  it('begins a new file at 8 MiB and reads in batches of about 4 MiB', async () => {
    const journal = await openAt(new MemoryFileLayer());
    const big = (seq: number) => ({ seq, json: JSON.stringify('x'.repeat(3 * 1024 * 1024) + seq) });
    for (let seq = 1; seq <= 5; seq++) await journal.append([big(seq)]);
    const batch = await journal.read(0);
    expect(batch).toMatchObject({ ok: true, value: { more: true } });
    if (batch.ok) expect(batch.value.entries.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(await readAll(journal)).toEqual([1, 2, 3, 4, 5].map(big));
  });

  it('writes nothing for a newer profile', async () => {
    const disk = new MemoryFileLayer();
    await (await openAt(disk)).append(entries(1, 2));
    const before = disk.text(firstFile);
    disk.put(firstFile, `${before}torn`);
    const journal = await openAt(disk, { readOnly: true });
    expect(await journal.append([entry(3)])).toMatchObject({ ok: false, reason: { code: 'read-only' } });
    expect(await readAll(journal)).toEqual(entries(1, 2));
    expect(disk.text(firstFile)).toBe(`${before}torn`);
  });
});

describe('a full disk', () => {
  it('gives up the reserve, and makes it again when there is room', async () => {
    const disk = new MemoryFileLayer();
    let full = false;
    const layer = faultyFileLayer(disk, (call) =>
      full && call === 'write' && disk.files.has(`${folder}/reserve`)
        ? { kind: 'error', code: 'ENOSPC' }
        : undefined,
    );
    const log: string[] = [];
    const journal = await openAt(layer, { log });
    await journal.takeReserve();
    expect(disk.files.get(`${folder}/reserve`)?.data.length).toBe(1024 * 1024);
    full = true;
    expect((await journal.append([entry(1)])).ok).toBe(true);
    expect(disk.files.has(`${folder}/reserve`)).toBe(false);
    expect(log.join()).toContain('the reserve is given up');
    full = false;
    const next = await openAt(layer);
    await next.takeReserve();
    expect(disk.files.has(`${folder}/reserve`)).toBe(true);
  });

  it('leaves no reserve behind that would fill the disk', async () => {
    const disk = new MemoryFileLayer();
    disk.free = 1024 * 1024;
    const journal = await openAt(disk);
    await journal.takeReserve();
    expect(disk.files.has(`${folder}/reserve`)).toBe(false);
  });
});

describe('a newest segment that is gone as a whole', () => {
  it('is missed: how far the journal reached is noted apart', async () => {
    const disk = new MemoryFileLayer();
    const noted = (text: string) =>
      expect
        .poll(() => disk.files.has(`${folder}/reach.json`) && disk.text(`${folder}/reach.json`))
        .toBe(text);
    await (await openAt(disk)).append(entries(1, 3));
    await (await openAt(disk)).append(entries(4, 6));
    await noted('{"lastSeq":4}');
    expect((await openAt(disk)).state.reach).toBeUndefined();
    await noted('{"lastSeq":6}');
    disk.files.delete(`${folder}/0000000000000004.jsonl`);
    expect((await openAt(disk)).state).toMatchObject({ lastSeq: 3, reach: 6 });
    disk.put(`${folder}/reach.json`, 'x');
    expect((await openAt(disk)).state.reach).toBeUndefined();
  });
});

describe('snapshots', () => {
  it('of which one is damaged: it does not count when the journal is cut, and is set aside', async () => {
    const disk = new MemoryFileLayer();
    const journal = await openAt(disk);
    for (const seq of [2, 4, 6]) {
      await journal.append(entries(seq - 1, seq));
      await takeSnapshot(disk, journal, seq);
    }
    const [damaged = ''] = [...disk.files.keys()].filter((path) => path.includes('0000000000000004.'));
    disk.put(damaged, '{"snapshot":5}');
    await journal.append(entries(7, 8));
    await takeSnapshot(disk, journal, 8);
    expect(journal.state.snapshots).toEqual([8, 6, 2]);
    expect(await readAll(journal, 2)).toEqual(entries(3, 8));
    expect([...disk.files.keys()].filter((path) => path.startsWith(`${damaged}.broken-`))).toHaveLength(1);
  });

  it('keep three, and cut the journal at the oldest of them', async () => {
    const disk = new MemoryFileLayer();
    const journal = await openAt(disk);
    for (let seq = 1; seq <= 5; seq++) {
      await journal.append([entry(seq * 2 - 1), entry(seq * 2)]);
      expect(await takeSnapshot(disk, journal, seq * 2)).toBe(true);
    }
    expect(journal.state.snapshots).toEqual([10, 8, 6]);
    const again = await openAt(disk);
    expect(again.state).toMatchObject({ lastSeq: 10, snapshots: [10, 8, 6], setAside: [] });
    expect((await readAll(again)).map(({ seq }) => seq)).toEqual([7, 8, 9, 10]);
    expect(await again.append([entry(11)])).toMatchObject({ ok: true });
  });

  it('do not cut anything while there are fewer than three', async () => {
    const disk = new MemoryFileLayer();
    const journal = await openAt(disk);
    await journal.append(entries(1, 2));
    await takeSnapshot(disk, journal, 2);
    await journal.append(entries(3, 4));
    await takeSnapshot(disk, journal, 4);
    expect(await readAll(await openAt(disk))).toEqual(entries(1, 4));
  });

  it('that are damaged are set aside, and the next older one counts', async () => {
    const disk = new MemoryFileLayer();
    const journal = await openAt(disk);
    await journal.append(entries(1, 4));
    await takeSnapshot(disk, journal, 2);
    await takeSnapshot(disk, journal, 4);
    const newest = [...disk.files.keys()].find((path) => path.includes('0000000000000004.')) ?? '';
    disk.put(newest, '{"snapshot":5}');
    const again = await openAt(disk);
    expect(again.state.snapshots).toEqual([2]);
    expect(again.state.setAside).toHaveLength(1);
    expect(disk.text(`${folder}/${again.state.setAside[0]}`)).toBe('{"snapshot":5}');
    expect(await readAll(again)).toEqual(entries(1, 4));
  });

  it('let the journal go on after a gap that they cover', async () => {
    const disk = new MemoryFileLayer();
    const journal = await openAt(disk);
    await journal.append(entries(1, 2));
    await takeSnapshot(disk, journal, 10);
    expect(await journal.append([entry(11)])).toMatchObject({ ok: true });
    const again = await openAt(disk);
    expect(again.state).toMatchObject({ lastSeq: 11, setAside: [] });
    expect((await readAll(again, 10)).map(({ seq }) => seq)).toEqual([11]);
  });
});

describe('damage', () => {
  it('drops a torn last line and says so', async () => {
    const disk = new MemoryFileLayer();
    await (await openAt(disk)).append(entries(1, 3));
    const whole = disk.text(firstFile);
    disk.put(firstFile, Buffer.from(whole).subarray(0, -9));
    const journal = await openAt(disk);
    expect(journal.state).toEqual({ lastSeq: 2, snapshots: [], setAside: [], tornTail: true });
    expect(await journal.append([entry(3)])).toMatchObject({ ok: true });
    expect(await readAll(await openAt(disk))).toEqual(entries(1, 3));
  });

  it('keeps a last line that lacks only its end', async () => {
    const disk = new MemoryFileLayer();
    await (await openAt(disk)).append(entries(1, 3));
    const whole = disk.text(firstFile);
    disk.put(firstFile, Buffer.from(whole).subarray(0, -1));
    expect(await readAll(await openAt(disk))).toEqual(entries(1, 3));
    expect(disk.text(firstFile)).toBe(whole);
  });

  it('sets a file with a broken line aside and keeps what stands before it', async () => {
    const disk = new MemoryFileLayer();
    await (await openAt(disk)).append(entries(1, 5));
    const broken = disk.text(firstFile).replace('"seq":3', '"seq":8');
    disk.put(firstFile, broken);
    const journal = await openAt(disk);
    expect(journal.state).toMatchObject({ lastSeq: 2, tornTail: false });
    const [aside] = journal.state.setAside;
    expect(aside).toMatch(/^0000000000000001\.jsonl\.broken-/);
    expect(disk.text(`${folder}/${aside}`)).toBe(broken);
    expect(await readAll(await openAt(disk))).toEqual(entries(1, 2));
  });

  it('never overwrites what was set aside before', async () => {
    const disk = new MemoryFileLayer();
    for (const replaced of ['"seq":3', '"seq":2']) {
      const journal = await openAt(disk);
      await journal.append(entries(journal.state.lastSeq + 1, 5));
      disk.put(firstFile, disk.text(firstFile).replace(replaced, '"seq":8'));
      await openAt(disk);
    }
    expect([...disk.files.keys()].filter((path) => path.includes('.broken-')).length).toBeGreaterThan(1);
  });

  it('keeps what follows a broken line when a snapshot covers the gap', async () => {
    const disk = new MemoryFileLayer();
    const journal = await openAt(disk);
    await journal.append(entries(1, 6));
    await takeSnapshot(disk, journal, 4);
    disk.put(firstFile, disk.text(firstFile).replace('"seq":2', '"seq":7'));
    const again = await openAt(disk);
    expect(again.state).toMatchObject({ lastSeq: 6, snapshots: [4] });
    expect((await readAll(again, 4)).map(({ seq }) => seq)).toEqual([5, 6]);
  });

  it('of a number that was written twice: the file begun for it counts', async () => {
    const disk = new MemoryFileLayer();
    await (await openAt(disk)).append(entries(1, 5));
    const made = (seq: number) => ({ seq, json: JSON.stringify({ again: seq }) });
    const again = [made(5), made(6)].map((each) => encodeLine(each).bytes);
    disk.put(`${folder}/0000000000000005.jsonl`, Buffer.concat(again));
    const journal = await openAt(disk);
    expect(await readAll(journal)).toEqual([...entries(1, 4), made(5), made(6)]);
    expect(journal.state).toEqual({ lastSeq: 6, snapshots: [], setAside: [], tornTail: false });
  });

  it('is not made worse by a disk that is full when it is mended', async () => {
    const disk = new MemoryFileLayer();
    await (await openAt(disk)).append(entries(1, 5));
    disk.put(firstFile, disk.text(firstFile).replace('"seq":3', '"seq":8'));
    const full = faultyFileLayer(disk, (call) =>
      call === 'copy' || call === 'write' ? { kind: 'error', code: 'ENOSPC' } : undefined,
    );
    expect(await readAll(await openAt(full))).toEqual(entries(1, 2));
    expect(await readAll(await openAt(disk))).toEqual(entries(1, 2));
  });
});
