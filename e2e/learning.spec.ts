import type { Page } from '@playwright/test';
import { expectAnnotations } from './gestures/annotations.ts';
import { articleFile } from './gestures/article-files.ts';
import { showArticle } from './gestures/article-list.ts';
import { expectText, selectWords } from './gestures/drawn-text.ts';
import { articleText } from './gestures/text-places.ts';
import { expect, test } from './harness/fixtures.ts';
import { menu } from './harness/menu.ts';

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
