import { describe, expect, test } from 'vitest';
import { type Clock, systemClock } from '../../../src/renderer/store/clock.ts';
import type { Workbench } from '../../../src/renderer/store/workbench.ts';
import { articleOf } from '../../core/arbitraries/article.ts';
import { FakeBridge } from '../fakes/bridge.ts';
import { newEngine, Profile, spanOf } from '../fakes/project.ts';

const article = articleOf('Minister resigns\n“I go”, she said.\nNobody was surprised in Oslo.', 'a');

/** A profile in which an article has that many spans, all of them saved. */
async function tagged(spans: number): Promise<{ profile: Profile; workbench: Workbench }> {
  const profile = new Profile();
  const { workbench } = await profile.start();
  workbench.commit({ type: 'article.add', article }, 'open article');
  await workbench.openArticle('a');
  for (let i = 0; i < spans; i++) {
    const span = spanOf(article, `s${i}`, i % 40, (i % 40) + 5, i % 2 === 0 ? 'claim' : 'date');
    workbench.commit({ type: 'span.add', span }, 'tag claim');
    if (i === 5) await workbench.whenSaved(1000);
  }
  await workbench.whenSaved(1000);
  return { profile, workbench };
}

async function everything(workbench: Workbench) {
  const { project, articles, history } = workbench.project.getState();
  const states = [];
  for (const id of articles.keys()) states.push(await workbench.readArticle(id));
  return {
    project,
    articles: [...articles.values()].map(({ record, counts }) => ({ record, counts })),
    history,
    states,
  };
}

/** Damages the store as named. */
const damages: Record<string, (profile: Profile) => Promise<unknown>> = {
  'the store is gone': async (profile) => {
    profile.engine = newEngine();
  },
  'every table is empty': async (profile) => {
    const database = await profile.database();
    await Promise.all(database.tables.map((table) => table.clear()));
    database.close();
  },
  'what the store says of itself is gone': async (profile) => {
    const database = await profile.database();
    await database.meta.clear();
    database.close();
  },
  'some spans are gone': async (profile) => {
    const database = await profile.database();
    await database.spans.bulkDelete([
      ['a', 's1'],
      ['a', 's2'],
    ]);
    database.close();
  },
  'a log entry is gone': async (profile) => {
    const database = await profile.database();
    await database.entries.delete(4);
    database.close();
  },
  'the text is gone': async (profile) => {
    const database = await profile.database();
    await database.bodies.clear();
    database.close();
  },
  'the data are of another version': async (profile) => {
    const database = await profile.database();
    const log = await database.meta.get('log');
    if (log?.key === 'log') await database.meta.put({ ...log, dataVersion: 99 });
    database.close();
  },
};

describe('a damaged store is made anew from the journal', () => {
  for (const [name, damage] of Object.entries(damages)) {
    test(name, async () => {
      const { profile, workbench } = await tagged(20);
      const before = await everything(workbench);
      await damage(profile);
      const again = await profile.start();
      expect(await everything(again.workbench)).toEqual(before);
      expect(again.notices).toHaveLength(1);
      expect(again.notices[0]?.message).toMatch(
        /^The working store .*\. 20 annotations in 1 article were restored from the journal; nothing is missing\.$/,
      );
      expect(profile.disk.generation).toBe(2);
      const third = await profile.start();
      expect(third.notices).toEqual([]);
      expect(await everything(third.workbench)).toEqual(before);
      await third.workbench.undo();
      expect(third.workbench.project.getState().articles.get('a')?.counts).toEqual({ claim: 10, date: 9 });
      await third.workbench.whenSaved(1000);
    });
  }
});

test('when the store is gone and the journal’s newest file as well, that is told', async () => {
  const { profile } = await tagged(20);
  profile.engine = newEngine();
  profile.disk.journal.splice(15);
  const bridge = new FakeBridge(profile.disk);
  const session = bridge.session();
  const { notices } = await profile.start({
    session: { ...session, journal: { ...session.journal, reach: 17 } },
  });
  expect(notices.map(({ message }) => message)).toEqual([
    expect.stringMatching(
      /restored from the journal; the last 2 changes could not be read back and are missing\.$/,
    ),
  ]);
  const again = await profile.start();
  expect(again.notices).toEqual([]);
});

