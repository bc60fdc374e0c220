import { expect, test } from 'vitest';
import { LearntFiles } from '../../../src/main/learnt/learnt-files.ts';
import type { Profile } from '../../../src/main/profile/profile.ts';
import { MemoryFileLayer } from '../disk/memory-file-layer.ts';

const bytes = Uint8Array.from(Buffer.from('{"some":"model"}'));

function open(readOnly: string | null = null) {
  const layer = new MemoryFileLayer();
  const profile: Profile = Object.create(null, {
    projectId: { value: 'p' },
    folderOf: { value: (id: string) => `/profile/projects/${id}` },
    readOnly: { value: readOnly },
  });
  return { layer, learnt: new LearntFiles(layer, profile) };
}

test('what was learnt is kept in the folder of the project, in place of what was kept before, until it is forgotten', async () => {
  const { layer, learnt } = open();
  await layer.makeFolder('/profile/projects/p');
  expect(await learnt.read()).toEqual({ ok: true, value: { bytes: null } });
  expect(await learnt.forget()).toEqual({ ok: true, value: {} });
  expect(await learnt.keep(Uint8Array.of(1))).toEqual({ ok: true, value: {} });
  expect(await learnt.keep(bytes)).toEqual({ ok: true, value: {} });
  expect([...layer.files.keys()]).toEqual(['/profile/projects/p/learnt.json']);
  expect(await learnt.read()).toEqual({ ok: true, value: { bytes } });
  expect(await learnt.forget()).toEqual({ ok: true, value: {} });
  expect(await learnt.read()).toEqual({ ok: true, value: { bytes: null } });
  expect(layer.files.size).toBe(0);
});

test('a profile that may not be written keeps and forgets nothing', async () => {
  const { learnt } = open('It is newer.');
  const refused = { ok: false, reason: { code: 'read-only', message: 'It is newer.' } };
  expect(await learnt.keep(bytes)).toEqual(refused);
  expect(await learnt.forget()).toEqual(refused);
});
