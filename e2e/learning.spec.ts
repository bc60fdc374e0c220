import type { Page } from '@playwright/test';
import { expectAnnotations } from './gestures/annotations.ts';
import { articleFile } from './gestures/article-files.ts';
import { showArticle } from './gestures/article-list.ts';
import { expectClean } from './gestures/axe.ts';
import { offerDataset } from './gestures/datasets.ts';
import { expectText, selectWords } from './gestures/drawn-text.ts';
import { archiveProject } from './gestures/projects.ts';
import { articleText } from './gestures/text-places.ts';
import { expect, test } from './harness/fixtures.ts';
import { menu } from './harness/menu.ts';
import { makeProfile } from './harness/profile.ts';
import { waitSaved } from './harness/saved.ts';

function bar(page: Page) {
  return page.getByRole('toolbar', { name: 'Suggestion', exact: true });
}

function suggested(page: Page, words: string) {
  return page.getByRole('contentinfo').getByRole('button', { name: words, exact: true });
}

const texts: Readonly<Record<string, string>> = {
  'First ferry': 'First ferry\n\nThe boat of Ida Lund came to Sund.',
  'Second ferry': 'Second ferry\n\nIn Sund the house of Ida Lund stood empty.',
  'Third ferry': 'Third ferry\n\nNobody in Sund met the sister of Ida Lund.',
};

test('what is tagged in two articles is suggested in a third, unless it is refused or not wanted', async ({
  launch,
}) => {
  const files = Object.entries(texts).map(([title, text]) => articleFile(`${title}.txt`, text));
  const { app, page } = await launch({ files });
  for (const title of ['First ferry', 'Second ferry']) {
    const text = texts[title] ?? '';
    await showArticle(page, title);
    await expectText(page, text);
    await selectWords(page, text, 'Ida Lund');
    await page.keyboard.press('1');
    await selectWords(page, text, 'Sund');
    await page.keyboard.press('3');
  }
  await showArticle(page, 'Third ferry');
  await suggested(page, '2 suggestions').click();
  await expect(bar(page)).toContainText('Location: Sund');
  await expect(bar(page)).toContainText(
    'More of the same, 75 % sure: tagged as Location in 2 articles; never left alone',
  );
  await articleText(page).focus();
  await page.keyboard.press('w');
  await expect(bar(page)).toContainText('Speaker: Ida Lund');
  await page.keyboard.press('y');
  await expectAnnotations(page, ['Speaker: Ida Lund']);

  // Refused is refused, here and not elsewhere; what is not wanted is not suggested.
  await menu(app, 'edit.undo');
  await suggested(page, '1 suggestion').click();
  await expect(bar(page)).toContainText('Speaker: Ida Lund');
  await menu(app, 'suggestion.rules');
  const rule = page.getByRole('group', { name: 'More of the same' });
  await rule.getByRole('checkbox', { name: 'Suggest' }).uncheck();
  await expect(suggested(page, '1 suggestion')).toBeHidden();
  await rule.getByRole('checkbox', { name: 'Suggest' }).check();
  await expect(suggested(page, '1 suggestion')).toBeVisible();
});

/** Articles with two statements each: one that the rules find, and a credit that they do not. */
function taughtDataset(count: number): string {
  const articles = Array.from({ length: count }, (_, i) => {
    const [town, thing] = [`Aby${'aeiou'.charAt(i % 5)}n`, ['bridge', 'harbour', 'market'][i % 3]];
    const [who, other] = [
      `Ann ${['Lee', 'Park', 'Ode', 'Stone'][i % 4]}`,
      `Jo ${['Holm', 'Reed', 'Lind'][i % 3]}`,
    ];
    const caption = `The ${thing} of ${town} in the morning.`;
    const text = [
      `News ${i} of ${town}`,
      `${caption} Image: ${who}.`,
      `${other} said that the ${thing} would be mended. It rained all day.`,
      `The gate of ${town} at night. Image: ${other}.`,
    ].join('\n\n');
    const span = (id: string, tag: string, words: string, from = 0) => {
      const start = text.indexOf(words, from);
      return { id: `${id}${i}`, tag, start, end: start + words.length, text: words };
    };
    return {
      id: `article${i}`,
      title: `News ${i}`,
      text,
      spans: [
        span('c', 'claim', caption),
        span('s', 'speaker', who),
        span('d', 'claim', `the ${thing} would be mended`),
        span('t', 'speaker', other),
        span('e', 'claim', `The gate of ${town} at night.`),
        span('u', 'speaker', other, text.lastIndexOf('Image')),
      ],
      relations: [
        { id: `r${i}`, type: 'says', from: `s${i}`, to: `c${i}` },
        { id: `q${i}`, type: 'says', from: `t${i}`, to: `d${i}` },
        { id: `p${i}`, type: 'says', from: `u${i}`, to: `e${i}` },
      ],
    };
  });
  return articleFile(
    `taught${count}.json`,
    JSON.stringify({ format: 'ascribe-dataset', version: 1, offsetUnit: 'codePoint', articles }),
  );
}

