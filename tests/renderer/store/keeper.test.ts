import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LogEntry } from '../../../src/core/operations/log-entry.ts';
import type { Clock } from '../../../src/renderer/store/clock.ts';
import { type Home, HomeFailure } from '../../../src/renderer/store/home.ts';
import { Keeper } from '../../../src/renderer/store/keeper.ts';
import type { KeptEntry } from '../../../src/renderer/store/kept-entry.ts';
import { emptyLedger } from '../../../src/renderer/store/ledger.ts';
import type { SavingState } from '../../../src/renderer/store/workbench-state.ts';
import { someProject } from '../../core/arbitraries/operation-sequence.ts';

const ledger = emptyLedger(someProject);

function kept(seq: number): KeptEntry {
  const entry: LogEntry = {
    seq,
    at: '2026-01-02T03:04:05.678Z',
    annotator: 'annotator',
    label: 'do something',
    operation: { type: 'project.update', before: someProject, after: someProject },
  };
  return { entry, json: JSON.stringify(entry), ledger };
}

/** Lets everything happen that waits for nothing. */
async function settle(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve();
}

/** Time that passes when it is told to. */
class TestClock implements Clock {
  #actions: { at: number; action: () => void }[] = [];
  #now = 0;

  after(milliseconds: number, action: () => void): () => void {
    const entry = { at: this.#now + milliseconds, action };
    this.#actions.push(entry);
    return () => {
      this.#actions = this.#actions.filter((other) => other !== entry);
    };
  }

  /** Calls what is due next; false when nothing is. */
  advance(): boolean {
    const [next] = [...this.#actions].sort((a, b) => a.at - b.at);
    if (next === undefined) return false;
    this.#actions = this.#actions.filter((other) => other !== next);
    this.#now = next.at;
    next.action();
    return true;
  }
}

/** What a write or a recovery does: all of it, none, or all of it without an answer that says so. */
type Fate = 'done' | 'refused' | 'done but refused';

/** A home whose disk is an array, and whose fates are drawn beforehand; when they are used up, all goes well. */
class TestHome implements Home {
  readonly disk: number[] = [];
  readonly #fates: Fate[];
  readonly #turn: (label: string) => Promise<unknown>;

  constructor(fates: readonly Fate[], turn: (label: string) => Promise<unknown>) {
    this.#fates = [...fates];
    this.#turn = turn;
  }

  async write(entries: readonly KeptEntry[]): Promise<void> {
    await this.#turn('write');
    const fate = this.#fates.shift() ?? 'done';
    if (fate !== 'refused') this.#put(entries);
    if (fate !== 'done') throw new HomeFailure(`It was ${fate}.`);
    await this.#turn('answer');
  }

  async recover(entries: readonly KeptEntry[]): Promise<number> {
    await this.#turn('recover');
    const fate = this.#fates.shift() ?? 'done';
    if (fate !== 'done') throw new HomeFailure(`It was ${fate}.`);
    this.#put(entries);
    return this.disk.at(-1) ?? 0;
  }

  /** As a disk does, it takes what follows, and what it has already. */
  #put(entries: readonly KeptEntry[]): void {
    for (const { entry } of entries) {
      if (entry.seq <= this.disk.length) continue;
      if (entry.seq !== this.disk.length + 1) throw new Error(`entry ${entry.seq} leaves a gap`);
      this.disk.push(entry.seq);
    }
  }
}

const fates = fc.array(fc.constantFrom<Fate>('done', 'refused', 'done but refused'), { maxLength: 8 });
/** Entries made, doubts cast on the store and the journal, and pauses between. */
const steps = fc.array(fc.constantFrom('make', 'make', 'make', 'doubt store', 'doubt journal', 'wait'), {
  minLength: 1,
  maxLength: 12,
});

test('saved is said if and only if both homes have everything, whatever they do', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fates, fates, steps, async (scheduler, one, two, plan) => {
      const clock = new TestClock();
      const turn = (label: string) => scheduler.schedule(Promise.resolve(), label);
      const store = new TestHome(one, turn);
      const journal = new TestHome(two, turn);
      let made = 0;
      const states: SavingState[] = [];
      const hasAll = () => store.disk.length === made && journal.disk.length === made;
      const keeper: Keeper = new Keeper({
        store,
        journal,
        clock,
        lastSeq: 0,
        onChange: (state) => {
          states.push(state);
          if (state.kind === 'saved') expect(hasAll()).toBe(true);
        },
      });
      for (const step of plan) {
        if (step === 'make') {
          made += 1;
          keeper.keep(kept(made));
          expect(keeper.state.kind).not.toBe('saved');
        } else if (step === 'doubt store') keeper.distrustStore('It was closed.');
        else if (step === 'doubt journal') keeper.distrustJournal('It has a gap.');
        else if (scheduler.count() > 0) await scheduler.waitOne();
      }
      const safe = keeper.whenSaved(10_000_000);
      // Every write settles or is tried again: in the end all is saved.
      for (let i = 0; i < 400; i++) {
        await settle();
        if (scheduler.count() > 0) await scheduler.waitOne();
        else if (keeper.state.kind === 'saved') break;
        else clock.advance();
      }
      await safe;
      expect(hasAll()).toBe(true);
      expect(keeper.state.kind).toBe('saved');
      expect(keeper.pending).toBe(0);
      expect(keeper.notInStore()).toEqual([]);
    }),
    { numRuns: Number(process.env.KEEPER_RUNS ?? 500) },
  );
});

