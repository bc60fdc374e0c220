import { expect, test } from 'vitest';
import { findMatches, openFind, search, showNextMatch } from '../../../src/renderer/app/find-in-article.ts';
import { selectWords, testApplication } from './test-application.ts';

test('finds whatever the case, and takes the query literally', () => {
  expect(findMatches('Anna anna ANNA', 'anna')).toEqual([
    { start: 0, end: 4 },
    { start: 5, end: 9 },
    { start: 10, end: 14 },
  ]);
  expect(findMatches('a.c abc [x] 1-2', 'a.c')).toEqual([{ start: 0, end: 3 }]);
  expect(findMatches('a.c abc [x] 1-2', '[x] 1-2')).toEqual([{ start: 8, end: 15 }]);
  expect(findMatches('ÉTÉ été', 'été')).toHaveLength(2);
  expect(findMatches('abc', '')).toEqual([]);
});

test('offsets are UTF-16 units, also behind characters outside the basic plane', () => {
  expect(findMatches('😀 Anna', 'anna')).toEqual([{ start: 3, end: 7 }]);
  expect(findMatches('\ud800 Anna', 'anna')).toEqual([{ start: 2, end: 6 }]);
});

test('the first match behind the caret is shown, then the others in a circle', async () => {
  const { app } = await testApplication('Anna saw Anna and Anna.');
  app.workbench.select({ anchor: 5, focus: 5 });
  search(app, 'anna');
  expect(app.workbench.focus.getState().selection).toEqual({ anchor: 9, focus: 13 });
  showNextMatch(app, 1);
  showNextMatch(app, 1);
  expect(app.workbench.focus.getState().selection).toEqual({ anchor: 0, focus: 4 });
  showNextMatch(app, -1);
  expect(app.interface.getState().find).toMatchObject({ current: 2 });
});

test('the find bar opens with what is selected, else with the last query', async () => {
  const { app } = await testApplication('Anna saw Berta and Anna.');
  selectWords(app, 'Berta');
  openFind(app);
  expect(app.interface.getState().find).toMatchObject({ query: 'Berta', current: 0 });
  app.workbench.select({ anchor: 0, focus: 0 });
  openFind(app);
  expect(app.interface.getState().find?.query).toBe('Berta');
});
