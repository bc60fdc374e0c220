import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { FileLayer } from '../../../src/main/disk/file-layer.ts';
import { Journal } from '../../../src/main/journal/journal.ts';
import { OutgoingFiles } from '../../../src/main/outgoing/outgoing-files.ts';
import { Profile } from '../../../src/main/profile/profile.ts';
import { ProjectDrafts } from '../../../src/main/projects/project-drafts.ts';
import { Projects } from '../../../src/main/projects/projects.ts';
import { eachFault, faultCases, nameOf } from '../disk/each-fault.ts';
import { MemoryFileLayer } from '../disk/memory-file-layer.ts';
import { logOf } from '../log-of.ts';

const facts = { name: 'Second', articles: 2, annotations: 5 };
const content = Buffer.from('{"snapshot":1}');

let clock = 5_000;

/** Main as a start finds the profile, with what of it the projects need. */
async function start(layer: FileLayer) {
  const now = () => new Date(clock++);
  const log = logOf();
  const profile = await Profile.open({
    layer,
    folder: '/profile',
    storeFolder: '/profile/IndexedDB/store',
    now,
    log,
  });
  const drafts = new ProjectDrafts(layer, '/profile');
  await drafts.sweep();
  return { profile, projects: new Projects({ layer, profile, drafts, now, log }) };
}

type Started = Awaited<ReturnType<typeof start>>;

/** Makes a project as the window does. @returns its id, or null when that failed */
async function make({ projects }: Started): Promise<string | null> {
  const outgoing = new OutgoingFiles();
  const begun = await projects.begin();
  if (!begun.ok) return null;
  const handle = outgoing.add(begun.value.snapshot);
  const appended = await outgoing.append(handle, content);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const committed = appended.ok && (await outgoing.commit(handle, { sha256, byteLength: content.length })).ok;
  if (!committed) return null;
  const created = await projects.create(begun.value.projectId, facts);
  return created.ok ? begun.value.projectId : null;
}

async function listed({ projects }: Started) {
  const list = await projects.list();
  if (!list.ok) throw new Error(list.reason.message);
  return list.value.projects;
}

/** What a project's journal leads to. */
async function snapshotsOf(layer: FileLayer, { profile }: Started, projectId: string): Promise<number[]> {
  const journal = await Journal.open({
    layer,
    folder: profile.folderOf(projectId),
    readOnly: false,
    now: () => new Date(0),
    log: logOf(),
  });
  return [...journal.state.snapshots];
}

