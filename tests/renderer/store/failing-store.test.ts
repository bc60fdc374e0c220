import { describe, expect, test } from 'vitest';
import { type Clock, systemClock } from '../../../src/renderer/store/clock.ts';
import type { Workbench } from '../../../src/renderer/store/workbench.ts';
import type { SavingState } from '../../../src/renderer/store/workbench-state.ts';
import { articleOf } from '../../core/arbitraries/article.ts';
import type { FakeBridge } from '../fakes/bridge.ts';
import { Profile, spanOf } from '../fakes/project.ts';
import { stallingEngine } from '../fakes/stalling-engine.ts';

const article = articleOf('Minister resigns\n“I go”, she said.\nNobody was surprised in Oslo.', 'a');

/** Fifty times as fast as the system's, so that a deadline of seconds can be waited for. */
const quickClock: Clock = {
  after: (milliseconds, action) => systemClock.after(milliseconds / 50, action),
};

async function started() {
  const profile = new Profile();
  const storage = stallingEngine(profile.engine);
  profile.engine = storage.engine;
  const window = await profile.start({ clock: quickClock });
  window.workbench.commit({ type: 'article.add', article }, 'open article');
  await window.workbench.openArticle('a');
  await window.workbench.whenSaved(100_000);
  const states: SavingState[] = [];
  window.workbench.project.subscribe(({ saving }, before) => {
    if (saving !== before.saving) states.push(saving);
  });
  return { profile, storage, states, ...window };
}

function tag(workbench: Workbench, id: string): boolean {
  return workbench.commit({ type: 'span.add', span: spanOf(article, id, 0, 8) }, 'tag claim');
}

async function expectKept(profile: Profile, ids: readonly string[]) {
  const { workbench, notices } = await profile.start();
  const { spans } = await workbench.readArticle('a');
  expect(spans.ordered.map(({ id }) => id)).toEqual(ids);
  expect(notices).toEqual([]);
}

test('a store that the system closes is made anew, and work goes on meanwhile', async () => {
  const { profile, storage, states, workbench } = await started();
  tag(workbench, 's1');
  await workbench.whenSaved(100_000);
  storage.closeAll();
  tag(workbench, 's2');
  await workbench.whenSaved(100_000);
  expect(states.some((state) => state.kind === 'failed')).toBe(true);
  expect(profile.disk.generation).toBe(2);
  tag(workbench, 's3');
  await workbench.whenSaved(100_000);
  await expectKept(profile, ['s1', 's2', 's3']);
});

test('a transaction that neither completes nor aborts is given up, and its entries reach a new store', async () => {
  const { profile, storage, states, workbench } = await started();
  storage.stall(true);
  tag(workbench, 's1');
  await until(workbench, 'failed');
  expect(states.at(-1)).toMatchObject({
    kind: 'failed',
    pending: 1,
    message: expect.stringContaining('The disk did not answer in time.'),
  });
  tag(workbench, 's2');
  expect(workbench.project.getState().open?.spans.size).toBe(2);
  storage.stall(false);
  await workbench.whenSaved(100_000);
  expect(profile.disk.generation).toBeGreaterThan(1);
  await expectKept(profile, ['s1', 's2']);
});

test('what is in the store is lost while the window runs: it comes back from the journal', async () => {
  const { profile, storage, workbench } = await started();
  tag(workbench, 's1');
  await workbench.whenSaved(100_000);
  storage.replace();
  tag(workbench, 's2');
  await workbench.whenSaved(100_000);
  await expectKept(profile, ['s1', 's2']);
});

describe('an article whose rows cannot be read', () => {
  test('is shown from the store that is made anew', async () => {
    const { profile, storage, workbench } = await started();
    tag(workbench, 's1');
    workbench.commit({ type: 'article.add', article: articleOf('Other\nText.', 'b') }, 'open article');
    await workbench.openArticle('b');
    await workbench.whenSaved(100_000);
    storage.closeAll();
    await workbench.openArticle('a');
    expect(workbench.project.getState().open?.spans.ordered.map(({ id }) => id)).toEqual(['s1']);
    await workbench.whenSaved(100_000);
    await expectKept(profile, ['s1']);
  });
});

describe('a journal that fails', () => {
  function failing(bridge: FakeBridge, times: number): void {
    let left = times;
    bridge.overrides['journal.append'] = (request) => {
      left -= 1;
      if (left >= 0) return { ok: false, reason: { code: 'no-space', message: 'The disk is full.' } };
      return bridge.append(request);
    };
  }

  test('is tried again until it has everything', async () => {
    const { profile, bridge, states, workbench } = await started();
    failing(bridge, 2);
    tag(workbench, 's1');
    tag(workbench, 's2');
    await workbench.whenSaved(100_000);
    expect(states.find((state) => state.kind === 'failed')).toMatchObject({
      message: expect.stringMatching(/^Not saved in the journal: The disk is full\./),
    });
    expect(profile.disk.journal.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    expect(profile.disk.generation).toBe(1);
  });

  test('and says it has another entry of that number gets a snapshot in its place', async () => {
    const { profile, bridge, workbench } = await started();
    tag(workbench, 's1');
    await workbench.whenSaved(100_000);
    let isOut = true;
    bridge.overrides['journal.append'] = (request) => {
      if (!isOut) return bridge.append(request);
      isOut = false;
      return { ok: false, reason: { code: 'out-of-sequence', message: 'The journal has another entry 4.' } };
    };
    tag(workbench, 's2');
    await workbench.whenSaved(100_000);
    expect([...profile.disk.snapshots.keys()].length).toBe(1);
  });
});

/** Resolves when the window's saving is in that state. */
function until(workbench: Workbench, kind: SavingState['kind']): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (workbench.project.getState().saving.kind !== kind) return;
      stop();
      resolve();
    };
    const stop = workbench.project.subscribe(look);
    look();
  });
}
