import { pseudoTag, pseudoText } from '../src/core/messages/pseudo-language.ts';
import { defaultTagSet } from '../src/core/model/tag-set.ts';
import { outsideMessages, unspoken } from './gestures/unspoken.ts';
import { expect, test } from './harness/fixtures.ts';
import { menu } from './harness/menu.ts';

/** What is no message, and why. */
const allowed: readonly RegExp[] = [
  // Names of annotations are made of the tag's name, which is the project's, and of the article's words; a TIMEX3 value is a code.
  /^(?:Speaker|Claim|Location|Date): [\s\S]*/,
  /^P\d+[DMWY]$/,
  // Names of tags and relations are the project's; they come with its tag set, and so do the guidelines.
  ...defaultTagSet.tags.map(({ guideline }) => new RegExp(`^${guideline.replace(/\W/g, '\\$&')}$`)),
  /\b(speaker|claim|location|date|says|at|on)\b/gi,
  // The sample: its title and note as tips, its quotations in names.
  /^The island of Sellay[\s\S]*/,
  // Names of keys are what stands on the keyboard.
  /\b(Ctrl|Alt|Shift|Enter|Page Down|Page Up|Backspace|F\d+|[A-Z])\b/g,
];

const panels = ['.articles-panel', '.annotations-panel', '.card', '.tag-toolbar'];

test('in the pseudo-language the window runs from right to left and the panels say nothing but messages', async ({
  launch,
}) => {
  const { page } = await launch({ until: 'anything', env: { ASCRIBE_LANGUAGE: pseudoTag } });
  await expect(page.getByRole('navigation', { name: pseudoText('Articles') })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', pseudoTag);
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  for (const panel of panels) expect.soft(await unspoken(page, allowed, panel), panel).toEqual([]);
});

test('in the pseudo-language menus, the palette and the names of commands are messages', async ({
  launch,
}) => {
  const { app, page } = await launch({ until: 'anything', env: { ASCRIBE_LANGUAGE: pseudoTag } });
  await expect(page.getByRole('navigation', { name: pseudoText('Articles') })).toBeVisible();
  const labels = await app.evaluate(({ Menu }) => {
    type Items = NonNullable<ReturnType<typeof Menu.getApplicationMenu>>['items'];
    const labelsIn = (items: Items): string[] =>
      items.flatMap((item) => [item.label, ...labelsIn(item.submenu?.items ?? [])]);
    return labelsIn(Menu.getApplicationMenu()?.items ?? []);
  });
  expect(labels.length).toBeGreaterThan(100);
  // Between the marks of messages stand a mark for a letter, and names of tags, which are the project's.
  const plain = labels.map((label) => outsideMessages(label)).filter((rest) => /\p{L}/u.test(rest));
  expect(plain).toEqual([]);
  await menu(app, 'view.commandPalette');
  const palette = page.getByRole('dialog', { name: pseudoText('Command palette') });
  await expect(palette.getByRole('option').first()).toBeVisible();
  expect(await unspoken(page, allowed, '.palette')).toEqual([]);
});
