import { expect, test } from 'vitest';
import { emptyQuery } from '../../../src/core/search/query.ts';
import { openFind, search, showNextMatch } from '../../../src/renderer/app/find-in-article.ts';
import { selectWords, testApplication } from './test-application.ts';

test('the first match behind the caret is shown, then the others in a circle', async () => {
  const { app } = await testApplication('Anna saw Anna and Anna.');
  app.workbench.select({ anchor: 5, focus: 5 });
  await search(app, { ...emptyQuery, words: 'anna' });
  expect(app.workbench.focus.getState().selection).toEqual({ anchor: 9, focus: 13 });
  await showNextMatch(app, 1);
  await showNextMatch(app, 1);
  expect(app.workbench.focus.getState().selection).toEqual({ anchor: 0, focus: 4 });
  await showNextMatch(app, -1);
  expect(app.interface.getState().find).toMatchObject({ current: 2, isSearching: false, isCapped: false });
});

test('the find bar opens with what is selected, else with the last query', async () => {
  const { app } = await testApplication('Anna saw Berta and Anna.');
  selectWords(app, 'Berta');
  await openFind(app);
  expect(app.interface.getState().find).toMatchObject({ query: { words: 'Berta' }, current: 0 });
  app.interface.setState({ find: null });
  app.workbench.select({ anchor: 0, focus: 0 });
  await openFind(app);
  expect(app.interface.getState().find?.query.words).toBe('Berta');
});

test('of two searches at once the later counts', async () => {
  const { app } = await testApplication('Anna saw Berta.');
  await Promise.all([
    search(app, { ...emptyQuery, words: 'anna' }),
    search(app, { ...emptyQuery, words: 'berta' }),
  ]);
  expect(app.interface.getState().find).toMatchObject({ query: { words: 'berta' }, matches: [{ start: 9 }] });
});

test('an expression that is not valid is told of, and finds nothing', async () => {
  const { app } = await testApplication('Anna (');
  await search(app, { ...emptyQuery, words: '(', mode: 'regularExpression' });
  expect(app.interface.getState().find).toMatchObject({
    matches: [],
    problem: 'A bracket ( is not closed.',
    current: -1,
  });
});

test('no more than ten thousand matches are counted', async () => {
  const { app } = await testApplication('a '.repeat(10_001));
  await search(app, { ...emptyQuery, words: 'a' });
  expect(app.interface.getState().find).toMatchObject({ isCapped: true });
  expect(app.interface.getState().find?.matches).toHaveLength(10_000);
});