/** A home that does as it is told by hand. */
function manualHome() {
  const calls: { resolve: (value?: number) => void; reject: (reason: unknown) => void; entries: number[] }[] =
    [];
  const call = (entries: readonly KeptEntry[]) =>
    new Promise<number>((resolve, reject) => {
      calls.push({
        resolve: (value = entries.at(-1)?.entry.seq ?? 0) => resolve(value),
        reject,
        entries: entries.map(({ entry }) => entry.seq),
      });
    });
  const home: Home = { write: async (entries) => void (await call(entries)), recover: call };
  return { home, calls };
}

function manualKeeper() {
  const store = manualHome();
  const journal = manualHome();
  const clock = new TestClock();
  const states: SavingState[] = [];
  const keeper = new Keeper({
    store: store.home,
    journal: journal.home,
    clock,
    lastSeq: 0,
    onChange: (state) => states.push(state),
  });
  return { store, journal, clock, states, keeper };
}

test('what comes while a write is under way goes together in the next', async () => {
  const { store, journal, keeper } = manualKeeper();
  for (const seq of [1, 2, 3]) keeper.keep(kept(seq));
  store.calls[0]?.resolve();
  await settle();
  expect(store.calls.map(({ entries }) => entries)).toEqual([[1], [2, 3]]);
  expect(journal.calls.map(({ entries }) => entries)).toEqual([[1]]);
  expect(keeper.notInStore().map(({ entry }) => entry.seq)).toEqual([2, 3]);
});

test('a journal that fails is named, the store is said to have all, and it is tried again', async () => {
  const { store, journal, clock, keeper } = manualKeeper();
  keeper.keep(kept(1));
  store.calls[0]?.resolve();
  journal.calls[0]?.reject(new HomeFailure('There is no space left on the disk.'));
  await settle();
  expect(keeper.state).toEqual({
    kind: 'failed',
    pending: 1,
    message:
      'Not saved in the journal: There is no space left on the disk. The working store has everything. Free some disk space or save a copy; Ascribe keeps trying.',
  });
  clock.advance();
  expect(journal.calls[1]?.entries).toEqual([1]);
  journal.calls[1]?.resolve();
  await settle();
  expect(keeper.state).toEqual({ kind: 'saved' });
});

test('a store that fails is made anew before anything is written to it', async () => {
  const { store, journal, clock, keeper } = manualKeeper();
  keeper.keep(kept(1));
  journal.calls[0]?.resolve();
  store.calls[0]?.reject(new HomeFailure('The disk did not answer in time.'));
  await settle();
  expect(keeper.state).toMatchObject({
    kind: 'failed',
    message:
      'Not saved in the working store: The disk did not answer in time. Nothing is lost: the journal has everything. Ascribe is making a new working store.',
  });
  keeper.keep(kept(2));
  clock.advance();
  expect(store.calls).toHaveLength(2);
  store.calls[1]?.resolve(2);
  await settle();
  expect(store.calls).toHaveLength(2);
});

test('when both fail, what is only in memory is counted', async () => {
  const { store, journal, keeper } = manualKeeper();
  keeper.keep(kept(1));
  keeper.keep(kept(2));
  store.calls[0]?.reject(new HomeFailure('There is no space left on the disk.'));
  journal.calls[0]?.reject(new HomeFailure('The journal cannot be written.'));
  await settle();
  expect(keeper.state).toMatchObject({
    kind: 'failed',
    pending: 2,
    message:
      'Not saved: There is no space left on the disk. The journal failed too: the journal cannot be written. 2 changes are in memory only. Keep Ascribe open, free some disk space or save a copy; Ascribe keeps trying.',
  });
});

test('waiting for safety ends in time, with the reason', async () => {
  const { clock, keeper } = manualKeeper();
  keeper.keep(kept(1));
  const waiting = keeper.whenSaved(50);
  clock.advance();
  await expect(waiting).rejects.toThrow('One change is still being saved.');
});

test('a warning stands in the place of saved, never in that of saving', async () => {
  const { store, journal, keeper } = manualKeeper();
  keeper.warn('Only 12 MB are free.');
  expect(keeper.state).toEqual({ kind: 'failed', pending: 0, message: 'Only 12 MB are free.' });
  keeper.keep(kept(1));
  expect(keeper.state).toEqual({ kind: 'saving', pending: 1 });
  store.calls[0]?.resolve();
  journal.calls[0]?.resolve();
  await settle();
  expect(keeper.state.kind).toBe('failed');
  keeper.warn(null);
  expect(keeper.state).toEqual({ kind: 'saved' });
});
