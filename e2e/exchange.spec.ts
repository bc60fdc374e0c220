import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { annotations, card, expectAnnotations } from './gestures/annotations.ts';
import { articleFile } from './gestures/article-files.ts';
import { articles, expectShown, showArticle } from './gestures/article-list.ts';
import { beginExport, type Dataset, exportDataset, offerDataset } from './gestures/datasets.ts';
import { expectText, selectWords } from './gestures/drawn-text.ts';
import { appRoot } from './harness/electron-executable.ts';
import { expect, test } from './harness/fixtures.ts';
import type { LaunchOptions, RunningApp } from './harness/launch.ts';
import { menu, menuItem } from './harness/menu.ts';
import { waitSaved } from './harness/saved.ts';

/** An astral character before the spans tells code points from UTF-16 units. */
const tariffs =
  '🚢 Tariffs rise\n\nThe minister, Ilse Tarrant, said on Thursday that fees would double in Velmar. “No more,” she said.';
const bread = 'A toll on bread\n\n“This is a toll on bread,” said Marek Ode.';

type Launch = (options?: LaunchOptions) => Promise<RunningApp>;

/** A project of the sample and two articles: spans of every tag, a link, a note, a flag and a discontinuous span. */
async function taggedProject(launch: Launch): Promise<RunningApp> {
  const running = await launch({
    files: [articleFile('tariffs.txt', tariffs), articleFile('bread.txt', bread)],
  });
  const { page } = running;
  await expectText(page, bread);
  await selectWords(page, bread, 'Marek Ode');
  await page.keyboard.press('1');
  await showArticle(page, '🚢 Tariffs rise');
  await expectText(page, tariffs);
  const tags: [string, string][] = [
    ['Ilse Tarrant', '1'],
    ['Velmar', '3'],
    ['Thursday', '4'],
    ['fees would double', '2'],
  ];
  for (const [words, key] of tags) {
    await selectWords(page, tariffs, words);
    await page.keyboard.press(key);
  }
  await page.keyboard.press('r');
  await page.keyboard.press('f');
  await selectWords(page, tariffs, 'No more');
  await page.keyboard.press('+');
  await page.keyboard.press('n');
  await page.keyboard.insertText('In two “pieces”.');
  await page.keyboard.press('Control+Enter');
  await expect(card(page).getByRole('list', { name: 'Links' })).toContainText('Ilse Tarrant');
  await waitSaved(page);
  return running;
}

function cli(...args: string[]): Promise<{ stdout: string; stderr: string }> {
  return promisify(execFile)(process.execPath, [join(appRoot, 'out/cli/index.js'), ...args]);
}

function expectValid(dataset: Dataset): void {
  const schema = JSON.parse(readFileSync(join(appRoot, 'resources/ascribe-dataset.schema.json'), 'utf8'));
  const validate = new Ajv2020({ allErrors: true, strict: false, validateFormats: false }).compile(schema);
  validate(dataset);
  expect(validate.errors).toBeNull();
}

test('what is exported is valid, restores exactly and is read by the command line', async ({ launch }) => {
  const first = await taggedProject(launch);
  const path = test.info().outputPath('first.json');
  const exported = await exportDataset(first, path);
  expectValid(exported);
  const article = exported.articles.find(({ text }) => text === tariffs);
  expect(article?.spans).toHaveLength(4);
  expect(article?.relations).toHaveLength(1);
  const points = [...tariffs];
  for (const { start, text } of article?.spans ?? []) {
    expect(text.startsWith(points.slice(start, start + 6).join(''))).toBe(true);
  }

  const second = await launch();
  const offer = await offerDataset(second, path);
  await expect(offer).toContainText('“first.json” holds 3 articles');
  await expect(offer).toContainText('Nothing is left out.');
  await expect(offer.getByRole('button', { name: 'Import' })).toBeFocused();
  await second.page.keyboard.press('Enter');
  await expect(offer).toBeHidden();
  await expect(articles(second.page)).toHaveCount(3);
  await waitSaved(second.page);
  const again = await exportDataset(second, test.info().outputPath('again.json'));
  // When the project was begun is a time of the act: the one that takes the dataset in began at another.
  const { project, ...rest } = exported;
  expect(again).toEqual({ ...rest, project: { ...project, createdAt: expect.any(String) } });

  await expect(cli('validate', path)).resolves.toMatchObject({ stderr: '' });
  const converted = test.info().outputPath('converted.json');
  await expect(cli('convert', path, '--out', converted)).resolves.toMatchObject({ stderr: '' });
  const { articles: kept }: Dataset = JSON.parse(readFileSync(converted, 'utf8'));
  expect(kept).toEqual(exported.articles);
});

