import { execFile } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, truncateSync, unlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { expectAnnotations } from './gestures/annotations.ts';
import { articleFile } from './gestures/article-files.ts';
import { articles, expectShown, showArticle } from './gestures/article-list.ts';
import { expectClean } from './gestures/axe.ts';
import { expectText, selectWords } from './gestures/drawn-text.ts';
import { sharedArticlePath, sharedData, sharedDataIsMissing } from './gestures/shared-article.ts';
import { articleText } from './gestures/text-places.ts';
import { answerOpenDialog } from './harness/dialogs.ts';
import { appRoot, electronExecutable } from './harness/electron-executable.ts';
import { expect, test } from './harness/fixtures.ts';
import type { RunningApp } from './harness/launch.ts';
import { menu } from './harness/menu.ts';
import { waitSaved } from './harness/saved.ts';

const sampleTitle = 'The island of Sellay';

function article(name: string, title: string): string {
  return articleFile(name, `${title}\n\nWords of ${title}.\n`);
}

async function openFiles({ app }: RunningApp, paths: readonly string[]): Promise<void> {
  await answerOpenDialog(app, paths);
  await menu(app, 'file.open');
}

function notice(page: Page, words: string | RegExp) {
  return page.getByRole('log', { name: 'Messages' }).getByText(words);
}

test.describe('ways in', () => {
  test('the command line opens each file and shows the last', async ({ launch }) => {
    const files = [article('one.txt', 'First one'), article('two.md', 'Second one')];
    const { page } = await launch({ files });
    await expectShown(page, 'Second one');
    await expect(articles(page)).toHaveCount(3);
    await expectText(page, readFileSync(files[1] ?? '', 'utf8'));
    await showArticle(page, 'First one');
    await expectText(page, readFileSync(files[0] ?? '', 'utf8'));
    await waitSaved(page);
  });

  test('File › Open takes several, File › Open folder all below', async ({ launch }) => {
    const running = await launch();
    const { app, page } = running;
    await openFiles(running, [article('a.txt', 'Alpha'), article('b.txt', 'Beta')]);
    await expectShown(page, 'Beta');
    await expect(notice(page, '2 articles opened.')).toBeVisible();
    const folder = join(dirname(article('x', 'x')), 'folder');
    mkdirSync(join(folder, 'inner'), { recursive: true });
    article('folder/2.txt', 'Gamma 2');
    article('folder/10.txt', 'Gamma 10');
    article('folder/inner/1.txt', 'Inner');
    article('folder/.hidden', 'Hidden');
    await answerOpenDialog(app, [folder]);
    await menu(app, 'file.openFolder');
    await expectShown(page, 'Inner');
    await expect(articles(page)).toHaveCount(6);
    for (const title of ['Alpha', 'Beta', 'Gamma 2', 'Gamma 10', 'Inner']) await showArticle(page, title);
  });

  test('files dropped on the window open, and it says so while they hover', async ({ launch }) => {
    const { page } = await launch();
    const session = await page.context().newCDPSession(page);
    const files = [article('dropped one.txt', 'Dropped one'), article('dropped two.txt', 'Dropped two')];
    const drag = (type: 'dragEnter' | 'dragOver' | 'drop') =>
      session.send('Input.dispatchDragEvent', {
        type,
        x: 500,
        y: 400,
        data: { items: [], files, dragOperationsMask: 1 },
      });
    await drag('dragEnter');
    await drag('dragOver');
    await expect(page.getByRole('region', { name: 'Drop files' })).toContainText('Drop to open 2 files');
    await drag('drop');
    await expectShown(page, 'Dropped two');
    await expect(page.getByRole('region', { name: 'Drop files' })).toBeHidden();
    await expect(articles(page)).toHaveCount(3);
  });

  test('pasted text becomes an article; an empty clipboard is said', async ({ launch }) => {
    const { app, page } = await launch();
    await app.evaluate(({ clipboard }) => clipboard.clear());
    await menu(app, 'file.paste');
    await expect(notice(page, /no text on the clipboard/)).toBeVisible();
    const text = 'Pasted headline\r\n\r\nPasted words “as they are”.';
    await app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text);
    await menu(app, 'file.paste');
    await expectShown(page, 'Pasted headline');
    await expectText(page, text.replaceAll('\r\n', '\n'));
  });

  test('a second start hands its files over, and so does the system', async ({ launch }) => {
    const { app, page, profile } = await launch();
    const second = article('second start.txt', 'From a second start');
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    // It ends by itself: the profile is in use.
    await promisify(execFile)(
      electronExecutable(),
      [...root, appRoot, `--user-data-dir=${profile}`, basename(second)],
      { cwd: dirname(second) },
    );
    await expectShown(page, 'From a second start');
    await app.evaluate(
      ({ app: electron }, path) => electron.emit('open-file', { preventDefault: () => undefined }, path),
      article('by the system.txt', 'By the system'),
    );
    await expectShown(page, 'By the system');
    await expect(articles(page)).toHaveCount(3);
  });
});