test('nothing is claimed to be complete when files of the journal were damaged as well', async () => {
  const { profile } = await tagged(20);
  profile.engine = newEngine();
  profile.disk.journal.splice(15);
  const session = new FakeBridge(profile.disk).session();
  const journal = { ...session.journal, setAside: ['0000000000000001.jsonl.broken-x'] };
  const { notices } = await profile.start({ session: { ...session, journal } });
  expect(notices.map(({ message }) => message)).toEqual([
    expect.stringMatching(
      /a part of the journal was damaged, so something may be missing\. Damaged files were kept/,
    ),
  ]);
});

test('a store that was set back to an earlier state is made anew', async () => {
  const { profile, workbench } = await tagged(200);
  const before = await everything(workbench);
  const database = await profile.database();
  // As if the database's own log had been cut: an earlier state, whole in itself.
  const fresh = new Profile();
  fresh.disk.journal = profile.disk.journal.slice(0, 50);
  fresh.disk.marker = true;
  await (await fresh.start()).workbench.whenSaved(1000);
  database.close();
  fresh.disk.journal = profile.disk.journal;
  const again = await fresh.start();
  expect(again.notices[0]?.message).toBe(
    'The working store had lost its newest changes. 200 annotations in 1 article were restored from the journal; nothing is missing.',
  );
  expect(await everything(again.workbench)).toEqual(before);
});

test('the few entries that a kill kept from the store come from the journal, without a word', async () => {
  const { profile, workbench } = await tagged(10);
  const before = await everything(workbench);
  const fresh = new Profile();
  fresh.disk.journal = profile.disk.journal.slice(0, 9);
  fresh.disk.marker = true;
  await (await fresh.start()).workbench.whenSaved(1000);
  fresh.disk.journal = profile.disk.journal;
  const { generation } = fresh.disk;
  const again = await fresh.start();
  expect(again.notices).toEqual([]);
  expect(fresh.disk.generation).toBe(generation);
  expect(await everything(again.workbench)).toEqual(before);
});

test('a journal that is behind is caught up from the store', async () => {
  const { profile, workbench } = await tagged(10);
  const whole = profile.disk.journal;
  profile.disk.journal = whole.slice(0, 8);
  const again = await profile.start();
  expect(profile.disk.journal).toEqual(whole);
  expect(again.notices).toEqual([]);
  expect(await everything(again.workbench)).toEqual(await everything(workbench));
});

test('a journal that is gone is made anew from the store, and that is told', async () => {
  const { profile } = await tagged(100);
  const whole = profile.disk.journal;
  profile.disk.journal = [];
  const again = await profile.start();
  expect(profile.disk.journal).toEqual(whole);
  expect(again.notices[0]?.message).toBe(
    'The journal was damaged. It was made anew from the working store; nothing is missing.',
  );
});

test('a gap in the journal that no entry can fill is spanned by a snapshot', async () => {
  const { profile, workbench } = await tagged(10);
  const before = await everything(workbench);
  // A rebuilt store holds only the entries since its snapshot.
  const database = await profile.database();
  await database.entries.where('seq').below(6).delete();
  const log = await database.meta.get('log');
  if (log?.key !== 'log') throw new Error('the store says nothing of itself');
  await database.meta.put({ ...log, count: log.count - 5 });
  database.close();
  profile.disk.journal = [];
  const again = await profile.start();
  expect([...profile.disk.snapshots.keys()]).toEqual([12]);
  again.workbench.commit({ type: 'span.add', span: spanOf(article, 'new', 0, 8) }, 'tag claim');
  await again.workbench.whenSaved(1000);
  const after = await everything(again.workbench);
  expect(after.states[0]?.spans.size).toBe(before.states[0] === undefined ? 0 : 11);
  // And now the store is lost.
  profile.engine = newEngine();
  const third = await profile.start();
  expect((await everything(third.workbench)).states).toEqual(after.states);
});

