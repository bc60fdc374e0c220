import { expect, test } from 'vitest';
import { articleOf } from '../../core/arbitraries/article.ts';
import { Profile, spanOf } from '../fakes/project.ts';

async function worked() {
  const profile = new Profile();
  const { workbench } = await profile.start();
  const article = articleOf('Minister resigns.', 'a');
  workbench.commit({ type: 'article.add', article }, 'open article');
  for (let i = 0; i < 8; i++) {
    workbench.commit({ type: 'span.add', span: spanOf(article, `s${i}`, i, i + 3) }, 'tag claim');
  }
  await workbench.whenSaved(5_000);
  const database = await profile.database();
  return { profile, workbench, database };
}

test('two sound homes agree', async () => {
  const { workbench } = await worked();
  expect(await workbench.checkHomes()).toEqual({ entries: 10, inJournal: 10, faults: [] });
});

test('an entry that was changed in the store is found, by its checksum and by the journal', async () => {
  const { workbench, database } = await worked();
  const row = await database.entries.get(5);
  await database.entries.put({ seq: 5, json: `${row?.json} ` });
  expect((await workbench.checkHomes()).faults).toEqual([
    { words: 'The log in the working store is not as it was written: its checksum differs.', home: 'store' },
    { words: 'Entry 5 of the journal is not that of the working store.', home: 'journal' },
  ]);
});

test('a journal that lacks entries is found', async () => {
  const { workbench, profile } = await worked();
  profile.disk.journal.splice(6);
  expect((await workbench.checkHomes()).faults).toEqual([
    { words: 'The journal ends at entry 6, the working store at entry 10.', home: 'journal' },
  ]);
});

test('a store that lost rows is found', async () => {
  const { workbench, database } = await worked();
  await database.spans.delete(['a', 's3']);
  expect((await workbench.checkHomes()).faults).toEqual([
    { words: 'The working store is damaged: it holds 7 of 8 annotations.', home: 'store' },
  ]);
});
