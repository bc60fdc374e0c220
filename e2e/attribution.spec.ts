import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { annotations, card, expectAnnotations, expectCurrent, expectMarks } from './gestures/annotations.ts';
import { articleFile } from './gestures/article-files.ts';
import { attributedArticle, expectAttributed, pressAttribution } from './gestures/attributions.ts';
import { exportDataset } from './gestures/datasets.ts';
import { clickIn, selectWords } from './gestures/drawn-text.ts';
import { sharedArticlePath, sharedDataIsMissing } from './gestures/shared-article.ts';
import { articleText } from './gestures/text-places.ts';
import { expect, test } from './harness/fixtures.ts';
import { menu } from './harness/menu.ts';
import { waitSaved } from './harness/saved.ts';

const text = [
  'Shipowners object to the fee',
  'Ilse Tarrant left early. “This is a toll,” said Marek Ode, “on bread.” The harbour is full, reportedly.',
  'Eva Novak disagreed. “Nobody asked the captains,” she wrote to the port in Velmar on Monday.',
].join('\n\n');

const claim = '“This is a toll,” … “on bread.”';
const claimName = 'Claim: “This is a toll,” “on bread.”';

function bar(page: Page) {
  return page.getByRole('toolbar', { name: 'Proposed link', exact: true });
}

function links(page: Page) {
  return card(page).getByRole('list', { name: 'Links' }).getByRole('listitem');
}

function foot(page: Page) {
  return page.getByRole('contentinfo');
}

test('C makes a discontinuous claim and offers its speaker; Enter tags and links him in the same step', async ({
  launch,
}) => {
  const { app, page } = await launch({ files: [articleFile('fee.txt', text)] });
  await clickIn(page, text, 'bread', 2);
  await page.keyboard.press('c');
  await expect(bar(page)).toContainText('Tag as speaker: Marek Ode');
  await expectAnnotations(page, [claimName]);
  await expectMarks(page, [
    { tag: 'claim', text: '“This is a toll,”' },
    { tag: 'claim', text: '“on bread.”' },
  ]);
  await expect(foot(page)).toContainText('0 of 1 claim attributed');
  await page.keyboard.press('Enter');
  await expect(bar(page)).toBeHidden();
  await expect(links(page)).toHaveText(/says\s*Marek Ode/i);
  await expect(card(page).locator('blockquote')).toHaveText(claim);
  await expect(foot(page)).toContainText('1 of 1 claim attributed');
  await menu(app, 'edit.undo');
  await expectAnnotations(page, []);
  await menu(app, 'edit.redo');
  await expectAnnotations(page, [claimName, 'Speaker: Marek Ode']);
});

test('R goes through the speakers, the nearest first; Escape takes back, Enter keeps', async ({ launch }) => {
  const { app, page } = await launch({ files: [articleFile('fee.txt', text)] });
  for (const name of ['Ilse Tarrant', 'Marek Ode', 'Eva Novak']) {
    await selectWords(page, text, name);
    await page.keyboard.press('1');
    await expectCurrent(page, 'Speaker', name);
  }
  await selectWords(page, text, 'The harbour is full');
  await page.keyboard.press('2');
  await expectCurrent(page, 'Claim', 'The harbour is full');
  await page.keyboard.press('r');
  await expect(bar(page)).toContainText('Speaker: Marek Ode');
  await expect(links(page)).toHaveText(/Marek Ode/);
  await waitSaved(page);
  await page.keyboard.press('r');
  await expect(bar(page)).toContainText('Speaker: Ilse Tarrant');
  await expect(links(page)).toHaveText(/Ilse Tarrant/);
  await page.keyboard.press('Escape');
  await expect(bar(page)).toBeHidden();
  await expect(links(page)).toHaveCount(0);
  await expectCurrent(page, 'Claim', 'The harbour is full');
  await page.keyboard.press('r');
  await expect(bar(page)).toContainText('Speaker: Marek Ode');
  await page.keyboard.press('Enter');
  await expect(bar(page)).toBeHidden();
  await page.keyboard.press('0');
  await expect(links(page)).toHaveCount(0);
  await expect(page.getByRole('log', { name: 'Messages' })).toContainText('marked as without a speaker');
  await expect(foot(page)).toContainText('1 of 1 claim attributed');
  await menu(app, 'edit.undo');
  await expect(links(page)).toHaveText(/Marek Ode/);
  await menu(app, 'edit.undo');
  await expect(links(page)).toHaveCount(0);
  await expect(foot(page)).toContainText('0 of 1 claim attributed');
});

