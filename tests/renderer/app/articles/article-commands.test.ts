import { expect, test } from 'vitest';
import { commands } from '../../../../src/bridge/commands.ts';
import { moveBefore } from '../../../../src/renderer/app/articles/article-actions.ts';
import { noFilter } from '../../../../src/renderer/app/articles/article-filter.ts';
import { labelChoices } from '../../../../src/renderer/app/articles/label-choices.ts';
import { removeArticle } from '../../../../src/renderer/app/remove-article.ts';
import { articleOf } from '../../../core/arbitraries/article.ts';
import { selectWords, type TestApplication, testApplication } from '../test-application.ts';

/** Four articles a, b, c, d; a is open. */
async function fourArticles(): Promise<TestApplication> {
  const made = await testApplication('“We go,” said Anna.');
  for (const id of ['b', 'c', 'd']) {
    made.app.workbench.commit({ type: 'article.add', article: articleOf(`Text ${id}.`, id) }, 'open');
  }
  return made;
}

function listOf({ app }: TestApplication): string {
  const { articles } = app.workbench.project.getState();
  return [...articles.values()]
    .map(({ record }) => (record.trashedAt === null ? record.id : `(${record.id})`))
    .join('');
}

function statesOf({ app }: TestApplication): string[] {
  return [...app.workbench.project.getState().articles.values()].map(({ record }) => record.state);
}

function openOf({ app }: TestApplication): string | undefined {
  return app.workbench.project.getState().open?.record.id;
}

test('a state is that of the open article, or of all that are selected, and one undo takes it back', async () => {
  const made = await fourArticles();
  await made.run('article.discuss');
  expect(statesOf(made)).toEqual(['discuss', 'todo', 'todo', 'todo']);
  made.app.articleList.select(['c', 'b'], 'b');
  await made.run('article.inProgress');
  expect(statesOf(made)).toEqual(['discuss', 'inProgress', 'inProgress', 'todo']);
  await made.app.workbench.undo();
  expect(statesOf(made)).toEqual(['discuss', 'todo', 'todo', 'todo']);
  expect(openOf(made), 'taking back what was done in the list opens nothing').toBe('a');
});

test('done with a claim that has no speaker is allowed, says so and offers the next unfinished article', async () => {
  const made = await fourArticles();
  selectWords(made.app, '“We go,”');
  await made.run('annotation.tag2');
  expect(statesOf(made)[0]).toBe('inProgress');
  await made.run('article.done');
  expect(statesOf(made)[0]).toBe('done');
  expect(made.notices().at(-1)).toContain('1 claim still without a speaker');
  const action = made.app.notices.store.getState().at(-1)?.action;
  expect(action?.label).toContain('Next unfinished');
  action?.run();
  await expect.poll(() => openOf(made)).toBe('b');
});

test('tagging puts an article that is to do in progress, in one step, unless that is switched off', async () => {
  const made = await fourArticles();
  selectWords(made.app, 'Anna');
  await made.run('annotation.tag1');
  expect(statesOf(made)[0]).toBe('inProgress');
  await made.app.workbench.undo();
  expect(statesOf(made)[0]).toBe('todo');
  expect(made.app.workbench.project.getState().open?.spans.size).toBe(0);
  await made.run('article.beginByTagging');
  selectWords(made.app, 'Anna');
  await made.run('annotation.tag1');
  expect(statesOf(made)[0]).toBe('todo');
});

test('next unfinished passes over what is done or waits for others, and goes round', async () => {
  const made = await fourArticles();
  made.app.articleList.select(['b'], 'b');
  await made.run('article.done');
  made.app.articleList.select(['d'], 'd');
  await made.run('article.discuss');
  made.app.articleList.clearSelection();
  await made.run('go.nextUnfinished');
  expect(openOf(made)).toBe('c');
  await made.run('go.nextUnfinished');
  expect(openOf(made)).toBe('a');
  await made.run('article.done');
  await made.run('go.nextUnfinished');
  await made.run('article.done');
  await made.run('go.nextUnfinished');
  expect(made.notices().at(-1)).toContain('No other article');
});

