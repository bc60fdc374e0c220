import { expect, test } from 'vitest';
import { keepRowsInStep } from '../../../../src/renderer/app/concordance/keep-rows.ts';
import { changeConcordance } from '../../../../src/renderer/app/concordance/run-concordance.ts';
import { tagPlaces } from '../../../../src/renderer/app/tag-places.ts';
import { testApplication } from '../test-application.ts';

const row = {
  key: 'a 9',
  articleId: 'a',
  start: 9,
  end: 13,
  left: 'Ann said ',
  keyword: 'fees',
  right: '.',
  span: null,
  tags: [],
};

test('rows say what is tagged, through undo and redo', async () => {
  const { app } = await testApplication('Ann said fees.');
  changeConcordance(app, { rows: [row], found: 1 });
  const release = keepRowsInStep(app);
  const tags = () => app.interface.getState().concordance.rows.map((one) => one.tags);
  await tagPlaces(app, [row], 'claim');
  await expect.poll(tags).toEqual([['claim']]);
  await app.workbench.undo();
  await expect.poll(tags).toEqual([[]]);
  await app.workbench.redo();
  await expect.poll(tags).toEqual([['claim']]);
  release();
});

test('the row of an annotation goes with it, and comes back with it', async () => {
  const { app } = await testApplication('Ann said fees.');
  await tagPlaces(app, [row], 'claim');
  const [span] = app.workbench.project.getState().open?.spans.ordered ?? [];
  if (span === undefined) throw new Error('the article has an annotation');
  changeConcordance(app, { rows: [{ ...row, key: span.id, span, tags: ['claim'] }], found: 1 });
  const release = keepRowsInStep(app);
  await app.workbench.undo();
  await expect
    .poll(() => app.interface.getState().concordance)
    .toMatchObject({ gone: new Set([span.id]), found: 0 });
  await app.workbench.redo();
  await expect.poll(() => app.interface.getState().concordance).toMatchObject({ gone: new Set(), found: 1 });
  release();
});
