import { expect, test } from 'vitest';
import { apply } from '../../../src/core/operations/apply.ts';
import { removeArticle } from '../../../src/renderer/app/remove-article.ts';
import { selectWords, testApplication } from './test-application.ts';

test('an article goes with all that was made on it, and undo brings all of it back', async () => {
  const { app, run } = await testApplication('“We go,” said Anna.');
  selectWords(app, '“We go,”');
  await run('annotation.tag2');
  const claim = app.workbench.focus.getState().currentSpan;
  selectWords(app, 'Anna');
  await run('annotation.tag1');
  app.workbench.setCurrentSpan(claim);
  await run('annotation.link');
  const before = await app.workbench.readArticle('a');
  const { project } = app.workbench.project.getState();
  expect(apply({ project, articles: new Map([['a', before]]) }, removeArticle(before, 1))).toMatchObject({
    ok: true,
  });

  expect(app.workbench.commit(removeArticle(before, 1), 'remove “a”')).toBe(true);
  expect(app.workbench.project.getState().articles.size).toBe(0);
  await app.workbench.undo();
  expect(await app.workbench.readArticle('a')).toEqual(before);
});