test('next and previous follow the order and the filter that the list shows', async () => {
  const made = await fourArticles();
  made.app.settings.change({ articleSortReversed: true });
  await made.run('go.nextArticle');
  expect(openOf(made)).toBe('a');
  await made.run('go.previousArticle');
  expect(openOf(made)).toBe('b');
  made.app.settings.change({ articleSortReversed: false });
  made.app.articleList.select(['a', 'd'], 'a');
  await made.run('article.discuss');
  made.app.articleList.clearSelection();
  made.app.articleList.setFilter({ ...noFilter, states: ['discuss'] });
  await made.run('go.nextArticle');
  expect(openOf(made)).toBe('d');
});

test('an article moves by commands, one step at a time or all the way, and undo brings it back', async () => {
  const made = await fourArticles();
  await made.run('article.moveDown');
  expect(listOf(made)).toBe('bacd');
  await made.run('article.moveToEnd');
  expect(listOf(made)).toBe('bcda');
  await made.run('article.moveUp');
  expect(listOf(made)).toBe('bcad');
  await made.run('article.moveToTop');
  expect(listOf(made)).toBe('abcd');
  await made.run('article.moveUp');
  expect(listOf(made)).toBe('abcd');
  for (const expected of ['bcad', 'bcda', 'bacd', 'abcd']) {
    await made.app.workbench.undo();
    expect(listOf(made)).toBe(expected);
  }
});

test('in a list that is filtered or sorted nothing is moved, and it is said why', async () => {
  const made = await fourArticles();
  made.app.articleList.search('Text');
  expect(moveBefore(made.app, 'd', 'a')).toBe(false);
  expect(listOf(made)).toBe('abcd');
  expect(made.notices().at(-1)).toContain('moved in their own order');
});

test('several go to the trash and come back in one step each, and what follows the open one is shown', async () => {
  const made = await fourArticles();
  made.app.articleList.select(['a', 'b'], 'a');
  await made.run('file.trash');
  expect(listOf(made)).toBe('(a)(b)cd');
  await expect.poll(() => openOf(made)).toBe('c');
  expect(made.app.articleList.store.getState().selected.size).toBe(0);
  await made.app.workbench.undo();
  expect(listOf(made)).toBe('abcd');
});

test('an article that was removed comes back to its old place, and is then what it was', async () => {
  const made = await fourArticles();
  const { articles } = made.app.workbench.project.getState();
  const before = articles.get('b');
  const article = await made.app.workbench.readArticle('b');
  made.app.workbench.commit(removeArticle(article, before?.order ?? 0), 'remove');
  expect(listOf(made)).toBe('acd');
  await made.app.workbench.undo();
  expect(listOf(made)).toBe('abcd');
  expect(made.app.workbench.project.getState().articles.get('b')).toEqual(before);
});

test('labels and note open their dialogs for what is selected', async () => {
  const made = await fourArticles();
  made.app.articleList.select(['b', 'c'], 'b');
  await made.run('article.labels');
  expect(made.app.interface.getState().dialog).toEqual({ kind: 'labels', articles: ['b', 'c'] });
  made.app.articleList.clearSelection();
  await made.run('article.note');
  expect(made.app.interface.getState().dialog).toEqual({ kind: 'articleNote', article: 'a' });
  expect(commands['article.labels'].keys).toEqual(['CmdOrCtrl+L']);
});

test('labels are offered by a few letters, those that begin with them first, and what is typed as a new one', () => {
  const records = [{ ...articleOf('A.').record, labels: ['Ports'] }, articleOf('B.').record];
  expect(labelChoices(['Airports', 'Fees', 'Ports'], records, 'port')).toEqual([
    { label: 'Ports', on: 'some', isNew: false },
    { label: 'Airports', on: 'none', isNew: false },
    { label: 'port', on: 'none', isNew: true },
  ]);
  expect(labelChoices(['Ports'], records.slice(0, 1), 'Ports')).toEqual([
    { label: 'Ports', on: 'all', isNew: false },
  ]);
});
