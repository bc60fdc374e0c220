import type { Page } from '@playwright/test';
import { expectAnnotations } from './gestures/annotations.ts';
import { articleFile } from './gestures/article-files.ts';
import { articleText } from './gestures/text-places.ts';
import { expect, test } from './harness/fixtures.ts';
import { menu } from './harness/menu.ts';
import { makeProfile } from './harness/profile.ts';
import { waitSaved } from './harness/saved.ts';

const text = [
  'Shipowners object to the fee',
  '“This is a toll,” said Marek Ode, “on bread.” It snowed on 3 March 2026.',
  'Ida Lund warned that the harbour would close. “Nobody asked the captains,” she said.',
].join('\n\n');

function bar(page: Page) {
  return page.getByRole('toolbar', { name: 'Suggestion', exact: true });
}

function foot(page: Page) {
  return page.getByRole('contentinfo');
}

/** What is painted as suggested, and as looked at: highlights are in no element. */
function painted(page: Page): Promise<{ all: string[]; reviewed: string[] }> {
  return page.evaluate(() => {
    const wordsOf = (name: string) =>
      [...(CSS.highlights.get(name) ?? [])].map((range) => String(range).replace(/\s+/gu, ' '));
    return { all: wordsOf('article-suggested'), reviewed: wordsOf('article-suggested-current') };
  });
}

test('what is said is suggested, accepted with one key each, refused for good, and undone', async ({
  launch,
}) => {
  const profile = makeProfile();
  const { page, close } = await launch({ profile, files: [articleFile('fee.txt', text)] });
  await expect(foot(page).getByRole('button', { name: '4 suggestions' })).toBeVisible();
  await expect
    .poll(() => painted(page))
    .toEqual({
      all: [
        '“This is a toll,”',
        'Marek Ode',
        '“on bread.”',
        '3 March 2026',
        'Ida Lund',
        'the harbour would close',
        '“Nobody asked the captains,”',
        'she',
      ],
      reviewed: [],
    });
  await articleText(page).focus();
  await page.keyboard.press('u');
  await expect(bar(page)).toContainText('Claim: “This is a toll,” “on bread.”, said by Marek Ode');
  await expect(bar(page)).toContainText('Quotations, 90 % sure: quotation marks; “said” beside it');
  await expect
    .poll(async () => (await painted(page)).reviewed)
    .toEqual(['“This is a toll,”', 'Marek Ode', '“on bread.”']);

  // Enter accepts as Y does; W refuses.
  await page.keyboard.press('Enter');
  await expect(bar(page)).toContainText('Date: 3 March 2026 = 2026-03-03');
  await page.keyboard.press('w');
  await expect(bar(page)).toContainText('said by Ida Lund');
  await page.keyboard.press('y');
  await expect(bar(page)).toContainText('said by she (Ida Lund)');
  const made = [
    'Claim: “This is a toll,” “on bread.”',
    'Speaker: Marek Ode',
    'Speaker: Ida Lund',
    'Claim: the harbour would close',
  ];
  await expectAnnotations(page, made);
  await expect(foot(page)).toContainText('2 of 2 claims attributed');
  await page.keyboard.press('Escape');
  await expect(bar(page)).toBeHidden();

  await waitSaved(page);
  await close();
  const again = await launch({ profile });
  await expectAnnotations(again.page, made);
  await expect(foot(again.page).getByRole('button', { name: '1 suggestion' })).toBeVisible();
  await articleText(again.page).focus();
  // Undo outlives the restart: first the acceptance, then the refusal.
  await menu(again.app, 'edit.undo');
  await expectAnnotations(again.page, made.slice(0, 2));
  await menu(again.app, 'edit.undo');
  await expect(foot(again.page).getByRole('button', { name: '3 suggestions' })).toBeVisible();
  await menu(again.app, 'suggestion.show');
  await expect.poll(() => painted(again.page)).toEqual({ all: [], reviewed: [] });
});

test('all that a rule proposes is shown before it is accepted', async ({ launch }) => {
  const { app, page } = await launch({ files: [articleFile('fee.txt', text)] });
  await foot(page).getByRole('button', { name: '4 suggestions' }).click();
  await expect(bar(page)).toContainText('This is a toll');
  await menu(app, 'suggestion.acceptRule');
  const dialog = page.getByRole('dialog', { name: 'Accept all of this rule' });
  await expect(dialog.getByRole('listitem')).toHaveCount(2);
  await dialog.getByRole('checkbox').nth(1).uncheck();
  await dialog.getByRole('button', { name: 'Accept 1 suggestion' }).click();
  await expectAnnotations(page, ['Claim: “This is a toll,” “on bread.”', 'Speaker: Marek Ode']);
  await expect(foot(page).getByRole('button', { name: '3 suggestions' })).toBeVisible();
  await menu(app, 'edit.undo');
  await expectAnnotations(page, []);
});
