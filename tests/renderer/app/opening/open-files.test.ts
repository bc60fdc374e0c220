import { strToU8, zipSync } from 'fflate';
import { expect, test, vi } from 'vitest';
import type { ColumnRole } from '../../../../src/core/formats/article-table/column-roles.ts';
import { openArrival } from '../../../../src/renderer/app/opening/open-arrival.ts';
import { openPastedText } from '../../../../src/renderer/app/opening/open-clipboard.ts';
import { type TestApplication, testApplication } from '../test-application.ts';

/** Files that main would read, by name; a string that starts with “!” is main’s refusal. */
function withFiles(
  { bridge }: TestApplication,
  contents: Readonly<Record<string, string>>,
  ...names: string[]
) {
  const tokens = new Map(Object.keys(contents).map((name) => [crypto.randomUUID() as string, name]));
  bridge.overrides['files.read'] = ({ token }) => {
    const name = tokens.get(token) ?? '';
    const content = contents[name] ?? '';
    if (content.startsWith('!'))
      return { ok: false, reason: { code: 'vanished', message: content.slice(1) } };
    return { ok: true, value: { name, bytes: new TextEncoder().encode(content) } };
  };
  const wanted = names.length > 0 ? names : Object.keys(contents);
  const files = [...tokens].map(([token, name]) => ({ token, name, byteLength: 1 }));
  return { files: wanted.flatMap((name) => files.filter((file) => file.name === name)), refused: [] };
}

function titles({ app }: TestApplication): string[] {
  return [...app.workbench.project.getState().articles.values()].map(({ record }) => record.title);
}

/** Answers the question that is open, once there is one. */
async function answer({ app }: TestApplication, open: boolean, forAll: boolean): Promise<void> {
  const question =
    app.interface.getState().question ??
    (await new Promise<NonNullable<ReturnType<typeof app.interface.getState>['question']>>((resolve) => {
      const stop = app.interface.subscribe((state) => {
        if (state.question === null) return;
        stop();
        resolve(state.question);
      });
    }));
  if (question.kind !== 'version') throw new Error('a question about a version was expected');
  question.answer({ open, forAll });
}

test('each file becomes an article in a step of its own, and the last is shown', async () => {
  const started = await testApplication();
  await openArrival(started.app, withFiles(started, { 'a.txt': 'First story', 'b.txt': 'Second story' }));
  expect(titles(started)).toEqual(['First story', 'Second story']);
  const { open, history } = started.app.workbench.project.getState();
  expect(open?.record.title).toBe('Second story');
  expect(history.undo.slice(-2).map(({ label }) => label)).toEqual(['open “a.txt”', 'open “b.txt”']);
  expect(started.notices()).toEqual(['2 articles opened.']);
  expect(started.app.interface.getState().progress).toBeNull();
});

test('files that cannot be opened are named, the others open', async () => {
  const started = await testApplication();
  const arrival = withFiles(started, {
    'a.txt': 'First story',
    'gone.txt': '!“gone.txt” is not there any more.',
    'empty.txt': '',
  });
  await openArrival(started.app, { ...arrival, refused: [{ name: 'dir', message: '“dir” is a folder.' }] });
  expect(titles(started)).toEqual(['First story']);
  const { dialog } = started.app.interface.getState();
  expect(dialog).toMatchObject({ kind: 'failures', opened: 1 });
  const failures = dialog?.kind === 'failures' ? dialog.failures : [];
  expect(failures.map(({ name }) => name)).toEqual(['dir', 'gone.txt', 'empty.txt']);
  expect(failures[1]?.message).toBe('“gone.txt” is not there any more.');
});

test('the same bytes again show the article there is', async () => {
  const started = await testApplication();
  await openArrival(started.app, withFiles(started, { 'a.txt': 'First story' }));
  await openArrival(started.app, withFiles(started, { 'b.txt': 'Second story' }));
  await openArrival(started.app, withFiles(started, { 'copy.txt': 'First story' }));
  expect(titles(started)).toEqual(['First story', 'Second story']);
  expect(started.app.workbench.project.getState().open?.record.title).toBe('First story');
});

