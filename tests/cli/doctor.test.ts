import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDataset } from '../../src/core/formats/read-dataset.ts';
import { copyName, markerName, markerText, newMarker } from '../../src/core/profile/marker.ts';
import { nodeFileLayer } from '../../src/main/disk/node-file-layer.ts';
import { Journal } from '../../src/main/journal/journal.ts';
import { Profile } from '../../src/main/profile/profile.ts';
import { spanOf } from '../core/arbitraries/span.ts';
import { firstOperation, kept } from '../core/rescue/rescue-kit.ts';
import { readAll } from '../main/journal/journal-kit.ts';
import { logOf } from '../main/log-of.ts';
import { runIn } from './run-in.ts';

const text = 'A title\n\n“We are ready 😀,” said Ms Lee, “e\u0301 for it.”';
const operations = [
  firstOperation,
  ...Array.from({ length: 12 }, (_, i) => ({
    type: 'span.add' as const,
    span: spanOf(text, [{ start: i, end: i + 3 }], { id: `s${i}`, articleId: 'one' }),
  })),
];

let folder = '';
let profile = '';
let project = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ascribe-doctor-'));
  profile = join(folder, 'profile');
  project = join(profile, 'journal', 'project');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A profile as the app leaves it. */
async function makeProfile(snapshotsAfter: readonly number[]): Promise<void> {
  mkdirSync(project, { recursive: true });
  const marker = markerText(newMarker('project', 1, new Date(0)));
  writeFileSync(join(profile, markerName), marker);
  writeFileSync(join(project, copyName), marker);
  writeFileSync(join(profile, 'settings.json'), '{}');
  for (const { name, bytes } of (await kept(operations, snapshotsAfter)).files)
    writeFileSync(join(project, name), bytes);
}

function fileOf(ending: string): string {
  const [name] = readdirSync(project).filter((each) => each.endsWith(ending));
  return join(project, name ?? 'there is none');
}

function spoil(path: string, at = statSync(path).size >> 1): void {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

/** Names and content of everything in the profile. */
function allOf(path: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(path, name)).isFile())
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(path, name)))
          .digest('hex'),
      ]),
  );
}

/** What the app finds at its next start. */
async function journalOfApp() {
  const place = {
    layer: nodeFileLayer,
    folder: project,
    readOnly: false,
    now: () => new Date(),
    log: logOf(),
  };
  const journal = await Journal.open(place);
  return {
    state: journal.state,
    entries: (await readAll(journal, journal.state.snapshots.at(-1) ?? 0)).length,
  };
}

function spansIn(path: string): number {
  const read = readDataset({ name: 'out', bytes: new Uint8Array(readFileSync(path)) });
  if (!read.ok) throw new Error(read.reason.message);
  expect(read.value.faults).toEqual([]);
  return read.value.dataset.articles.reduce((sum, { spans = [] }) => sum + spans.length, 0);
}

it('finds nothing wrong with a sound profile, and changes nothing', async () => {
  await makeProfile([5, 9]);
  const before = allOf(profile);
  const { code, out, err } = await runIn(folder, ['doctor', 'profile']);
  expect([code, err]).toEqual([0, []]);
  expect(out.join('\n')).toContain('1 article, 12 annotations, 13 entries, from snapshot 9');
  expect(allOf(profile)).toEqual(before);
});

/** Damage, and what the doctor says of it. Everything can still be had. */
const damages: Record<string, readonly [says: RegExp, damage: () => void]> = {
  'a snapshot with a flipped byte': [/snapshot is damaged/, () => spoil(fileOf('.snapshot.json'))],
  'a damaged segment that snapshots cover': [
    /a part of it is damaged/,
    () => spoil(join(project, '0000000000000006.jsonl')),
  ],
  'a lost marker': [/it is missing/, () => rmSync(join(profile, markerName))],
  'an emptied marker': [/it is broken/, () => writeFileSync(join(profile, markerName), '')],
  'settings that are no JSON': [
    /cannot be read/,
    () => writeFileSync(join(profile, 'settings.json'), '{"the'),
  ],
  'a copy of the marker that is no JSON': [
    /copy of the marker is lost/,
    () => spoil(join(project, copyName), 0),
  ],
  'an original that changed': [
    /no longer what it was/,
    () => {
      mkdirSync(join(profile, 'originals'));
      writeFileSync(join(profile, 'originals', 'a'.repeat(64)), 'other bytes');
    },
  ],
};

describe.each(Object.entries(damages))('%s', (_name, [says, damage]) => {
  it('is said, is mended only when asked, and then nothing is wrong and nothing was lost', async () => {
    await makeProfile([5, 9]);
    damage();
    const damaged = allOf(profile);
    const looked = await runIn(folder, ['doctor', 'profile']);
    expect(looked.code).toBe(1);
    expect(looked.err.join('\n')).toMatch(says);
    const refused = await runIn(folder, ['doctor', 'profile', '--repair'], 'no\n');
    expect([refused.code, refused.err.at(-1)]).toEqual([1, 'nothing was mended']);
    expect(refused.out.join('\n')).toContain('What will be done:');
    expect(allOf(profile)).toEqual(damaged);

    const mended = await runIn(folder, ['doctor', 'profile', '--repair'], 'yes\n');
    expect(mended.code).toBe(0);
    const after = Object.values(allOf(profile));
    const kept = Object.values(damaged).filter((digest) => after.includes(digest));
    expect(kept.length).toBe(Object.keys(damaged).length);
    const again = await runIn(folder, ['doctor', 'profile']);
    expect([again.code, again.err]).toEqual([0, []]);
    expect(again.out.join('\n')).toContain('12 annotations');
    const opened = await Profile.open({
      layer: nodeFileLayer,
      folder: profile,
      storeFolder: join(profile, 'IndexedDB'),
      now: () => new Date(),
      log: logOf(),
    });
    expect([opened.projectId, opened.firstStart]).toEqual(['project', false]);
    expect((await journalOfApp()).state).toMatchObject({ lastSeq: 13, setAside: [] });
  });
});