test('the bar at a selection makes the claim with its speaker', async ({ launch }) => {
  const { page } = await launch({ files: [articleFile('fee.txt', text)] });
  await selectWords(page, text, '“This is a toll,”');
  const selectionBar = page.getByRole('toolbar', { name: 'Annotate selection', exact: true });
  await selectionBar.getByRole('button', { name: /^Claim by Marek Ode/ }).click();
  await expectAnnotations(page, [claimName, 'Speaker: Marek Ode']);
  await selectWords(page, text, '“Nobody asked the captains,”');
  await expect(selectionBar.getByRole('button', { name: /^Claim by she/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(links(page)).toHaveText(/she/);
  await expect(foot(page)).toContainText('2 of 2 claims attributed');
});

test('fragments are taken out, spans merged and split, each as one step', async ({ launch }) => {
  const { app, page } = await launch({ files: [articleFile('fee.txt', text)] });
  await clickIn(page, text, 'This is a toll', 3);
  await page.keyboard.press('c');
  await page.keyboard.press('Enter');
  const whole = [claimName, 'Speaker: Marek Ode'];
  await expectAnnotations(page, whole);
  await page.keyboard.press('x');
  const halves = ['Claim: “This is a toll,”', 'Speaker: Marek Ode', 'Claim: “on bread.”'];
  await expectAnnotations(page, halves);
  await expect(foot(page)).toContainText('2 of 2 claims attributed');
  await page.keyboard.press('m');
  const dialog = page.getByRole('dialog', { name: 'Merge annotations' });
  await expect(dialog.getByRole('option')).toHaveText([/on bread/]);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expectAnnotations(page, whole);
  await expect(articleText(page)).toBeFocused();
  await page.keyboard.press('-');
  await expectAnnotations(page, ['Speaker: Marek Ode', 'Claim: “on bread.”']);
  await menu(app, 'edit.undo');
  await expectAnnotations(page, whole);
  await menu(app, 'edit.undo');
  await expectAnnotations(page, halves);
  await menu(app, 'edit.undo');
  await expectAnnotations(page, whole);
});

test('annotates a real article by keyboard alone to the last attribution', async ({ launch }, testInfo) => {
  test.skip(sharedDataIsMissing, 'there is no ../shared/data');
  const path = sharedArticlePath();
  const gold = attributedArticle();
  expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(gold.sha256);
  const running = await launch({ files: [path] });
  const { page } = running;
  await expect(articleText(page)).toBeFocused();
  const counts: Record<'direct' | 'indirect', number[]> = { direct: [], indirect: [] };
  for (const attribution of gold.attributions) {
    counts[attribution.form].push(await pressAttribution(page, attribution));
  }
  await expectAttributed(page, gold.attributions.length);
  await expect(annotations(page).first()).toBeVisible();
  const dataset = await exportDataset(running, testInfo.outputPath('attributed.json'));
  expect(attributionsOf(dataset)).toEqual(
    gold.attributions.map(({ claim: fragments, speaker }) => ({ fragments, speaker })),
  );
  for (const count of counts.direct) expect(count).toBeLessThanOrEqual(6);
  const mean = (of: number[]) => (of.reduce((sum, count) => sum + count, 0) / of.length).toFixed(2);
  testInfo.annotations.push({
    type: 'keystrokes per attribution',
    description: `direct ${mean(counts.direct)}, reported ${mean(counts.indirect)}`,
  });
});

test('attributes the same article by suggestions, in fewer keys than by hand', async ({
  launch,
}, testInfo) => {
  test.skip(sharedDataIsMissing, 'the shared data folder is not here');
  const path = sharedArticlePath();
  const gold = attributedArticle();
  const words = readFileSync(path, 'utf8');
  const running = await launch({ files: [path] });
  const { page } = running;
  const toolbar = page.getByRole('toolbar', { name: 'Suggestion', exact: true });
  await expect(foot(page).getByRole('button', { name: /^\d+ suggestions$/ })).toBeVisible();
  await page.keyboard.press('Control+Shift+R');
  // By hand it is attributions alone that are counted.
  for (const name of ['Words for times', 'Places', 'Words for places']) {
    await page.getByRole('group', { name, exact: true }).getByRole('checkbox', { name: 'Suggest' }).uncheck();
  }
  await page.keyboard.press('Escape');
  await articleText(page).focus();
  const steps: string[] = [];
  const press = async (key: string, about: string) => {
    steps.push(`${key}: ${about}`);
    await page.keyboard.press(key);
  };
  // Which one is looked at: highlights are in no element, and two may have the same words.
  const lookedAt = () =>
    page.evaluate(() =>
      [...(CSS.highlights.get('article-suggested-current') ?? [])]
        .map(({ startContainer, startOffset }) => {
          const block = startContainer.parentElement?.closest<HTMLElement>('[data-start]');
          const before = new Range();
          if (block !== null && block !== undefined) before.setStart(block, 0);
          before.setEnd(startContainer, startOffset);
          return Number(block?.dataset.start) + String(before).length;
        })
        .join(' '),
    );
  // Whoever reads says yes to a claim that stands in the gold with some of its words, and goes past times and places.
  await press('u', 'the first suggestion');
  const seen = new Set<string>();
  await expect(toolbar).toBeVisible();
  for (;;) {
    const place = await lookedAt();
    if (place === '' || seen.has(place)) break;
    seen.add(place);
    const said = await toolbar.innerText();
    const first = /^Claim: (?<piece>[^\n]{12,30})/.exec(said)?.groups?.piece;
    const at = first === undefined ? -1 : words.indexOf(first);
    const isRight = gold.attributions.some(({ claim: fragments }) =>
      fragments.some(([start, end]) => at >= start - 12 && at < end),
    );
    await press(first === undefined ? 'u' : isRight ? 'y' : 'w', said.replace(/\s+/g, ' ').slice(0, 200));
    await expect.poll(lookedAt).not.toBe(place);
  }
  await waitSaved(page);
  const accepted = steps.filter((step) => step.startsWith('y:')).length;
  const byHand = gold.attributions.reduce((sum, { keys }) => sum + keys.length, 0);
  await expect(foot(page)).toContainText(`${accepted} of ${accepted} claims attributed`);
  const made = attributionsOf(await exportDataset(running, testInfo.outputPath('suggested.json')));
  expect(made).toHaveLength(accepted);
  const same = (key: 'fragments' | 'speaker') =>
    made.filter((one) =>
      gold.attributions.some(
        ({ claim: fragments, speaker }) =>
          JSON.stringify({ fragments, speaker }[key]) === JSON.stringify(one[key]),
      ),
    ).length;
  const figures = `${accepted} of ${gold.attributions.length} attributions in ${steps.length} keys, by hand in ${byHand}; claims with the same ends ${same('fragments')}, speakers with the same ends ${same('speaker')}`;
  testInfo.annotations.push({ type: 'keystrokes with suggestions', description: figures });
  await testInfo.attach('steps.txt', { body: steps.join('\n'), contentType: 'text/plain' });
  // Each key is a decision, but for the first.
  expect(steps.length).toBeLessThanOrEqual(gold.attributions.length + 5);
  expect(same('fragments')).toBeGreaterThanOrEqual(gold.attributions.length - 3);
});

interface ExportedSpan {
  readonly id?: string;
  readonly tag: string;
  readonly start: number;
  readonly end?: number;
  readonly fragments?: readonly { readonly start: number; readonly end: number }[];
}

/** The attributions of the article opened last, behind the sample, in the order of their claims. */
function attributionsOf(dataset: Awaited<ReturnType<typeof exportDataset>>) {
  const article = dataset.articles.at(-1);
  const spans: readonly ExportedSpan[] = article?.spans ?? [];
  const relations: readonly { type: string; from?: string; to?: string }[] = article?.relations ?? [];
  const fragmentsOf = (span: ExportedSpan) =>
    (span.fragments ?? [{ start: span.start, end: span.end ?? span.start }]).map(({ start, end }) => [
      start,
      end,
    ]);
  return spans
    .filter(({ tag }) => tag === 'claim')
    .map((span) => {
      const link = relations.find(({ type, to }) => type === 'says' && to === span.id);
      const speaker = spans.find(({ id }) => id === link?.from);
      return {
        fragments: fragmentsOf(span),
        speaker: speaker === undefined ? null : fragmentsOf(speaker)[0],
      };
    });
}