test.describe('the same file again', () => {
  test('the same bytes show the article there is, under whatever name', async ({ launch }) => {
    const running = await launch({ files: [article('same.txt', 'Same')] });
    const { page } = running;
    await expectShown(page, 'Same');
    await showArticle(page, sampleTitle);
    await openFiles(running, [articleFile('other name.txt', readFileSync(article('same.txt', 'Same')))]);
    await expectShown(page, 'Same');
    await expect(notice(page, /in the project already/)).toBeVisible();
    await expect(articles(page)).toHaveCount(2);
  });

  test('other bytes are asked about; either answer keeps the old article and its annotations', async ({
    launch,
  }) => {
    const path = article('news.txt', 'Early edition');
    const running = await launch({ files: [path] });
    const { page } = running;
    await expectShown(page, 'Early edition');
    await selectWords(page, 'Early edition\n\nWords of Early edition.', 'Early edition', 1);
    await page.keyboard.press('1');
    await expectAnnotations(page, ['Speaker: Early edition']);

    article('news.txt', 'Late edition');
    await openFiles(running, [path]);
    const question = page.getByRole('alertdialog', { name: 'This file has changed' });
    await expect(question).toContainText('“news.txt”');
    await question.getByRole('button', { name: 'Ignore the new version' }).click();
    await expect(question).toBeHidden();
    await expect(notice(page, '1 new version ignored.')).toBeVisible();
    await expect(articles(page)).toHaveCount(2);
    await expectShown(page, 'Early edition');

    await openFiles(running, [path]);
    await question.getByRole('button', { name: 'Open beside the old' }).click();
    await expectShown(page, 'Late edition');
    await expectAnnotations(page, []);
    await expect(articles(page)).toHaveCount(3);
    await showArticle(page, 'Early edition');
    await expectAnnotations(page, ['Speaker: Early edition']);
  });
});

test('annotations of an earlier version are carried over as the person decides, and undone in one step', async ({
  launch,
}) => {
  const early =
    'Ferry stays\n\n“It stays,” said Edda Lorne. The boat sails three times a week. Nobody knows why.';
  const late =
    'Ferry stays\n\nBy our correspondent\n\n“It stays,” said Edda Lorne. The boat sails four times a week.';
  const path = articleFile('ferry.txt', early);
  const running = await launch({ files: [path] });
  const { app, page } = running;
  for (const [words, key] of [
    ['“It stays,”', '2'],
    ['Edda Lorne', '1'],
    ['three times a week', '4'],
    ['Nobody', '1'],
  ] as const) {
    await selectWords(page, early, words);
    await page.keyboard.press(key);
  }
  await page.keyboard.press('k');
  await waitSaved(page);

  articleFile('ferry.txt', late);
  await openFiles(running, [path]);
  await page.getByRole('button', { name: 'Open beside the old' }).click();
  await expect(notice(page, 'The earlier version has 4 annotations.')).toBeVisible();
  await expectAnnotations(page, []);
  await menu(app, 'article.carryOver');
  const dialog = page.getByRole('dialog', { name: 'Carry annotations over' });
  await expect(dialog).toContainText('2 are moved, 1 is changed, 1 is gone');
  await expectClean(page, 'carrying over');
  const row = (words: string) => dialog.getByRole('listitem').filter({ hasText: words });
  await expect(row('times a week').locator('del')).toHaveText('three');
  await expect(row('times a week').locator('ins')).toHaveText('four');
  await expect(row('Nobody').getByRole('checkbox')).toBeDisabled();
  await row('Edda Lorne').getByRole('checkbox').uncheck();
  await dialog.getByRole('button', { name: 'Carry over 2 annotations' }).click();
  await expectAnnotations(page, ['Claim: “It stays,”', 'Date: four times a week']);
  await menu(app, 'edit.undo');
  await expectAnnotations(page, []);
});