test('learning says when there is too little, shows the figure, is used, outlives a restart and is forgotten', async ({
  launch,
}, testInfo) => {
  test.setTimeout(120_000);
  const profile = makeProfile();
  const fresh = 'News of Ghent\n\nThe school of Ghent in the morning. Image: Tom Reed.\n';
  const running = await launch({ profile, files: [articleFile('ghent.txt', fresh)] });
  const { app, page } = running;
  const messages = page.getByRole('log', { name: 'Messages' });
  await menu(app, 'suggestion.learn');
  await expect(messages).toContainText('There is too little to learn from: 1 article with 10 claims.');

  const offer = await offerDataset(running, taughtDataset(12));
  await offer.getByRole('button', { name: /^Import/ }).click();
  await expect(messages).toContainText('12 new articles');
  await waitSaved(page);
  await showArticle(page, 'News of Ghent');
  await menu(app, 'suggestion.learn');
  const dialog = page.getByRole('dialog', { name: 'What was learnt' });
  await expect(dialog).toContainText(
    /from 1[23] articles with \d+ claims\. On articles held out, each once: F1 \d+\.\d by the rules, \d+\.\d with what was learnt\. It is used\./,
  );
  await expect(dialog.getByRole('heading', { name: 'That a claim begins' })).toBeVisible();
  await expectClean(page, 'what was learnt');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(suggested(page, '1 suggestion')).toBeVisible();
  await waitSaved(page);
  const archive = testInfo.outputPath('ferries.ascribe');
  await archiveProject(running, archive);
  await running.close();

  // It goes with the project into its archive.
  const elsewhere = await launch({ files: [archive], until: 'dialog' });
  await elsewhere.page.getByRole('button', { name: 'Restore', exact: true }).click();
  const ready = elsewhere.page.getByRole('dialog', { name: 'Project restored' });
  await ready.getByRole('button', { name: 'Open' }).click();
  await showArticle(elsewhere.page, 'News of Ghent');
  await expect(suggested(elsewhere.page, '1 suggestion')).toBeVisible();
  await menu(elsewhere.app, 'suggestion.learnt');
  await expect(elsewhere.page.getByRole('dialog', { name: 'What was learnt' })).toContainText('It is used.');
  await elsewhere.close();

  const again = await launch({ profile });
  await showArticle(again.page, 'News of Ghent');
  await suggested(again.page, '1 suggestion').click();
  await expect(bar(again.page)).toContainText('Claim: The school of Ghent in the morning., said by Tom Reed');
  await expect(bar(again.page)).toContainText('Learnt from you');
  await menu(again.app, 'suggestion.learnt');
  const kept = again.page.getByRole('dialog', { name: 'What was learnt' });
  await kept.getByRole('button', { name: 'Forget what was learnt' }).click();
  await expect(again.page.getByRole('log', { name: 'Messages' })).toContainText('is forgotten');
  await expect(suggested(again.page, '1 suggestion')).toBeHidden();
  await again.close();

  const last = await launch({ profile });
  await menu(last.app, 'suggestion.learnt');
  await expect(last.page.getByRole('dialog', { name: 'What was learnt' })).toContainText(
    'Nothing was learnt',
  );
});

test('learning that is cancelled changes nothing', async ({ launch }) => {
  const running = await launch({ files: [articleFile('first.txt', texts['First ferry'] ?? '')] });
  const { app, page } = running;
  const messages = page.getByRole('log', { name: 'Messages' });
  // So many that it takes some seconds.
  const offer = await offerDataset(running, taughtDataset(150));
  await offer.getByRole('button', { name: /^Import/ }).click();
  await expect(messages).toContainText('150 new articles');
  await waitSaved(page);
  await menu(app, 'suggestion.learn');
  const cancel = page.getByRole('button', { name: 'Cancel' });
  await cancel.click();
  await expect(messages).toContainText(
    'Cancelled: nothing was learnt, and what was learnt before still holds.',
  );
  await expect(cancel).toBeHidden();
  await menu(app, 'suggestion.learnt');
  await expect(page.getByRole('dialog', { name: 'What was learnt' })).toContainText('Nothing was learnt');
});
