import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { seededRandom } from '../../../e2e/torture/random.ts';
import { defaultSettings } from '../../../src/bridge/settings.ts';
import type { FileLayer } from '../../../src/main/disk/file-layer.ts';
import { Journal } from '../../../src/main/journal/journal.ts';
import { OriginalFiles } from '../../../src/main/originals/original-files.ts';
import { ExportTargets } from '../../../src/main/outgoing/export-targets.ts';
import { OutgoingFiles } from '../../../src/main/outgoing/outgoing-files.ts';
import { UnfinishedExports } from '../../../src/main/outgoing/unfinished-exports.ts';
import { Profile } from '../../../src/main/profile/profile.ts';
import { SettingsFile } from '../../../src/main/profile/settings-file.ts';
import { entry, readAll, takeSnapshotIn } from '../journal/journal-kit.ts';
import { logOf } from '../log-of.ts';
import { MemoryFileLayer } from './memory-file-layer.ts';
import { isPowerLoss, PowerLossDisk } from './power-loss-disk.ts';

const runs = Number(process.env.POWER_LOSS_RUNS ?? 1_500);
const firstSeed = Number(process.env.SEED ?? 1);

/** What was acknowledged, as somebody who sat before the screen would have written it down. */
interface Acknowledged {
  entries: number;
  /** 0 before the first start came to its end: nobody knows then which one it was to be. */
  generation: number;
  zoom: number;
  /** The two exports that may be there: the last one that was acknowledged, and one that was begun after it. */
  exported: string;
  readonly originals: Set<string>;
}

it(`${runs} power losses, each with its own fate for what was not flushed, lose nothing that was acknowledged`, async () => {
  for (let seed = firstSeed; seed < firstSeed + runs; seed++) await lifeOf(seed);
}, 600_000);

/** Three times the power fails while everything is being written, the third time perhaps while the damage of the second is being mended. */
async function lifeOf(seed: number): Promise<void> {
  const random = seededRandom(seed);
  for (let i = 0; i < 8; i++) random();
  let disk = new MemoryFileLayer();
  // Too small for a reserve, which would take most of the time.
  disk.free = 1024 * 1024;
  disk.put('/documents/out.json', '0');
  const known: Acknowledged = { entries: 0, generation: 0, zoom: 1, exported: '0', originals: new Set() };
  for (let life = 1; life <= 3; life++) {
    const failing = new PowerLossDisk(disk, 1 + Math.floor(random() * 260));
    const begun = { ...known, originals: known.originals };
    try {
      await work(failing, random, known, begun);
    } catch (error) {
      if (!isPowerLoss(error)) throw error;
    }
    disk = failing.afterPowerLoss(random);
    await check(disk, known, begun, `seed ${seed}, life ${life}`);
  }
}

async function start(layer: FileLayer) {
  const profile = await Profile.open({
    layer,
    folder: '/profile',
    storeFolder: '/profile/IndexedDB/store',
    now: () => new Date(5_000),
    log: logOf(),
  });
  const settings = await SettingsFile.open(layer, '/profile', logOf());
  const folder = profile.folderOf(profile.projectId);
  const place = { layer, folder, readOnly: false, now: () => new Date(0), log: logOf() };
  return { profile, settings, journal: await Journal.open(place), folder };
}

/** Works until the power fails; `begun` says what was asked for, `known` what was answered. */
async function work(
  failing: PowerLossDisk,
  random: () => number,
  known: Acknowledged,
  begun: Acknowledged,
): Promise<void> {
  const { layer } = failing;
  const { profile, settings, journal, folder } = await start(layer);
  const outgoing = new OutgoingFiles();
  const unfinished = new UnfinishedExports(layer, '/profile');
  const targets = new ExportTargets(layer, outgoing, unfinished);
  const originals = new OriginalFiles(layer, '/profile', null);
  known.entries = Math.max(known.entries, journal.state.lastSeq);
  known.generation = profile.generation;
  begun.generation = profile.generation;
  for (let step = 0; step < 40 && !failing.failed; step++) {
    const what = random();
    if (what < 0.5) {
      const group = Array.from({ length: 1 + Math.floor(random() * 3) }, (_, i) =>
        entry(known.entries + 1 + i),
      );
      if ((await journal.append(group)).ok) known.entries += group.length;
    } else if (what < 0.65) {
      if (known.entries > 0) await takeSnapshotIn(folder, layer, journal, known.entries);
    } else if (what < 0.75) {
      begun.zoom = [0.8, 0.9, 1, 1.1, 1.25][Math.floor(random() * 5)] ?? 1;
      await settings.save({ ...defaultSettings, zoom: begun.zoom });
      known.zoom = begun.zoom;
    } else if (what < 0.8) {
      begun.generation = known.generation + 1;
      await profile.adoptStore(begun.generation);
      known.generation = begun.generation;
    } else if (what < 0.9) {
      begun.exported = String(random()).repeat(20);
      if (await exportTo(targets, outgoing, begun.exported)) known.exported = begun.exported;
    } else {
      const kept = await originals.keep(Buffer.from(String(random()).repeat(9)));
      if (kept.ok) known.originals.add(kept.value.sha256);
    }
  }
}

async function exportTo(targets: ExportTargets, outgoing: OutgoingFiles, text: string): Promise<boolean> {
  const begun = await targets.begin(targets.add('/documents/out.json').token);
  if (!begun.ok) return false;
  const bytes = Buffer.from(text);
  await outgoing.append(begun.value.handle, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return (await outgoing.commit(begun.value.handle, { sha256, byteLength: bytes.length })).ok;
}

async function check(
  disk: MemoryFileLayer,
  known: Acknowledged,
  begun: Acknowledged,
  which: string,
): Promise<void> {
  const { profile, settings, journal } = await start(disk);
  const { lastSeq, snapshots } = journal.state;
  expect(lastSeq, `${which}: entries`).toBeGreaterThanOrEqual(known.entries);
  for (const from of snapshots.length < 3 ? [0, ...snapshots] : snapshots) {
    const expected = Array.from({ length: lastSeq - from }, (_, i) => entry(from + 1 + i));
    expect(JSON.stringify(await readAll(journal, from)), `${which}: after ${from}`).toBe(
      JSON.stringify(expected),
    );
  }
  if (known.generation !== 0) {
    expect([known.generation, begun.generation], `${which}: generation`).toContain(profile.generation);
  }
  expect([known.zoom, begun.zoom], `${which}: settings`).toContain(settings.current.zoom);
  expect([known.exported, begun.exported], `${which}: export`).toContain(disk.text('/documents/out.json'));
  const originals = new OriginalFiles(disk, '/profile', null);
  for (const sha256 of known.originals) {
    const read = await originals.read(sha256);
    expect(read.ok && read.value.bytes !== null, `${which}: original`).toBe(true);
  }
  await new UnfinishedExports(disk, '/profile').sweep();
  expect(await disk.list('/documents'), `${which}: left beside the export`).toEqual(['out.json']);
  known.generation = profile.generation;
  known.zoom = settings.current.zoom;
  known.exported = disk.text('/documents/out.json');
}
