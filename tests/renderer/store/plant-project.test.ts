import { expect, test } from 'vitest';
import { readArchive } from '../../../src/core/archive/read-archive.ts';
import { archiveBytes } from '../../../src/core/archive/write-archive.ts';
import { articleStateOf } from '../../../src/core/formats/annotated-article.ts';
import { readSnapshot, snapshotBytes } from '../../../src/core/snapshot/snapshot-file.ts';
import { systemClock } from '../../../src/renderer/store/clock.ts';
import { createWorkbench } from '../../../src/renderer/store/create-workbench.ts';
import { type Planted, plantProject, type Seed } from '../../../src/renderer/store/plant-project.ts';
import type { Workbench } from '../../../src/renderer/store/workbench.ts';
import { articleOf, someTime } from '../../core/arbitraries/article.ts';
import { FakeBridge, FakeDisk } from '../fakes/bridge.ts';
import { linkOf, Profile, spanOf } from '../fakes/project.ts';

const article = articleOf('Minister resigns\n“I go”, she said. 😀\nНикто не удивился.', 'a');
const other = articleOf('Das Amt schweigt.', 'b');

/** A project with two articles, one of them in the trash, and what goes into a copy of it. */
async function original(profile: Profile): Promise<Workbench> {
  const { workbench } = await profile.start();
  const speaker = spanOf(article, 's', 25, 28, 'speaker');
  const claim = spanOf(article, 'c', 18, 22);
  workbench.commit({ type: 'article.add', article }, 'open');
  workbench.commit({ type: 'article.add', article: other }, 'open');
  workbench.commit({ type: 'span.add', span: claim }, 'tag claim');
  workbench.commit({ type: 'span.add', span: speaker }, 'tag speaker');
  workbench.commit({ type: 'relation.add', relation: linkOf('r', speaker, claim) }, 'link');
  const trashed = { ...other.record, trashedAt: someTime };
  workbench.commit({ type: 'article.update', before: other.record, after: trashed }, 'trash');
  await workbench.whenSaved(20_000);
  return workbench;
}

/** Main as it makes the project `new`: what it was sent is on the disk of that project. */
class MakingBridge extends FakeBridge {
  readonly made = new FakeDisk();
  readonly told: unknown[] = [];
  #pieces: Uint8Array[] = [];

