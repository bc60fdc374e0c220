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

/** One rule in the view of the rules. */
function rule(page: Page, name: string) {
  return page.getByRole('group', { name, exact: true });
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

test('each rule says what came of it, can be switched off, and has a threshold that survives a restart', async ({
  launch,
}) => {
  const unsure = `${text} They called it “the worst of all” there.`;
  const profile = makeProfile();
  const { app, page, close } = await launch({ profile, files: [articleFile('fee.txt', unsure)] });
  const quotations = rule(page, 'Quotations');
  await expect(foot(page).getByRole('button', { name: '4 suggestions' })).toBeVisible();
  await articleText(page).focus();
  await page.keyboard.press('Control+Shift+R');
  await expect(page.getByRole('heading', { name: 'Suggestion rules' })).toBeVisible();
  await expect(quotations).toContainText('3 proposed, 2 sure enough, 2 not decided');
  await expect(quotations).toContainText('Nothing is decided yet');

  // Decisions are counted, wherever they are made.
  await page.keyboard.press('Escape');
  await page.keyboard.press('u');
  await page.keyboard.press('y');
  await menu(app, 'suggestion.rules');
  await expect(quotations).toContainText('1 accepted, 0 refused: right in 100 % (1 of 1 decided)');
  await quotations.getByRole('button', { name: 'Refuse all' }).click();
  await expect(quotations).toContainText('3 proposed, 2 sure enough, 0 not decided');
  await expect(quotations).toContainText('1 accepted, 1 refused: right in 50 % (1 of 2 decided)');
  await expect(rule(page, 'Words for times')).toContainText('Nothing is decided yet');

  // By keyboard: less sure ones come, surer ones are asked for, the rule is switched off.
  const slider = quotations.getByRole('slider', { name: 'Only when at least' });
  await slider.focus();
  for (let press = 0; press < 10; press++) await page.keyboard.press('ArrowLeft');
  await expect(quotations).toContainText('3 proposed, 3 sure enough, 1 not decided');
  await expect.poll(async () => (await painted(page)).all).toContain('“the worst of all”');
  const percent = rule(page, 'Reported speech').getByRole('spinbutton', {
    name: 'Least sureness in percent',
  });
  await percent.fill('95');
  await expect(rule(page, 'Reported speech')).toContainText('1 proposed, 0 sure enough, 0 not decided');
  await expect.poll(async () => (await painted(page)).all).not.toContain('the harbour would close');
  const times = rule(page, 'Words for times').getByRole('checkbox', { name: 'Suggest' });
  await times.focus();
  await page.keyboard.press('Space');
  await expect(times).not.toBeChecked();
  await expect.poll(async () => (await painted(page)).all).toEqual(['“the worst of all”']);
  await expect(foot(page).getByRole('button', { name: '1 suggestion' })).toBeVisible();
  await waitSaved(page);
  await close();

  const again = await launch({ profile });
  await expect(foot(again.page).getByRole('button', { name: '1 suggestion' })).toBeVisible();
  await expect.poll(async () => (await painted(again.page)).all).toEqual(['“the worst of all”']);
  await menu(again.app, 'suggestion.rules');
  const kept = rule(again.page, 'Quotations');
  await expect(kept).toContainText('3 proposed, 3 sure enough, 1 not decided');
  await expect(kept).toContainText('1 accepted, 1 refused: right in 50 % (1 of 2 decided)');
  await expect(kept.getByRole('slider')).toHaveValue('50');
  await expect(rule(again.page, 'Reported speech').getByRole('spinbutton')).toHaveValue('95');
  const off = rule(again.page, 'Words for times').getByRole('checkbox', { name: 'Suggest' });
  await expect(off).not.toBeChecked();
  await off.check();
  await expect.poll(async () => (await painted(again.page)).all).toContain('3 March 2026');
});

test('the least sure comes first where the person wants that', async ({ launch }) => {
  const { app, page } = await launch({ files: [articleFile('fee.txt', text)] });
  await expect(foot(page).getByRole('button', { name: '4 suggestions' })).toBeVisible();
  await menu(app, 'suggestion.leastSureFirst');
  await articleText(page).focus();
  await page.keyboard.press('u');
  await expect(bar(page)).toContainText('the harbour would close');
  await page.keyboard.press('w');
  await expect(bar(page)).toContainText('This is a toll');
});

test('each article that is opened shows what is suggested in it, however soon that is made', async ({
  launch,
}) => {
  const say = (name: string) => `${name} speaks\n\n“This is a toll,” said ${name} Ode.`;
  const files = ['Marek', 'Ida'].map((name) => articleFile(`${name}.txt`, say(name)));
  const { page } = await launch({ files });
  const list = page.getByRole('navigation', { name: 'Articles', exact: true });
  for (const name of ['Marek', 'Ida', 'Marek', 'Ida']) {
    await list.getByText(`${name} speaks`, { exact: true }).click();
    await expect.poll(async () => (await painted(page)).all).toEqual(['“This is a toll,”', `${name} Ode`]);
  }
});
