import { describe, expect, it } from 'vitest';
import { backUpStore } from '../../../src/main/profile/store-backup.ts';
import { MemoryFileLayer } from '../disk/memory-file-layer.ts';
import { logOf } from '../log-of.ts';

const storeFolder = '/profile/IndexedDB/store';
const copiesFolder = '/profile/store-copies';

function backUp(layer: MemoryFileLayer, time: number, log: string[] = []): Promise<void> {
  return backUpStore({ layer, storeFolder, copiesFolder, now: () => new Date(time), log: logOf(log) });
}

async function copies(disk: MemoryFileLayer): Promise<string[]> {
  return (await disk.list(copiesFolder)).sort();
}

describe('the store copy', () => {
  it('holds the files as they were', async () => {
    const disk = new MemoryFileLayer();
    disk.put(`${storeFolder}/000003.log`, 'records');
    disk.put(`${storeFolder}/LOCK`, '');
    await backUp(disk, 1_000);
    disk.put(`${storeFolder}/000003.log`, 'wiped');
    const [copy] = await copies(disk);
    expect(disk.text(`${copiesFolder}/${copy}/000003.log`)).toBe('records');
    expect(await disk.list(`${copiesFolder}/${copy}`)).toEqual(['000003.log']);
  });

  it('is not made of an unchanged store, and three are kept', async () => {
    const disk = new MemoryFileLayer();
    for (let start = 1; start <= 5; start++) {
      disk.put(`${storeFolder}/000003.log`, `records ${start}`);
      await backUp(disk, start * 1_000);
      await backUp(disk, start * 1_000 + 1);
    }
    const kept = await copies(disk);
    expect(kept).toHaveLength(3);
    expect(kept.map((name) => disk.text(`${copiesFolder}/${name}/000003.log`))).toEqual([
      'records 3',
      'records 4',
      'records 5',
    ]);
  });

  it('that a clock made which was years ahead gives way to later ones', async () => {
    const disk = new MemoryFileLayer();
    for (const time of [9e12, 9e12 + 1, 9e12 + 2, 1_000, 2_000, 3_000]) {
      disk.put(`${storeFolder}/000003.log`, `records ${time}`);
      await backUp(disk, time);
    }
    const kept = await copies(disk);
    expect(kept.map((name) => disk.text(`${copiesFolder}/${name}/000003.log`)).sort()).toEqual([
      'records 1000',
      'records 2000',
      'records 3000',
    ]);
  });

  it('half made by a killed process is removed', async () => {
    const disk = new MemoryFileLayer();
    disk.put(`${copiesFolder}/partial-x/000003.log`, 'half');
    await backUp(disk, 1_000);
    expect(await copies(disk)).toEqual([]);
  });

  it('that cannot be made hinders nothing and is logged', async () => {
    const disk = new MemoryFileLayer();
    disk.put(`${storeFolder}/000003.log`, 'records');
    disk.copy = () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
    const log: string[] = [];
    await backUp(disk, 1_000, log);
    expect(log.join()).toContain('not made (ENOSPC)');
  });
});
