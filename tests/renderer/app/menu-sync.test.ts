import { expect, test } from 'vitest';
import { menuStateOf } from '../../../src/renderer/app/menu-sync.ts';
import { selectWords, testApplication } from './test-application.ts';

test('without an article nothing can be tagged, exported or taken back beyond the project', async () => {
  const { app } = await testApplication();
  const { disabled, tagNames, redo } = menuStateOf(app);
  expect(disabled).toEqual(
    expect.arrayContaining(['annotation.tag1', 'file.export', 'file.details', 'edit.redo']),
  );
  expect(disabled).not.toContain('file.open');
  expect(tagNames).toEqual(['Speaker', 'Claim', 'Location', 'Date', null, null, null, null, null]);
  expect(redo).toBeNull();
});

test('undo and redo are named after the step', async () => {
  const { app, run } = await testApplication('Anna waits.');
  selectWords(app, 'Anna');
  await run('annotation.tag2');
  expect(menuStateOf(app)).toMatchObject({ undo: 'tag claim', redo: null });
  await run('edit.undo');
  expect(menuStateOf(app)).toMatchObject({ redo: 'tag claim' });
});

test('ticks follow theme, pen, panels, snapping and the article’s state', async () => {
  const { app, run } = await testApplication('Anna waits.');
  expect(menuStateOf(app).checked).toEqual(
    expect.arrayContaining(['view.themeSystem', 'edit.snapToWords', 'view.articles', 'view.side']),
  );
  await run('view.themeDark');
  await run('annotation.pen');
  await run('view.side');
  await run('edit.snapToWords');
  const { checked } = menuStateOf(app);
  expect(checked).toEqual(
    expect.arrayContaining(['annotation.pen', 'article.todo', 'view.articles', 'view.themeDark']),
  );
  for (const id of ['view.themeSystem', 'edit.snapToWords', 'view.side', 'article.done'] as const) {
    expect(checked).not.toContain(id);
  }
});

test('of a project that can only be read nothing can be changed', async () => {
  const { app } = await testApplication('Anna waits.');
  app.workbench.project.setState({ saving: { kind: 'readOnly', message: 'A newer version made it.' } });
  expect(menuStateOf(app).disabled).toEqual(
    expect.arrayContaining(['file.open', 'file.import', 'annotation.tag1', 'edit.undo', 'file.trash']),
  );
  expect(menuStateOf(app).disabled).not.toContain('file.export');
});