test('what cannot be opened is named with its reason, and the others open', async ({ launch }) => {
  const running = await launch();
  const { page } = running;
  const large = articleFile('large.txt', 'x');
  truncateSync(large, 64 * 1024 * 1024 + 1);
  const vanished = article('vanished.txt', 'x');
  unlinkSync(vanished);
  const folder = join(dirname(large), 'folder.txt');
  mkdirSync(folder);
  const refused: [string, RegExp][] = [
    [articleFile('empty.txt', ''), /“empty\.txt” is empty/],
    [
      articleFile('picture.txt', Buffer.from('89504e470d0a1a0a0000000d49484452000000', 'hex')),
      /“picture\.txt”.*not.*text/,
    ],
    [large, /“large\.txt” is too large: .*64 MB/],
    [vanished, /“vanished\.txt” is no longer there/],
    [folder, /“folder\.txt” is a folder/],
  ];
  if (process.getuid?.() !== 0) {
    const locked = article('locked.txt', 'x');
    chmodSync(locked, 0);
    refused.push([locked, /“locked\.txt” cannot be read: you do not have the permission/]);
  }
  await openFiles(running, [
    article('good one.txt', 'Good one'),
    ...refused.map(([path]) => path),
    article('good two.txt', 'Good two'),
  ]);
  const dialog = page.getByRole('alertdialog', { name: `${refused.length} files could not be opened` });
  await expect(dialog).toContainText('The other 2 files opened.');
  for (const [, reason] of refused) {
    await expect(dialog.getByRole('listitem').filter({ hasText: reason })).toHaveCount(1);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expectShown(page, 'Good two');
  await expect(articles(page)).toHaveCount(3);
});

test('two hundred files show their progress and can be cancelled', async ({ launch }) => {
  test.setTimeout(180_000);
  const running = await launch();
  const { app, page } = running;
  const folder = join(dirname(article('x', 'x')), 'many');
  mkdirSync(folder);
  for (let i = 1; i <= 200; i++)
    articleFile(`many/${i}.txt`, `Article ${i}\n\n${`Sentence ${i}. `.repeat(2000)}`);
  await answerOpenDialog(app, [folder]);
  await menu(app, 'file.openFolder');
  await expect(page.getByRole('progressbar', { name: 'Opening files' })).toHaveAttribute('max', '200');
  await page.getByRole('button', { name: 'Cancel' }).click();
  const said = notice(page, /Cancelled: \d+ files not opened\./);
  await expect(said).toBeVisible();
  const left = Number(/(\d+) files not/.exec(await said.innerText())?.[1]);
  expect(left).toBeGreaterThan(0);
  await expect(articles(page).first()).toHaveAttribute('aria-setsize', String(201 - left));
  await menu(app, 'file.openFolder');
  await expect(notice(page, new RegExp(`${left} articles opened\\.`))).toBeVisible({ timeout: 120_000 });
  await expect(articles(page).first()).toHaveAttribute('aria-setsize', '201');
  await waitSaved(page);
});

test.describe('real files', () => {
  test.skip(sharedDataIsMissing, 'the shared data folder is not here');

  test('the article’s title, blocks and heading look like such', async ({ launch }) => {
    const path = sharedArticlePath();
    const text = readFileSync(path, 'utf8');
    const { page } = await launch({ files: [path] });
    await expectText(page, text);
    const [title = ''] = text.trim().split('\n');
    await expectShown(page, title.trim());
    await expect(articleText(page).locator('h1')).toHaveText(title.trim());
    const sizes = await articleText(page).evaluate((element) =>
      ['h1', 'h2', 'p'].map((name) =>
        Number.parseFloat(getComputedStyle(element.querySelector(name) ?? element).fontSize),
      ),
    );
    expect(sizes[0]).toBeGreaterThan(sizes[1] ?? 0);
    expect(sizes[1]).toBeGreaterThan(sizes[2] ?? 0);
  });

  test('texts in many encodings read as they were written, and the details name the encoding', async ({
    launch,
  }) => {
    const folder = join(sharedData, 'encodings');
    const plain = readFileSync(join(folder, 'derived/expected.utf8.txt'), 'utf8');
    const garden = (language: string) => {
      const { documents } = JSON.parse(
        readFileSync(join(folder, 'node-chardet/corpus/test-sources.json'), 'utf8'),
      );
      const { title, text } = documents.find((each: { language: string }) => each.language === language);
      return `${title}\n\n${text}\n`;
    };
    const generated = (name: string) =>
      join(folder, 'node-chardet/corpus/generated', name, 'test/community-garden.bin');
    const cases: [string, string, string][] = [
      [join(folder, 'derived/utf8-bom.txt'), plain, 'utf-8'],
      [join(folder, 'derived/utf16be-bom.txt'), plain, 'utf-16be'],
      [join(folder, 'derived/utf16le-nobom.txt'), plain, 'utf-16le'],
      [generated('KOI8-U/uk'), garden('uk'), 'koi8-u'],
      [generated('CP949/ko'), garden('ko'), 'euc-kr'],
      [generated('IBM866/ru'), garden('ru'), 'ibm866'],
    ];
    const running = await launch();
    const { app, page } = running;
    for (const [path, text, encoding] of cases) {
      await openFiles(running, [path]);
      // The generated ones have one file name.
      const question = page.getByRole('alertdialog');
      const canonical = text.replaceAll('\r\n', '\n');
      await expect(
        question.or(
          articleText(page)
            .getByText(canonical.split('\n')[0]?.trim() ?? '')
            .first(),
        ),
      ).toBeVisible();
      if (await question.isVisible())
        await question.getByRole('button', { name: 'Open beside the old' }).click();
      await expect(articles(page).locator('[aria-current="true"]')).toContainText(basename(path));
      await expectText(page, canonical);
      await menu(app, 'file.details');
      const details = page.getByRole('dialog', { name: 'Article details' });
      await expect(details.getByRole('combobox', { name: 'Encoding' })).toHaveValue(encoding);
      await page.keyboard.press('Escape');
      await expect(details).toBeHidden();
    }
  });

  test('the encoding can be overridden until the first annotation', async ({ launch }) => {
    const path = join(
      sharedData,
      'encodings/node-chardet/corpus/generated/KOI8-U/uk/test/community-garden.bin',
    );
    const bytes = readFileSync(path);
    const running = await launch();
    const { app, page, profile } = running;
    const copy = join(profile, 'garden.txt');
    copyFileSync(path, copy);
    await openFiles(running, [copy]);
    const right = new TextDecoder('koi8-u').decode(bytes);
    await expectText(page, right);
    const details = page.getByRole('dialog', { name: 'Article details' });
    const encoding = details.getByRole('combobox', { name: 'Encoding' });
    const readAs = async (name: string) => {
      await menu(app, 'file.details');
      await encoding.selectOption(name);
    };
    const isReadAs = async (name: string) => {
      await expect(encoding).toHaveValue(name);
      await page.keyboard.press('Escape');
      await expectText(page, new TextDecoder(name).decode(bytes));
    };
    // The file is where it was: nothing is asked.
    await answerOpenDialog(app, []);
    await readAs('windows-1251');
    await isReadAs('windows-1251');
    // It is gone: another file is refused, the same one elsewhere is taken.
    rmSync(copy);
    await answerOpenDialog(app, [article('another.txt', 'Another file')]);
    await readAs('koi8-u');
    await expect(details.getByRole('alert')).toContainText('not the file');
    await isReadAs('windows-1251');
    await answerOpenDialog(app, [path]);
    await readAs('koi8-u');
    await isReadAs('koi8-u');
    await articleText(page).focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('1');
    await expectAnnotations(page, [`Speaker: ${right.split(/\s/)[0]}`]);
    await menu(app, 'file.details');
    await expect(encoding).toBeDisabled();
  });
});

test('a long foreign name stays in its list, and a right-to-left article begins on the right', async ({
  launch,
}) => {
  const name = `${'الجسر الجديد يفتح أبوابه '.repeat(4)}.txt`;
  const text = 'افتتاح الجسر الجديد في المدينة\n\nقال الوزير إن الجسر آمن.';
  const running = await launch({ files: [articleFile(name, text)] });
  const { page } = running;
  await expectText(page, text);
  await expect(articles(page).filter({ hasText: 'الجسر' })).toHaveAttribute(
    'aria-label',
    new RegExp(name.trim()),
  );
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  const list = await page.getByRole('navigation', { name: 'Articles' }).boundingBox();
  for (const item of await articles(page).getByRole('button').all()) {
    const box = await item.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual((list?.x ?? 0) + (list?.width ?? 0));
  }
  const first = await articleText(page).evaluate((element) => {
    const [, paragraph] = element.querySelectorAll('[data-start]');
    const walker = document.createTreeWalker(paragraph ?? element, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const node = walker.nextNode();
    if (node === null || paragraph === undefined) throw new Error('the article has a paragraph');
    range.setStart(node, 0);
    range.setEnd(node, 1);
    return paragraph.getBoundingClientRect().right - range.getBoundingClientRect().right;
  });
  expect(first).toBeLessThan(20);
});
