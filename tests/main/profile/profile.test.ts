import { describe, expect, it } from 'vitest';
import { dataVersion } from '../../../src/core/profile/marker.ts';
import { writeFailure } from '../../../src/main/disk/file-failure.ts';
import { Profile } from '../../../src/main/profile/profile.ts';
import { eachFault, faultCases, nameOf } from '../disk/each-fault.ts';
import { MemoryFileLayer } from '../disk/memory-file-layer.ts';
import { logOf } from '../log-of.ts';

const marker = '/profile/ascribe-profile.json';
const storeFolder = '/profile/IndexedDB/store';

function openProfile(layer: Parameters<typeof Profile.open>[0]['layer']): Promise<Profile> {
  return Profile.open({ layer, folder: '/profile', storeFolder, now: () => new Date(5_000), log: logOf() });
}

describe('a profile', () => {
  it('is new once', async () => {
    const disk = new MemoryFileLayer();
    const first = await openProfile(disk);
    expect([first.firstStart, first.generation, first.readOnly]).toEqual([true, 1, null]);
    const second = await openProfile(disk);
    expect([second.firstStart, second.generation, second.projectId]).toEqual([false, 1, first.projectId]);
  });

  it('remembers the store in use', async () => {
    const disk = new MemoryFileLayer();
    await (await openProfile(disk)).adoptStore(2);
    expect((await openProfile(disk)).generation).toBe(2);
  });

  it('takes a store that cannot be opened out of the way and keeps it', async () => {
    const disk = new MemoryFileLayer();
    const profile = await openProfile(disk);
    await profile.setStoreAside();
    disk.put(`${storeFolder}/CURRENT`, 'MANIFEST-000001');
    await profile.setStoreAside();
    const aside = [...disk.files.keys()].filter((path) => path.startsWith('/profile/IndexedDB'));
    expect(aside).toEqual([`${storeFolder}.broken-1970-01-01T00-00-05-000Z/CURRENT`]);
  });

  it.each([
    ['lost', (disk: MemoryFileLayer) => disk.files.delete(marker)],
    ['emptied', (disk: MemoryFileLayer) => disk.put(marker, '')],
    ['garbled', (disk: MemoryFileLayer) => disk.put(marker, '{"format":"ascribe-profile","generation":0}')],
  ] as const)('whose marker is %s keeps project and store', async (_name, spoil) => {
    const disk = new MemoryFileLayer();
    const before = await openProfile(disk);
    await before.adoptStore(3);
    const spoiled = disk.files.get(marker);
    spoil(disk);
    const after = await openProfile(disk);
    expect([after.firstStart, after.projectId, after.generation]).toEqual([false, before.projectId, 3]);
    const aside = (await disk.list('/profile')).filter((name) => name.includes('.broken-'));
    expect(aside).toHaveLength(spoiled && disk.files.size > 0 && _name !== 'lost' ? 1 : 0);
  });

  it('whose marker and its copy are lost takes no old store for the present one', async () => {
    const disk = new MemoryFileLayer();
    const before = await openProfile(disk);
    disk.files.delete(marker);
    disk.files.delete(`${before.folderOf(before.projectId)}/project.json`);
    const after = await openProfile(disk);
    expect([after.firstStart, after.projectId, after.generation]).toEqual([false, before.projectId, 5]);
  });

  it('with a store and no marker is not new', async () => {
    const disk = new MemoryFileLayer();
    disk.put(`${storeFolder}/CURRENT`, 'x');
    expect((await openProfile(disk)).firstStart).toBe(false);
  });

  it('of a newer version is shown only', async () => {
    const disk = new MemoryFileLayer();
    await openProfile(disk);
    disk.put(marker, disk.text(marker).replace('"dataVersion": 4', '"dataVersion": 99, "more": true'));
    const before = disk.text(marker);
    expect((await openProfile(disk)).readOnly).toContain('newer version');
    expect(disk.text(marker)).toBe(before);
  });

  it.each(Array.from({ length: dataVersion }, (_, i) => i + 1))(
    'whose marker version %i wrote is opened, and is of this version then',
    async (version) => {
      const disk = new MemoryFileLayer();
      // As each version wrote it; the first knew of one project only, and of no time at which it was opened.
      const openedAt = version === 1 ? {} : { openedAt: '2026-01-02T03:04:05.678Z' };
      const known = { format: 'ascribe-profile', dataVersion: version, projectId: 'p', generation: 4 };
      disk.put(marker, JSON.stringify({ ...known, createdAt: '2026-01-02T03:04:05.678Z', ...openedAt }));
      const profile = await openProfile(disk);
      expect([profile.projectId, profile.generation, profile.firstStart, profile.readOnly]).toEqual([
        'p',
        4,
        false,
        null,
      ]);
      expect(JSON.parse(disk.text(marker)).dataVersion).toBe(dataVersion);
    },
  );

  it('of an older version becomes one of this version, and keeps its project', async () => {
    const disk = new MemoryFileLayer();
    const { projectId } = await openProfile(disk);
    disk.put(marker, disk.text(marker).replace('"dataVersion": 4', '"dataVersion": 1'));
    const profile = await openProfile(disk);
    expect([profile.readOnly, profile.projectId, profile.firstStart]).toEqual([null, projectId, false]);
    expect(disk.text(marker)).toContain('"dataVersion": 4');
  });

  it.each(faultCases.map((each) => [nameOf(each), each] as const))(
    'of an older version is as before or of this version, whatever fails: %s',
    async (_name, faultCase) => {
      await eachFault(faultCase, async (wrap, k) => {
        const disk = new MemoryFileLayer();
        const { projectId } = await openProfile(disk);
        disk.put(marker, disk.text(marker).replace('"dataVersion": 4', '"dataVersion": 1'));
        const failed = await openProfile(wrap(disk)).then(
          () => undefined,
          (error: unknown) => error,
        );
        if (failed === undefined) expect(disk.text(marker), `call ${k}`).toContain('"dataVersion": 4');
        else expect(writeFailure(failed, 'profile').message).toContain('“profile”');
        const after = await openProfile(disk);
        expect([after.firstStart, after.projectId, after.generation], `call ${k}`).toEqual([
          false,
          projectId,
          1,
        ]);
      });
    },
  );

  it.each(faultCases.map((each) => [nameOf(each), each] as const))(
    'is as before or as after when it adopts a store: %s',
    async (_name, faultCase) => {
      await eachFault(faultCase, async (wrap, k) => {
        const disk = new MemoryFileLayer();
        const { projectId } = await openProfile(disk);
        const adopted = await openProfile(wrap(disk))
          .then((profile) => profile.adoptStore(2))
          .then(
            () => true,
            () => false,
          );
        const after = await openProfile(disk);
        expect([after.firstStart, after.projectId], `call ${k}`).toEqual([false, projectId]);
        expect(adopted ? [2] : [1, 2], `call ${k}`).toContain(after.generation);
      });
    },
  );
});