test('store and journal that parted: the one that leads further counts, and saving goes on', async () => {
  const { profile } = await tagged(10);
  const other = await tagged(5);
  profile.disk.journal = other.profile.disk.journal.map((line) => ({
    ...line,
    json: line.json.replaceAll('"manual"', '"import:other"'),
  }));
  const again = await profile.start();
  expect(again.notices[0]?.message).toMatch(
    /^The working store and the journal did not agree\. 10 annotations/,
  );
  again.workbench.commit({ type: 'span.add', span: spanOf(article, 'new', 0, 8) }, 'tag claim');
  await again.workbench.whenSaved(1000);
  profile.engine = newEngine();
  const third = await profile.start();
  expect((await everything(third.workbench)).states[0]?.spans.size).toBe(11);
});

test('both lost a part: what is left is kept and what is missing is said', async () => {
  const { profile } = await tagged(10);
  await damages['some spans are gone']?.(profile);
  profile.disk.journal = [];
  const again = await profile.start();
  expect(again.notices[0]).toEqual({
    level: 'error',
    message:
      'The working store was damaged. 8 annotations in 1 article were restored from the old store; the journal is damaged too, so more may be missing.',
  });
  again.workbench.commit({ type: 'span.add', span: spanOf(article, 'new', 0, 8) }, 'tag claim');
  await again.workbench.whenSaved(1000);
  profile.engine = newEngine();
  expect((await everything((await profile.start()).workbench)).states[0]?.spans.size).toBe(9);
});

test('a journal that breaks off, with the store gone, gives what it has and says what is missing', async () => {
  const { profile } = await tagged(10);
  profile.engine = newEngine();
  const [, , , , , broken] = profile.disk.journal;
  if (broken !== undefined) broken.json = '{"seq":6}';
  const again = await profile.start();
  expect(again.notices[0]).toEqual({
    level: 'error',
    message:
      'The working store was empty. 3 annotations in 1 article were restored from the journal; the last 7 changes could not be read back and are missing.',
  });
  again.workbench.commit({ type: 'span.add', span: spanOf(article, 'new', 0, 8) }, 'tag claim');
  await again.workbench.whenSaved(1000);
  profile.engine = newEngine();
  expect((await everything((await profile.start()).workbench)).states[0]?.spans.size).toBe(4);
});

test('a profile that was used and holds nothing is never taken for a first start', async () => {
  const { profile } = await tagged(3);
  profile.engine = newEngine();
  profile.disk.journal = [];
  const again = await profile.start({
    sample: () => ({ article, spans: [], relations: [], annotators: [], entities: [] }),
  });
  expect(again.notices[0]?.level).toBe('error');
  expect(again.notices[0]?.message).toMatch(/started here before/);
  expect(again.workbench.project.getState().articles.size).toBe(0);
});

test('a first start shows the sample, as a step that can be undone', async () => {
  const profile = new Profile();
  const span = spanOf(article, 's', 0, 8);
  const annotators = [{ id: 'guide', name: 'Guide' }];
  const { workbench } = await profile.start({
    sample: () => ({ article, spans: [span], relations: [], annotators, entities: [] }),
  });
  expect(workbench.project.getState().project.annotators.at(-1)).toEqual(annotators[0]);
  expect(workbench.project.getState().history.undo).toEqual([{ seq: 1, label: 'open sample' }]);
  await workbench.openArticle('a');
  expect(workbench.project.getState().open?.spans.ordered).toEqual([span]);
  await workbench.whenSaved(1000);
});

test('starting reads only', async () => {
  const { profile } = await tagged(3);
  const { bridge } = await profile.start();
  await bridge.request('space.free', {});
  expect(bridge.calls.filter((name) => !/^(journal\.read|space\.free|session\.log)$/.test(name))).toEqual([]);
});

test('a store too large to be counted before it is shown is counted while it is in use, and made anew', async () => {
  const { profile } = await tagged(40);
  await damages['some spans are gone']?.(profile);
  // Only the pause before the count is left out.
  const clock: Clock = {
    after: (milliseconds, action) => systemClock.after(milliseconds === 5_000 ? 0 : milliseconds, action),
  };
  const { workbench, notices } = await profile.start({ countedAtStart: 10, clock });
  await expect
    .poll(() => notices.map(({ message }) => message))
    .toEqual([
      'The working store was damaged: it holds 38 of 40 annotations of “Minister resigns”. It is made anew from the journal.',
    ]);
  await workbench.whenSaved(20_000);
  await workbench.openArticle('a');
  await workbench.whenComplete();
  expect(workbench.project.getState().open?.spans.size).toBe(40);
});
