import { describe, expect, test, vi } from 'vitest';
import { deleteDatabase } from '../../../src/renderer/db/probe.ts';
import { type Clock, systemClock } from '../../../src/renderer/store/clock.ts';
import type { Workbench } from '../../../src/renderer/store/workbench.ts';
import { articleOf } from '../../core/arbitraries/article.ts';
import { faultyEngine, type StoreFaultKind } from '../fakes/faulty-engine.ts';
import { Profile, spanOf } from '../fakes/project.ts';

/** Much faster than the system's, so that deadlines of seconds can be waited for. */
const quickClock: Clock = {
  after: (milliseconds, action) => systemClock.after(milliseconds / 200, action),
};
const quickestClock: Clock = {
  after: (milliseconds, action) => systemClock.after(milliseconds / 1_500, action),
};

// Dexie says in the console what it meets here all the time.
vi.spyOn(console, 'warn').mockImplementation(() => undefined);

const article = articleOf('Minister resigns\n“I go”, she said.\nNobody was surprised in Oslo.', 'a');
const kinds = ['abort', 'quota', 'hang', 'close'] as const;
const cases = kinds.flatMap((kind) => [
  { kind, lasting: false, name: `${kind}, once` },
  { kind, lasting: true, name: `${kind}, for good` },
]);

interface Storage {
  /** From now on calls fail. */
  spoil(): void;
}

/** Runs something with the first call to a spoilt storage failing, then the second, until a run has fewer calls. Resolves to how many runs met the fault. */
async function eachStoreFault(
  { kind, lasting }: { readonly kind: StoreFaultKind; readonly lasting: boolean },
  run: (profile: Profile, storage: Storage) => Promise<void>,
): Promise<number> {
  for (let k = 1; ; k++) {
    const profile = new Profile();
    let isSpoilt = false;
    let calls = 0;
    let reached = false;
    profile.engine = faultyEngine(profile.engine, () => {
      if (!isSpoilt) return undefined;
      calls += 1;
      if (calls < k || (calls > k && !lasting)) return undefined;
      reached = true;
      return kind;
    });
    await run(profile, {
      spoil: () => {
        isSpoilt = true;
      },
    });
    isSpoilt = false;
    await expectWhole(profile, `call ${k}`);
    if (!reached) return k - 1;
  }
}

/** What somebody does: tags, takes a step back, imports many things in one step. */
function work(workbench: Workbench): void {
  workbench.commit({ type: 'span.add', span: spanOf(article, 's1', 0, 8) }, 'tag claim');
  workbench.commit({ type: 'span.add', span: spanOf(article, 's2', 9, 16) }, 'tag claim');
  const imported = articleOf('An import.\nWith a claim.', 'b');
  workbench.commit(
    {
      type: 'batch',
      changes: [
        { type: 'article.add', article: imported },
        { type: 'span.add', span: spanOf(imported, 'i1', 0, 9) },
        { type: 'span.add', span: spanOf(imported, 'i2', 11, 15) },
      ],
    },
    'import',
  );
}

/** Every operation that was made is there, each of them whole, and the store is one that is counted sound at the next start. */
async function expectWhole(profile: Profile, which: string): Promise<void> {
  const made = profile.disk.lastSeq;
  const { workbench } = await profile.start();
  expect((await workbench.readArticle('a')).spans.size, which).toBe(Math.min(2, Math.max(0, made - 2)));
  const { articles } = workbench.project.getState();
  expect(articles.has('b'), which).toBe(made > 4);
  if (made > 4) expect((await workbench.readArticle('b')).spans.size, which).toBe(2);
  expect((await workbench.checkHomes()).faults, which).toEqual([]);
  const again = await profile.start();
  expect(again.notices, which).toEqual([]);
  again.workbench.dispose();
}

async function prepared(profile: Profile): Promise<void> {
  const { workbench } = await profile.start();
  workbench.commit({ type: 'article.add', article }, 'open article');
  await workbench.whenSaved(10_000);
}

test.each(cases)('whatever call fails while work goes on, nothing is lost: $name', async (faultCase) => {
  const told: string[] = [];
  const met = await eachStoreFault(faultCase, async (profile, storage) => {
    await prepared(profile);
    const { workbench } = await profile.start({ clock: quickClock });
    await workbench.openArticle('a');
    workbench.project.subscribe(({ saving }) => {
      if (saving.kind === 'failed') told.push(saving.message);
    });
    storage.spoil();
    const before = profile.disk.generation;
    work(workbench);
    const saved = await workbench.whenSaved(faultCase.lasting ? 40_000 : 10_000_000).then(
      () => true,
      () => false,
    );
    if (!faultCase.lasting) expect(saved).toBe(true);
    // Saved in spite of a storage that stays bad: it was not met, or another store took its place before it was.
    if (saved && faultCase.lasting) expect(profile.disk.generation).toBe(before);
    workbench.dispose();
  });
  expect(met).toBeGreaterThan(1);
  expect(told.length).toBeGreaterThan(0);
});

/** What a start finds, and what of it must have been reached. */
const starts: Record<string, (profile: Profile) => Promise<void>> = {
  'makes a store anew, of an older version': async (profile) => {
    const database = await profile.database();
    const log = await database.meta.get('log');
    if (log?.key !== 'log') throw new Error('a store that was saved has a log');
    await database.meta.put({ ...log, dataVersion: 1 });
    database.close();
  },
  'makes a store anew, from a snapshot': async (profile) => {
    await profile.snapshot();
    const database = await profile.database();
    await database.meta.clear();
    database.close();
  },
  'makes a store anew, of which nothing is left, from a snapshot': async (profile) => {
    await profile.snapshot();
    await deleteAll(profile);
  },
  'brings a store level with the journal': async (profile) => {
    // As if the window had been killed before its last groups reached the store.
    const { journal } = profile.disk;
    const behind = new Profile();
    behind.engine = profile.engine;
    await deleteAll(profile);
    behind.disk.marker = true;
    behind.disk.journal = journal.slice(0, 2);
    const { workbench } = await behind.start();
    await workbench.whenSaved(10_000);
    workbench.dispose();
    profile.disk.generation = behind.disk.generation;
  },
};

describe.each(Object.entries(starts))('whatever call fails while a start %s', (_name, find) => {
  test.each(cases)('nothing is lost: $name', async (faultCase) => {
    const met = await eachStoreFault(faultCase, async (profile, storage) => {
      await prepared(profile);
      const { workbench } = await profile.start();
      await workbench.openArticle('a');
      work(workbench);
      await workbench.whenSaved(10_000);
      workbench.dispose();
      await find(profile);
      storage.spoil();
      // A start that finds no way says so in a sentence, and leaves everything to the next.
      const started = await profile.start({ clock: quickestClock }).catch((thrown: unknown) => thrown);
      if (started instanceof Error) expect(started.message).toMatch(/^[A-Z].*\.$/);
    });
    expect(met).toBeGreaterThan(2);
  });
});

async function deleteAll({ engine }: Profile): Promise<void> {
  for (const { name } of await engine.indexedDB.databases()) {
    if (name !== undefined) await deleteDatabase(engine, name);
  }
}