describe('when the only snapshot and the entries before it are damaged', () => {
  beforeEach(async () => {
    await makeProfile([10]);
    // A line in the middle of the snapshot’s spans, and the journal’s first entries.
    const snapshot = fileOf('.snapshot.json');
    const bytes = readFileSync(snapshot);
    bytes.fill(0, bytes.indexOf('"id":"s4"'), bytes.indexOf('"id":"s4"') + 4);
    writeFileSync(snapshot, bytes);
    rmSync(join(project, '0000000000000001.jsonl'));
  });

  it('a rescue copy holds all but what is damaged, and says what is missing', async () => {
    const before = allOf(profile);
    const { code, out, err } = await runIn(folder, ['doctor', 'profile', '--rescue', 'rescue.json']);
    expect(code).toBe(1);
    expect(err.join('\n')).toContain('1 of its lines');
    expect(out.at(-1)).toContain('rescue.json: 1 article, 11 annotations');
    expect(spansIn(join(folder, 'rescue.json'))).toBe(11);
    expect(allOf(profile)).toEqual(before);
  });

  it('a repair keeps what can be had as a snapshot that the app takes', async () => {
    expect((await runIn(folder, ['doctor', 'profile', '--repair', '--yes'])).code).toBe(0);
    const { state } = await journalOfApp();
    expect(state).toMatchObject({ lastSeq: 13, snapshots: [13] });
    const again = await runIn(folder, ['doctor', 'profile']);
    expect([again.code, again.err]).toEqual([0, []]);
    expect(again.out.join('\n')).toContain('11 annotations');
  });
});

it('rescues where there is neither marker nor anything whole, and names a project’s folder as well', async () => {
  await makeProfile([]);
  rmSync(join(profile, markerName));
  rmSync(join(project, copyName));
  const segment = fileOf('.jsonl');
  spoil(segment, readFileSync(segment).indexOf('"s7"'));
  for (const operand of ['profile', 'profile/journal/project']) {
    const { err } = await runIn(folder, ['doctor', operand, '--rescue', 'rescue.json']);
    expect(err.join('\n')).toContain('1 of the 13 entries');
    expect(spansIn(join(folder, 'rescue.json'))).toBe(11);
  }
});

it('misses a newest file of the journal that is gone as a whole', async () => {
  await makeProfile([5]);
  writeFileSync(join(project, 'reach.json'), '{"lastSeq":11}');
  expect((await runIn(folder, ['doctor', 'profile'])).code).toBe(0);
  rmSync(join(project, '0000000000000006.jsonl'));
  const { code, err } = await runIn(folder, ['doctor', 'profile']);
  expect(code).toBe(1);
  expect(err.join('\n')).toContain('once reached entry 11, and what is here ends at 5');
});

it('changes nothing in a profile of a newer version', async () => {
  await makeProfile([5]);
  spoil(fileOf('.snapshot.json'));
  const marker = JSON.parse(readFileSync(join(profile, markerName), 'utf8'));
  writeFileSync(join(profile, markerName), JSON.stringify({ ...marker, dataVersion: 99 }));
  const before = allOf(profile);
  const { code, err } = await runIn(folder, ['doctor', 'profile', '--repair', '--yes']);
  expect(code).toBe(1);
  expect(err.at(-1)).toContain('newer version');
  expect(allOf(profile)).toEqual(before);
});

describe('a file', () => {
  it('that is a snapshot with a damaged line gives up all but that line', async () => {
    await makeProfile([13]);
    const bytes = readFileSync(fileOf('.snapshot.json'));
    writeFileSync(join(folder, 'sound.json'), bytes);
    expect((await runIn(folder, ['doctor', 'sound.json'])).code).toBe(0);
    bytes[bytes.indexOf('"id":"s4"')] = 0x00;
    writeFileSync(join(folder, 'torn.json'), bytes.subarray(0, bytes.length - 40));
    const { code, err } = await runIn(folder, ['doctor', 'torn.json', '--rescue', 'rescue.json']);
    expect(code).toBe(1);
    expect(err.join('\n')).toContain('not sound JSON');
    expect(spansIn(join(folder, 'rescue.json'))).toBeGreaterThanOrEqual(10);
  });

  it('that is none of ours, or not there, is said to be so', async () => {
    writeFileSync(join(folder, 'a.txt'), 'Hello');
    expect((await runIn(folder, ['doctor', 'a.txt'])).code).toBe(1);
    expect((await runIn(folder, ['doctor', 'b.txt'])).err).toEqual([
      'b.txt: there is no such file or folder',
    ]);
    mkdirSync(join(folder, 'empty'));
    expect((await runIn(folder, ['doctor', 'empty'])).code).toBe(2);
    expect((await runIn(folder, ['doctor'])).code).toBe(2);
  });
});
