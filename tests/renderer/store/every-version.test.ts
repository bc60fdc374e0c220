import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readArchive } from '../../../src/core/archive/read-archive.ts';
import { readDataset } from '../../../src/core/formats/read-dataset.ts';
import { dataVersion } from '../../../src/core/profile/marker.ts';
import { readSnapshot } from '../../../src/core/snapshot/snapshot-file.ts';
import { dataVersion as storeVersion } from '../../../src/renderer/db/rows.ts';
import { Profile } from '../fakes/project.ts';

/**
 * What each version of the data left behind, as that version's own code wrote it: a snapshot after entry 5, the journal after it, a dataset and an archive. The files
 * stay as they are for ever; a new version adds a folder.
 */
const folder = new URL('../../fixtures/stores/', import.meta.url);
const versions = readdirSync(folder).sort();

function fileOf(version: string, name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(new URL(`${version}/${name}`, folder)));
}

/** A profile whose working store is gone, as after any change of its shape. */
function profileOf(version: string): Profile {
  const profile = new Profile();
  profile.disk.marker = true;
  profile.disk.snapshots.set(5, fileOf(version, 'snapshot-5.json'));
  const lines = Buffer.from(fileOf(version, 'journal.jsonl')).toString('utf8').trimEnd().split('\n');
  profile.disk.journal = lines.map((json, i) => ({ seq: 6 + i, json }));
  return profile;
}

test('there are files of every version that ever was', () => {
  expect(storeVersion).toBe(dataVersion);
  expect(versions).toEqual(Array.from({ length: dataVersion }, (_, i) => `version-${i + 1}`));
});

test.each(versions)(
  'a project of %s opens with everything there, is worked in, and opens again',
  async (version) => {
    const profile = profileOf(version);
    const { workbench, notices } = await profile.start();
    expect(notices.map(({ message }) => message)).toEqual([
      'The working store was empty. 3 annotations in 2 articles were restored from the journal; nothing is missing.',
    ]);
    const { project, articles } = workbench.project.getState();
    expect([project.name, [...articles.keys()]]).toEqual(['Old name', ['a', 'b']]);
    const refused = articles.get('a')?.record.refused.map(({ tag, rule }) => [tag, rule]);
    expect(refused).toEqual(version < 'version-4' ? [] : [['date', 'date']]);
    const { article, misfits } = await workbench.examineArticle('a');
    expect(misfits).toEqual([]);
    expect(
      article.spans.ordered.map(({ id, tag, quote, note, flagged }) => [id, tag, quote, note, flagged]),
    ).toEqual([
      ['c', 'claim', 'I go 😀', 'check', true],
      ['s', 'speaker', 'she', '', false],
      ['p', 'location', 'Oslo', '', false],
    ]);
    expect([...article.relations.keys()]).toEqual(['r']);
    await workbench.openArticle('a');
    for (let i = 0; i < 4; i++) await workbench.undo();
    expect(workbench.project.getState().open?.spans.size).toBe(1);
    for (let i = 0; i < 4; i++) await workbench.redo();
    await workbench.whenSaved(5_000);
    const again = await profile.start();
    expect(again.notices).toEqual([]);
    expect((await again.workbench.readArticle('a')).spans.size).toBe(3);
  },
);

test.each(versions)('the dataset of %s comes in without a fault', (version) => {
  const read = readDataset({ name: 'dataset.json', bytes: fileOf(version, 'dataset.json') });
  if (!read.ok) throw new Error(read.reason.message);
  expect(read.value.faults).toEqual([]);
  expect(read.value.dataset.articles.map(({ id, spans = [] }) => [id, spans.length])).toEqual([
    ['a', 3],
    ['b', 0],
  ]);
});

// The first version had no archives.
test.each(versions.slice(1))('the archive of %s is restored', (version) => {
  const archive = readArchive('project.ascribe', fileOf(version, 'project.ascribe'));
  if (!archive.ok) throw new Error(archive.reason.message);
  const read = readSnapshot(archive.value.project);
  if (!read.ok) throw new Error(read.reason);
  expect([...read.value.articles].map(({ record, spans }) => [record.id, spans.length])).toEqual([
    ['a', 3],
    ['b', 0],
  ]);
});
