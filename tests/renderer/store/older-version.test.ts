import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dataVersion, oldestDataVersion } from '../../../src/renderer/db/rows.ts';
import { articleOf } from '../../core/arbitraries/article.ts';
import { Profile } from '../fakes/project.ts';

/** What version 1 of the data left behind: a snapshot after entry 6, and the entries that followed it, word for word. */
function versionOne(): Profile {
  const file = (name: string) => readFileSync(new URL(`version-1/${name}`, import.meta.url));
  const profile = new Profile();
  profile.disk.marker = true;
  profile.disk.snapshots.set(6, new Uint8Array(file('snapshot.txt')));
  const lines = file('journal.jsonl').toString('utf8').trimEnd().split('\n');
  profile.disk.journal = lines.map((json) => ({ seq: (JSON.parse(json) as { seq: number }).seq, json }));
  return profile;
}

test('a project of version 1 opens with everything there, and is worked in as any other', async () => {
  const profile = versionOne();
  const { workbench, notices } = await profile.start();
  expect(notices.map(({ message }) => message)).toEqual([
    'The working store was empty. 3 annotations in 2 articles were restored from the journal; nothing is missing.',
  ]);
  const { project, articles, history } = workbench.project.getState();
  expect([project.name, project.entities, [...articles.keys()]]).toEqual(['Old name', [], ['a', 'b']]);
  expect(articles.get('a')?.record).toMatchObject({ state: 'todo', labels: [] });
  expect(articles.get('b')?.record.trashedAt).toBeNull();
  const { spans, relations } = await workbench.readArticle('a');
  expect(spans.ordered.map(({ id, tag, quote, note, flagged }) => [id, tag, quote, note, flagged])).toEqual([
    ['c', 'claim', 'I go', 'check', true],
    ['s', 'speaker', 'she', '', false],
    ['p', 'location', expect.any(String), '', false],
  ]);
  expect([...relations.keys()]).toEqual(['r']);
  expect((await workbench.readArticle('b')).body.text).toBe('Das Amt schweigt. 😀 Никто не знает.');

  // What could be undone can be undone, back through the snapshot.
  expect(history.undo.map(({ label }) => label).slice(-3)).toEqual([
    'rename project',
    'edit note',
    'tag location',
  ]);
  await workbench.openArticle('a');
  await workbench.undo();
  await workbench.undo();
  await workbench.undo();
  await workbench.undo();
  expect(workbench.project.getState().project.name).toBe('My project');
  expect(workbench.project.getState().open?.relations.size).toBe(0);
  await workbench.whenSaved(2_000);

  const again = await profile.start();
  expect(again.notices).toEqual([]);
  expect((await again.workbench.readArticle('a')).spans.size).toBe(2);
});

test('a store whose version says nothing that today’s rows do not is opened as it is', async () => {
  const profile = new Profile();
  const { workbench } = await profile.start();
  workbench.commit({ type: 'article.add', article: articleOf('A ferry sails.', 'a') }, 'open article');
  await workbench.whenSaved(2_000);
  const setVersion = async (version: number) => {
    const database = await profile.database();
    // Older versions wrote no refusals.
    const rows = await database.articles.toArray();
    await database.articles.bulkPut(
      rows.map(({ record: { refused: _, ...record }, ...row }) => ({ ...row, record })),
    );
    const log = await database.meta.get('log');
    if (log?.key !== 'log') throw new Error('a store that was saved has a log');
    await database.meta.put({ ...log, dataVersion: version });
    database.close();
  };
  await setVersion(oldestDataVersion);
  const old = await profile.start();
  expect(old.notices).toEqual([]);
  expect(old.workbench.project.getState().articles.get('a')?.record.refused).toEqual([]);
  for (const other of [oldestDataVersion - 1, dataVersion + 1]) {
    await setVersion(other);
    const { notices } = await profile.start();
    expect(notices.map(({ message }) => message)).toEqual([
      expect.stringContaining('was made by another version of Ascribe'),
    ]);
  }
});
