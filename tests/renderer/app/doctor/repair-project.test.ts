import { expect, test } from 'vitest';
import type { Span } from '../../../../src/core/model/span.ts';
import type { Application } from '../../../../src/renderer/app/application.ts';
import {
  type Examination,
  examineProject,
  notExamined,
} from '../../../../src/renderer/app/doctor/examine-project.ts';
import { repairPlan, repairProject } from '../../../../src/renderer/app/doctor/repair-project.ts';
import { spanRowOf } from '../../../../src/renderer/db/table-writes.ts';
import { articleOf } from '../../../core/arbitraries/article.ts';
import { linkOf, Profile, spanOf } from '../../fakes/project.ts';

const article = articleOf('The minister resigned.\nNobody was surprised in Oslo.', 'a');
const other = articleOf('Another text.', 'b');
const claim = spanOf(article, 'claim', 4, 12);
const shifted: Span = { ...spanOf(article, 'shifted', 47, 51), fragments: [{ start: 40, end: 44 }] };
const strange: Span = { ...spanOf(article, 'strange', 13, 21), tag: 'rumour' };

/** A project whose store holds what no operation would make. */
async function worked() {
  const profile = new Profile();
  const { workbench } = await profile.start();
  workbench.commit({ type: 'article.add', article }, 'open article');
  workbench.commit({ type: 'article.add', article: other }, 'open article');
  for (const span of [claim, { ...claim, id: 'shifted' }, { ...claim, id: 'strange' }]) {
    workbench.commit({ type: 'span.add', span }, 'tag claim');
  }
  workbench.commit(
    { type: 'relation.add', relation: linkOf('link', claim, { ...claim, id: 'strange' }) },
    'link',
  );
  await workbench.whenSaved(5_000);
  const database = await profile.database();
  await database.spans.bulkPut([shifted, strange].map(spanRowOf));
  await database.relations.put({ ...linkOf('link', claim, strange), to: 'gone' });
  database.close();
  const again = await profile.start();
  return { profile, ...again, app: { workbench: again.workbench } as unknown as Application };
}

async function examined(app: Application): Promise<Examination> {
  let last = notExamined;
  for await (const value of examineProject(app)) last = value;
  return last;
}

test.each(['closed', 'open'])(
  'what does not fit is told, and mended in one step, in an article that is %s',
  async (state) => {
    const { app, profile, workbench } = await worked();
    if (state === 'open') await workbench.openArticle('a');
    const found = await examined(app);
    expect(found.found.map(({ finding }) => [finding.span, finding.mend?.kind])).toEqual([
      ['shifted', 'place'],
      ['strange', 'tag'],
      ['claim', 'unlink'],
    ]);
    expect(found.homes).toEqual([]);
    expect(repairPlan(found)).toEqual([
      '1 annotation will be kept where the text reads them.',
      '1 tag that the tag set lacks will be added to it.',
      '1 link without one of its ends will be taken away.',
    ]);
    await repairProject(app, found);
    expect((await examined(app)).found).toEqual([]);
    await workbench.whenSaved(5_000);
    const next = await profile.start();
    const kept = await next.workbench.examineArticle('a');
    expect([kept.misfits, kept.article.relations.size]).toEqual([[], 0]);
    expect(kept.article.spans.get('shifted')?.fragments).toEqual([{ start: 47, end: 51 }]);
    expect(next.workbench.project.getState().history.undo.at(-1)?.label).toBe('repair the project');
    await next.workbench.openArticle('a');
    await next.workbench.undo();
    expect(next.workbench.project.getState().project.tagSet.tags.some(({ id }) => id === 'rumour')).toBe(
      false,
    );
  },
);

test('a journal that lacks entries gets a snapshot of the working store', async () => {
  const { app, profile, workbench } = await worked();
  profile.disk.journal.splice(4);
  const found = await examined(app);
  expect(repairPlan(found)).toContain('The journal will get a snapshot of the working store.');
  await repairProject(app, { ...found, found: [] });
  expect([...profile.disk.snapshots.keys()]).toEqual([7]);
  expect((await workbench.checkHomes()).faults).toEqual([]);
});

test('a working store that lost rows is made anew from the journal', async () => {
  const { app, profile, workbench } = await worked();
  const database = await profile.database();
  await database.spans.delete(['a', 'claim']);
  database.close();
  const found = await examined(app);
  expect(repairPlan(found)).toContain(
    'The working store will be made anew from the journal and its snapshots.',
  );
  await repairProject(app, { ...found, found: [] });
  expect(profile.disk.generation).toBe(2);
  expect((await workbench.checkHomes()).faults).toEqual([]);
  expect((await workbench.readArticle('a')).spans.has('claim')).toBe(true);
});

test('there is nothing to repair in a sound project', async () => {
  const profile = new Profile();
  const { workbench } = await profile.start();
  workbench.commit({ type: 'article.add', article }, 'open article');
  await workbench.whenSaved(5_000);
  const app = { workbench } as unknown as Application;
  expect(repairPlan(await examined(app))).toEqual([]);
});