test('only the articles asked for are exported, and a cancelled save dialog writes nothing', async ({
  launch,
}) => {
  const running = await taggedProject(launch);
  const { page } = running;
  const path = test.info().outputPath('one.json');
  await menu(running.app, 'file.export');
  const dialog = page.getByRole('dialog', { name: 'Export dataset' });
  await expect(dialog.getByRole('combobox', { name: 'Format' }).locator('option').first()).toContainText(
    'Ascribe',
  );
  await dialog.getByRole('radio', { name: 'This article' }).check();
  await expect(dialog).toContainText('1 article, 4 annotations, 1 link. This format holds everything.');
  await running.app.evaluate(({ dialog: dialogs }) => {
    dialogs.showSaveDialog = async () => ({ canceled: true, filePath: '' });
  });
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(dialog).toBeVisible();
  await running.app.evaluate(({ dialog: dialogs }, filePath) => {
    dialogs.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByRole('log', { name: 'Messages' })).toContainText('“one.json” written');
  const { articles: only }: Dataset = JSON.parse(readFileSync(path, 'utf8'));
  expect(only.map(({ text }) => text)).toEqual([tariffs]);
});

test('merging into a project that has an article adds what is new, says so, and is undone in one step', async ({
  launch,
}) => {
  const first = await taggedProject(launch);
  const path = test.info().outputPath('handed-on.json');
  await exportDataset(first, path);
  await first.close();

  const second = await launch({ files: [articleFile('same.txt', tariffs)] });
  const { app, page } = second;
  await expectText(page, tariffs);
  await selectWords(page, tariffs, 'she');
  await page.keyboard.press('1');
  await expectAnnotations(page, ['Speaker: she']);
  const offer = await offerDataset(second, path);
  await expect(offer).toContainText('Comes in: 1 new article, 5 annotations, 1 link');
  await expect(offer).toContainText('Here already: 2 articles');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('log', { name: 'Messages' })).toContainText('“handed-on.json” imported.');
  await expect(articles(page)).toHaveCount(3);
  await expect(annotations(page)).toHaveCount(5);
  await showArticle(page, 'A toll on bread');
  await expectAnnotations(page, ['Speaker: Marek Ode']);
  await showArticle(page, '🚢 Tariffs rise');
  await expect
    .poll(async () => (await menuItem(app, 'edit.undo'))?.label)
    .toBe('Undo import “handed-on.json”');
  await menu(app, 'edit.undo');
  await expectAnnotations(page, ['Speaker: she']);
  await expect(articles(page)).toHaveCount(2);
  await waitSaved(page);

  const redone = await offerDataset(second, path);
  await redone.getByRole('button', { name: 'Import' }).click();
  await expect(redone).toBeHidden();
  const third = await offerDataset(second, path);
  await expect(third).toContainText('All of it is in this project already.');
  await page.keyboard.press('Enter');
  await expect(third).toBeHidden();
  await expect(annotations(page)).toHaveCount(5);
});

test('a damaged dataset changes nothing and says what is wrong', async ({ launch }) => {
  const running = await taggedProject(launch);
  const { page } = running;
  const path = test.info().outputPath('sound.json');
  await exportDataset(running, path);
  const sound = readFileSync(path, 'utf8');
  const before = await annotations(page).evaluateAll((items) => items.map((item) => item.ariaLabel));

  const notWhole: [string, string, RegExp][] = [
    ['cut.json', sound.slice(0, sound.length / 2), /“cut\.json”/],
    [
      'later.json',
      sound.replace('"version": 1', '"version": 2').replace('"version":1', '"version":2'),
      /“later\.json”.*newer/,
    ],
    ['other.json', '{"some": "json"}', /“other\.json”/],
  ];
  for (const [name, content, words] of notWhole) {
    await offerDataset(running, articleFile(name, content));
    const refusal = page.getByRole('alertdialog', { name: '1 file could not be opened' });
    await expect(refusal.getByRole('listitem')).toHaveText(words);
    await page.keyboard.press('Escape');
    await expect(refusal).toBeHidden();
  }

  const damaged = JSON.parse(sound.replaceAll('Ilse Tarrant', 'Ilsa Tarrant')) as Dataset;
  const file = articleFile(
    'drifted.json',
    JSON.stringify({
      ...damaged,
      articles: damaged.articles.map((article) => ({
        ...article,
        spans: article.spans.map((span) =>
          span.tag === 'date' ? { ...span, start: 1e9, end: 1e9 + 5 } : span,
        ),
      })),
    }),
  );
  const offer = await offerDataset(running, file);
  await expect(offer.getByRole('region', { name: 'What will not come in as it stands' })).toContainText(
    /span "/,
  );
  await offer.getByRole('button', { name: 'Cancel' }).click();
  await expect(offer).toBeHidden();
  await expect(articles(page)).toHaveCount(3);
  expect(await annotations(page).evaluateAll((items) => items.map((item) => item.ariaLabel))).toEqual(before);
  await expectShown(page, '🚢 Tariffs rise');
});

test.describe('when the disk fails', () => {
  for (const fault of [
    { call: 'write', fault: 'ENOSPC', words: 'the disk is full' },
    { call: 'write', fault: 'lie', words: 'what was read back from the disk differs' },
    { call: 'sync', fault: 'EIO', words: 'the system reports EIO' },
    { call: 'rename', fault: 'EACCES', words: 'you do not have the permission' },
  ]) {
    test(`${fault.fault} at ${fault.call} leaves the old file and says so`, async ({ launch }) => {
      const running = await launch({ env: { ASCRIBE_FAULTS: '[]' } });
      const folder = test.info().outputPath('handed-on');
      mkdirSync(folder);
      const path = join(folder, 'work.json');
      writeFileSync(path, 'the old file');
      const { call, fault: kind } = fault;
      await running.app.evaluate(
        (_electron, faults) => {
          process.env.ASCRIBE_FAULTS = faults;
        },
        JSON.stringify([{ call, path: folder, fault: kind }]),
      );
      await beginExport(running, path);
      const message = running.page.getByRole('log', { name: 'Messages' });
      await expect(message).toContainText(
        '“work.json” was not written; an older file of that name is as it was.',
      );
      await expect(message).toContainText(fault.words);
      expect(readFileSync(path, 'utf8')).toBe('the old file');
      expect(readdirSync(folder)).toEqual(['work.json']);
      await running.app.evaluate(() => {
        process.env.ASCRIBE_FAULTS = '[]';
      });
      await exportDataset(running, path);
    });
  }
});