test('the same bytes bring an article back from the trash', async () => {
  const started = await testApplication();
  await openArrival(started.app, withFiles(started, { 'a.txt': 'First story' }));
  await started.run('file.trash');
  await openArrival(started.app, withFiles(started, { 'a.txt': 'First story' }));
  const [summary] = started.app.workbench.project.getState().articles.values();
  expect(summary?.record.trashedAt).toBeNull();
  expect(titles(started)).toHaveLength(1);
});

test('other bytes under the same name are a new version, if that is wanted', async () => {
  const started = await testApplication();
  await openArrival(started.app, withFiles(started, { 'a.txt': 'First story' }));
  const opening = openArrival(started.app, withFiles(started, { 'a.txt': 'First story, mended' }));
  await answer(started, true, false);
  await opening;
  expect(titles(started)).toEqual(['First story', 'First story, mended']);
  const [old, fresh] = [...started.app.workbench.project.getState().articles.values()];
  expect(fresh?.record.versionOf).toBe(old?.record.id);
  expect(started.app.interface.getState().question).toBeNull();
});

test('an ignored version changes nothing, and one answer can stand for all', async () => {
  const started = await testApplication();
  await openArrival(started.app, withFiles(started, { 'a.txt': 'A', 'b.txt': 'B', 'c.txt': 'C' }));
  const steps = started.app.workbench.project.getState().history.undo.length;
  const opening = openArrival(
    started.app,
    withFiles(started, { 'a.txt': 'A2', 'b.txt': 'B2', 'c.txt': 'C2' }),
  );
  await answer(started, false, true);
  await opening;
  expect(titles(started)).toEqual(['A', 'B', 'C']);
  expect(started.app.workbench.project.getState().history.undo).toHaveLength(steps);
  expect(started.notices().at(-1)).toBe('3 new versions ignored.');
});

test('opening many files shows progress and can be cancelled', async () => {
  const started = await testApplication();
  const contents = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`${i}.txt`, `Story ${i}`]));
  const seen: string[] = [];
  started.app.interface.subscribe(({ progress }) => {
    if (progress === null) return;
    seen.push(`${progress.done} of ${progress.total}`);
    if (progress.done === 2) progress.cancel();
  });
  await openArrival(started.app, withFiles(started, contents));
  expect(seen).toEqual(['0 of 20', '1 of 20', '2 of 20']);
  expect(titles(started)).toHaveLength(3);
  expect(started.notices().at(-1)).toBe('3 articles opened. Cancelled: 17 files not opened.');
});

test('arrivals wait for each other', async () => {
  const started = await testApplication();
  const first = openArrival(started.app, withFiles(started, { 'a.txt': 'A', 'b.txt': 'B' }));
  const files = withFiles(started, { 'a.txt': 'A', 'b.txt': 'B', 'c.txt': 'C' }, 'c.txt');
  await Promise.all([first, openArrival(started.app, files)]);
  expect(titles(started).at(-1)).toBe('C');
});

test('a dataset on its own is offered for import; among others it is named', async () => {
  const started = await testApplication();
  const plan = { effects: [], operation: null };
  const offer = { fileName: 'd.json', mapping: {}, plan: async () => plan };
  const { app } = started;
  const prepared: string[] = [];
  Object.assign(app.importing, {
    prepare: async (files: readonly { name: string }[]) => {
      prepared.push(...files.map(({ name }) => name));
      return { ok: true, value: offer };
    },
  });
  const dataset = '{"format": "ascribe-dataset", "version": 1, "offsetUnit": "codePoint", "articles": []}';
  await openArrival(app, withFiles(started, { 'd.json': dataset }));
  expect(prepared).toEqual(['d.json']);
  expect(app.interface.getState().dialog).toEqual({ kind: 'import', offer, plan });
  expect(titles(started)).toEqual([]);

  await openArrival(app, withFiles(started, { 'd.json': dataset, 'empty.txt': '' }));
  expect(prepared).toHaveLength(1);
  expect(app.interface.getState().dialog).toMatchObject({ kind: 'failures' });
});

