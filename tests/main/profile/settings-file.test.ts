import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src/bridge/settings.ts';
import { SettingsFile } from '../../../src/main/profile/settings-file.ts';
import { eachFault, faultCases, nameOf } from '../disk/each-fault.ts';
import { MemoryFileLayer } from '../disk/memory-file-layer.ts';
import { logOf } from '../log-of.ts';

const path = '/profile/settings.json';
const dark = { ...defaultSettings, theme: 'dark' } as const;

describe('settings', () => {
  it('are the defaults at first, and then what was saved', async () => {
    const disk = new MemoryFileLayer();
    disk.folders.add('/profile');
    const settings = await SettingsFile.open(disk, '/profile', logOf());
    expect(settings.current).toEqual(defaultSettings);
    await settings.save(dark);
    expect((await SettingsFile.open(disk, '/profile', logOf())).current).toEqual(dark);
  });

  it('that are wrong, missing or unknown fall back one by one', async () => {
    const disk = new MemoryFileLayer();
    disk.put(path, '{"theme":"dark","zoom":99,"fromTheFuture":true}');
    expect((await SettingsFile.open(disk, '/profile', logOf())).current).toEqual(dark);
  });

  it.each(['', 'null', '[', '"x"'])(
    'in a broken file are the defaults, and the file stays: %j',
    async (content) => {
      const disk = new MemoryFileLayer();
      disk.put(path, content);
      expect((await SettingsFile.open(disk, '/profile', logOf())).current).toEqual(defaultSettings);
      expect(disk.text(path)).toBe(content);
    },
  );

  it.each(faultCases.map((each) => [nameOf(each), each] as const))(
    'are whole, old or new, whatever fails: %s',
    async (_name, faultCase) => {
      await eachFault(faultCase, async (wrap, k) => {
        const disk = new MemoryFileLayer();
        disk.put(path, JSON.stringify(defaultSettings));
        const settings = await SettingsFile.open(wrap(disk), '/profile', logOf());
        const saved = await settings.save(dark).then(
          () => true,
          () => false,
        );
        const { current } = await SettingsFile.open(disk, '/profile', logOf());
        expect(saved ? [dark] : [defaultSettings, dark], `call ${k}`).toContainEqual(current);
      });
    },
  );
});