describe('the projects of a profile', () => {
  it('are told apart by what was last said of them', async () => {
    const disk = new MemoryFileLayer();
    const started = await start(disk);
    const first = started.profile.projectId;
    await started.projects.describe(first, { name: 'First', articles: 1, annotations: 3 });
    const second = await make(started);
    const list = await listed(started);
    expect(list.map(({ name, articles, annotations }) => [name, articles, annotations])).toEqual([
      ['First', 1, 3],
      ['Second', 2, 5],
    ]);
    expect(list.map(({ id }) => id)).toEqual([first, second]);
    expect(list.map(({ openedAt }) => openedAt === null)).toEqual([false, true]);
  });

  it('are listed though nothing is known of one', async () => {
    const disk = new MemoryFileLayer();
    const started = await start(disk);
    expect((await listed(started)).map(({ id, articles }) => [id, articles])).toEqual([
      [started.profile.projectId, 0],
    ]);
  });

  it('each keep which of their databases is in use', async () => {
    const disk = new MemoryFileLayer();
    const started = await start(disk);
    const first = started.profile.projectId;
    await started.profile.adoptStore(4);
    const second = (await make(started)) ?? '';
    expect((await started.projects.open(second)).ok).toBe(true);
    expect([started.profile.projectId, started.profile.generation]).toEqual([second, 1]);
    await started.profile.adoptStore(2);
    expect((await started.projects.open(first)).ok).toBe(true);
    expect(started.profile.generation).toBe(4);
    const again = await start(disk);
    expect([again.profile.projectId, again.profile.generation]).toEqual([first, 4]);
    await again.projects.open(second);
    expect(again.profile.generation).toBe(2);
  });

  it('whose copy of the marker is lost is rebuilt, not mistaken for an old store', async () => {
    const disk = new MemoryFileLayer();
    const started = await start(disk);
    const second = (await make(started)) ?? '';
    disk.files.delete(`${started.profile.folderOf(second)}/project.json`);
    await started.projects.open(second);
    expect(started.profile.generation).toBeGreaterThan(1);
  });

  it('are in the trash by a mark alone, cannot be opened there, and come back whole', async () => {
    const disk = new MemoryFileLayer();
    const started = await start(disk);
    const second = (await make(started)) ?? '';
    const before = await snapshotsOf(disk, started, second);
    expect((await started.projects.setTrashed(second, true)).ok).toBe(true);
    expect((await listed(started)).find(({ id }) => id === second)?.trashedAt).not.toBeNull();
    expect((await started.projects.open(second)).ok).toBe(false);
    await started.projects.setTrashed(second, false);
    expect((await started.projects.open(second)).ok).toBe(true);
    expect(await snapshotsOf(disk, started, second)).toEqual(before);
  });

  it('that are open cannot be put into the trash', async () => {
    const started = await start(new MemoryFileLayer());
    expect((await started.projects.setTrashed(started.profile.projectId, true)).ok).toBe(false);
  });

  it.each(['../other', 'nowhere', ''])('are never looked for by a path: %j', async (id) => {
    const disk = new MemoryFileLayer();
    disk.put('/profile/other/project.json', '{}');
    const started = await start(disk);
    const { projectId } = started.profile;
    expect((await started.projects.open(id)).ok).toBe(false);
    expect(started.profile.projectId).toBe(projectId);
  });

  it('made by a newer version are not opened', async () => {
    const disk = new MemoryFileLayer();
    const started = await start(disk);
    const { projectId } = started.profile;
    const second = (await make(started)) ?? '';
    const copy = `${started.profile.folderOf(second)}/project.json`;
    disk.put(copy, disk.text(copy).replace('"dataVersion": 4', '"dataVersion": 99'));
    const opened = await started.projects.open(second);
    expect(opened.ok ? '' : opened.reason.message).toContain('newer version');
    expect(started.profile.projectId).toBe(projectId);
  });

  it('of which one was never finished are without it, and nothing of it stays', async () => {
    const disk = new MemoryFileLayer();
    const started = await start(disk);
    await started.projects.begin();
    const again = await start(disk);
    expect(await listed(again)).toHaveLength(1);
    expect([...disk.files.keys()].filter((path) => path.includes('project-drafts/'))).toEqual([]);
  });

  it('after the marker was lost go on with the one opened last', async () => {
    const disk = new MemoryFileLayer();
    const started = await start(disk);
    const second = (await make(started)) ?? '';
    await started.projects.open(second);
    await make(started);
    disk.files.delete('/profile/ascribe-profile.json');
    expect((await start(disk)).profile.projectId).toBe(second);
  });

  // The other faults are met in the tests of what this is made from.
  const faults = faultCases.filter((each) => /^(EIO|ENOSPC, lasting|crash)/.test(nameOf(each)));
  it.each(faults.map((each) => [nameOf(each), each] as const))(
    'come whole or not at all, and the old one or the new one is open: %s',
    async (_name, faultCase) => {
      await eachFault(faultCase, async (wrap, k) => {
        const disk = new MemoryFileLayer();
        const before = await start(disk);
        const first = before.profile.projectId;
        await before.profile.adoptStore(3);
        const made = await start(wrap(disk))
          .then(async (started) => {
            const id = await make(started);
            return { id, open: id !== null && (await started.projects.open(id)).ok };
          })
          .catch(() => ({ id: null, open: false }));
        const after = await start(disk);
        const { projectId, generation } = after.profile;
        const ids = (await listed(after)).map(({ id }) => id);
        expect(ids, `call ${k}`).toContain(first);
        if (made.id !== null) expect(ids, `call ${k}`).toContain(made.id);
        for (const id of ids) {
          if (id !== first) expect(await snapshotsOf(disk, after, id), `call ${k}`).toEqual([1]);
        }
        expect(ids, `call ${k}`).toContain(projectId);
        expect(generation, `call ${k}`).toBe(projectId === first ? 3 : 1);
        if (made.open) expect(projectId, `call ${k}`).toBe(made.id);
        if (projectId !== first) {
          await after.projects.open(first);
          expect(after.profile.generation, `call ${k}`).toBe(3);
        }
      });
    },
  );
});
