import { expect, test } from 'vitest';
import { ProjectDatabase } from '../../../src/renderer/db/database.ts';
import type { Clock } from '../../../src/renderer/store/clock.ts';
import { Snapshots } from '../../../src/renderer/store/snapshots.ts';
import { FakeBridge, FakeDisk } from '../fakes/bridge.ts';
import { newEngine } from '../fakes/project.ts';

const mebibyte = 1024 * 1024;

/** Snapshots of a project of that length, and whether one is waited for. */
function snapshotsOf(projectLength: number) {
  const waiting = { count: 0 };
  const clock: Clock = {
    after: () => {
      waiting.count += 1;
      return () => {
        waiting.count -= 1;
      };
    },
  };
  const engine = newEngine();
  const snapshots = new Snapshots({
    environment: { bridge: new FakeBridge(new FakeDisk()), engine, clock, projectId: 'p', now: () => '' },
    database: () => new ProjectDatabase('p', engine),
    pause: () => Promise.resolve(),
    projectLength: () => projectLength,
    seqs: [],
    lastSeq: 0,
  });
  return { snapshots, isDue: () => waiting.count > 0 };
}

test('a small project has one after four mebibytes of journal, or two thousand entries', () => {
  const long = snapshotsOf(mebibyte);
  long.snapshots.grown(1, 4 * mebibyte);
  expect(long.isDue()).toBe(false);
  long.snapshots.grown(2, 1);
  expect(long.isDue()).toBe(true);
  const many = snapshotsOf(mebibyte);
  many.snapshots.grown(2_000, 10);
  expect(many.isDue()).toBe(false);
  many.snapshots.grown(2_001, 10);
  expect(many.isDue()).toBe(true);
});

test('in a large project as much has to be done as stands in proportion to what is written', () => {
  const long = snapshotsOf(160 * mebibyte);
  long.snapshots.grown(1, 40 * mebibyte);
  expect(long.isDue()).toBe(false);
  long.snapshots.grown(2, 1);
  expect(long.isDue()).toBe(true);
  const many = snapshotsOf(160 * mebibyte);
  many.snapshots.grown(20_000, 10);
  expect(many.isDue()).toBe(false);
  many.snapshots.grown(20_001, 10);
  expect(many.isDue()).toBe(true);
});