  constructor() {
    super();
    const handle = crypto.randomUUID();
    Object.assign(this.overrides, {
      'projects.begin': () => ({ ok: true, value: { projectId: 'new', handle } }),
      'outgoing.append': ({ bytes }) => {
        this.#pieces.push(bytes.slice());
        return { ok: true, value: {} };
      },
      'outgoing.commit': () => {
        this.made.snapshots.set(1, new Uint8Array(Buffer.concat(this.#pieces)));
        return { ok: true, value: { fileName: 'new project' } };
      },
      'projects.create': (request) => {
        this.told.push(request.facts);
        return { ok: true, value: {} };
      },
      'projects.setTrashed': (request) => {
        this.told.push(request);
        return { ok: true, value: {} };
      },
      'journal.read': () => ({ ok: true, value: { entries: [], more: false } }),
      'snapshots.read': ({ offset }) => {
        const bytes = this.made.snapshots.get(1) ?? new Uint8Array(0);
        return { ok: true, value: { bytes: bytes.slice(offset) } };
      },
    } satisfies FakeBridge['overrides']);
  }
}

function plant(
  bridge: FakeBridge,
  profile: Profile,
  seed: Seed,
  check: (planted: Planted) => string | undefined,
) {
  const place = { bridge, engine: profile.engine, clock: systemClock, now: () => someTime };
  return plantProject(place, seed, check, () => Promise.resolve());
}

/** Opens the project that was made, as the next window would. */
async function openMade(bridge: MakingBridge, profile: Profile) {
  const notices: string[] = [];
  const workbench = await createWorkbench({
    bridge,
    session: bridge.session({
      firstStart: false,
      projectId: 'new',
      generation: 1,
      journal: { lastSeq: 1, snapshots: [1], setAside: [], tornTail: false },
    }),
    engine: profile.engine,
    notify: ({ message }) => notices.push(message),
    now: () => someTime,
  });
  return { workbench, notices };
}

async function contentsOf(workbench: Workbench) {
  const { project, articles } = workbench.project.getState();
  const states = [];
  for (const id of articles.keys()) {
    const { record, body, spans, relations } = await workbench.readArticle(id);
    states.push({ record, body, spans: spans.ordered, relations: [...relations.values()] });
  }
  return { project: { ...project, id: null }, states };
}

test('a copy is the same project under another id, whole in its store, and begins without anything to undo', async () => {
  const profile = new Profile();
  const workbench = await original(profile);
  const bridge = new MakingBridge();
  const planted = await plant(bridge, profile, await workbench.snapshot(), () => undefined);
  expect(planted).toMatchObject({
    ok: true,
    value: { projectId: 'new', counts: { articles: 2, annotations: 2, links: 1 } },
  });
  // What lists show leaves out the trash.
  expect(bridge.told).toEqual([{ name: 'My project', articles: 1, annotations: 2 }]);
  const made = await openMade(bridge, profile);
  expect(made.notices).toEqual([]);
  expect(await contentsOf(made.workbench)).toEqual(await contentsOf(workbench));
  expect(made.workbench.project.getState().project.id).toBe('new');
  expect(made.workbench.project.getState().history).toEqual({ undo: [], redo: [] });
  made.workbench.dispose();
});

test('through an archive it comes back the same', async () => {
  const profile = new Profile();
  const workbench = await original(profile);
  const snapshot = await workbench.snapshot();
  const pieces: Uint8Array[] = [];
  const counts = { articles: 2, annotations: 2, links: 1 };
  const subject = { name: 'My project', archivedAt: someTime, counts: () => counts };
  for await (const bytes of archiveBytes(subject, snapshotBytes({ ...snapshot, seq: 1, history: [] }))) {
    pieces.push(bytes);
  }
  const archive = readArchive('a.ascribe', new Uint8Array(Buffer.concat(pieces)));
  if (!archive.ok) throw new Error(archive.reason.message);
  const read = readSnapshot(archive.value.project);
  if (!read.ok) throw new Error(read.reason);
  const { project, articles } = read.value;
  const bridge = new MakingBridge();
  const seed = { project, articles: [...articles].map(articleStateOf) };
  const planted = await plant(bridge, profile, seed, ({ counts: found }) =>
    JSON.stringify(found) === JSON.stringify(archive.value.manifest.counts) ? undefined : 'less',
  );
  expect(planted.ok).toBe(true);
  const made = await openMade(bridge, profile);
  expect(made.notices).toEqual([]);
  expect(await contentsOf(made.workbench)).toEqual(await contentsOf(workbench));
  made.workbench.dispose();
});

test('what is not as it should be when read back is put into the trash and not offered', async () => {
  const profile = new Profile();
  const workbench = await original(profile);
  const bridge = new MakingBridge();
  const planted = await plant(bridge, profile, await workbench.snapshot(), () => 'it is not what was sent');
  expect(planted).toEqual({ ok: false, reason: 'it is not what was sent' });
  expect(bridge.told.at(-1)).toEqual({ projectId: 'new', trashed: true });
});

test('a snapshot that cannot be written leaves no project', async () => {
  const profile = new Profile();
  const workbench = await original(profile);
  const bridge = new MakingBridge();
  bridge.overrides['outgoing.commit'] = () => ({
    ok: false,
    reason: { code: 'no-space', message: 'The disk is full.' },
  });
  const planted = await plant(bridge, profile, await workbench.snapshot(), () => undefined);
  expect(planted).toEqual({ ok: false, reason: 'The disk is full.' });
  expect([bridge.told, bridge.calls.includes('projects.create')]).toEqual([[], false]);
});