test('pasted text is an article without versions', async () => {
  const started = await testApplication();
  await openPastedText(started.app, 'One\n\nText');
  await openPastedText(started.app, 'Two\n\nText');
  expect(titles(started)).toEqual(['One', 'Two']);
  await openPastedText(started.app, '  \n');
  expect(titles(started)).toHaveLength(2);
  expect(started.notices().at(-1)).toMatch(/^There is no text on the clipboard/);
});

/** Answers what is asked about columns, once it is, and says what was proposed. */
async function answerColumns({ app }: TestApplication, roles: readonly ColumnRole[] | 'proposed' | null) {
  const question = await vi.waitUntil(() => app.interface.getState().question);
  if (question?.kind !== 'columns') throw new Error('a question about columns was expected');
  question.answer(roles === 'proposed' ? question.roles : roles);
  return question.roles;
}

const table = 'id,headline,body\n1,One,First.\n2,Two,Second.\n';

test('the rows of a table become articles in one step, once its columns are known', async () => {
  const started = await testApplication();
  const opening = openArrival(started.app, withFiles(started, { 'news.csv': table, 'b.csv': table }));
  expect(await answerColumns(started, 'proposed')).toEqual(['identifier', 'title', 'text']);
  await opening;
  // The second file’s rows are the same words under another name: asked about no more, and there already.
  expect(titles(started)).toEqual(['One', 'Two']);
  const { history } = started.app.workbench.project.getState();
  expect(history.undo.map(({ label }) => label)).toEqual(['create project', 'open “news.csv”']);
  expect(started.notices()).toEqual(['2 articles opened. 2 articles were in the project already.']);
  expect(started.app.settings.current.tableColumns).toEqual([
    { columns: ['id', 'headline', 'body'], roles: ['identifier', 'title', 'text'] },
  ]);
});

test('what was said of columns is proposed for the next such table; one that is not wanted opens nothing', async () => {
  const started = await testApplication();
  const opening = openArrival(started.app, withFiles(started, { 'news.csv': table }));
  await answerColumns(started, ['none', 'text', 'text']);
  await opening;
  const again = openArrival(started.app, withFiles(started, { 'more.csv': `${table}3,Three,Third.\n` }));
  expect(await answerColumns(started, null)).toEqual(['none', 'text', 'text']);
  await again;
  expect(titles(started)).toEqual(['One', 'Two']);
  expect(started.app.interface.getState().dialog).toBeNull();
});

test('a row that changed is a new version of its article', async () => {
  const started = await testApplication();
  const opening = openArrival(started.app, withFiles(started, { 'news.csv': table }));
  await answerColumns(started, 'proposed');
  await opening;
  const changed = table.replace('Second', 'Mended');
  const again = openArrival(started.app, withFiles(started, { 'news.csv': changed }));
  await answerColumns(started, 'proposed');
  await answer(started, true, false);
  await again;
  const records = [...started.app.workbench.project.getState().articles.values()].map(({ record }) => record);
  expect(records.map(({ source }) => source.fileName)).toEqual([
    'news.csv · 1',
    'news.csv · 2',
    'news.csv · 2',
  ]);
  expect(records[2]?.versionOf).toBe(records[1]?.id);
});

test('the files in a ZIP are opened, those that cannot be are named', async () => {
  const started = await testApplication();
  const zip = zipSync({ 'a.txt': strToU8('A'), 'b.csv': strToU8(table), 'c.txt': new Uint8Array() });
  const arrival = withFiles(started, { 'all.zip': '' });
  started.bridge.overrides['files.read'] = () => ({
    ok: true,
    value: { name: 'all.zip', bytes: Uint8Array.from(zip) },
  });
  const opening = openArrival(started.app, arrival);
  await answerColumns(started, 'proposed');
  await opening;
  expect(titles(started)).toEqual(['A', 'One', 'Two']);
  const { dialog } = started.app.interface.getState();
  expect(dialog).toMatchObject({ kind: 'failures', opened: 3, failures: [{ name: 'all.zip › c.txt' }] });
});
