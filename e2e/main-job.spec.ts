import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import {
  type GoldSpan,
  goldArticle,
  sharedArticlePath,
  sharedDataIsMissing,
} from './gestures/shared-article.ts';
import { articleText, dragOver, findByKeyboard } from './gestures/text-places.ts';
import { answerSaveDialog } from './harness/dialogs.ts';
import { expect, test } from './harness/fixtures.ts';
import type { RunningApp } from './harness/launch.ts';
import { menu } from './harness/menu.ts';
import { waitSaved } from './harness/saved.ts';

const keys = { speaker: '1', claim: '2', location: '3', date: '4' } as const;
const names = { speaker: 'Speaker', claim: 'Claim', location: 'Location', date: 'Date' } as const;

interface ExportedSpan extends GoldSpan {
  readonly text: string;
  /** Only of a discontinuous span. */
  readonly fragments?: readonly { readonly start: number; readonly end: number }[];
}

test.describe('a real article, from opening to the dataset', () => {
  test.skip(sharedDataIsMissing, 'the shared data folder is not here');

  test('by mouse alone', async ({ launch }) => {
    const running = await launch({ files: [sharedArticlePath()] });
    const { page } = running;
    await expect(articleText(page)).toContainText('Sergey Ryabkov');
    // Alt keeps the selection as it was drawn; a part of the spans shows that snapping leaves whole words alone.
    for (const [index, { tag, start, end }] of goldArticle().spans.entries()) {
      await dragOver(page, start, end);
      const bar =
        index % 2 === 0 ? page.getByRole('toolbar', { name: 'Tags', exact: true }) : selectionBar(page);
      const button = bar.getByRole('button', { name: new RegExp(`^${names[tag]}`) });
      await button.and(page.locator(':not(.whole-action)')).click();
    }
    await waitSaved(page);
    await expectDataset(running, 'mouse.json');
  });

  test('by keyboard alone', async ({ launch }) => {
    const path = sharedArticlePath();
    const text = readFileSync(path, 'utf8');
    const running = await launch({ files: [path] });
    const { page } = running;
    await expect(articleText(page)).toBeFocused();
    for (const { tag, start, end } of goldArticle().spans) {
      const [line = ''] = text.slice(start, end).split('\n');
      await findByKeyboard(page, line, occurrencesBefore(text, line, start));
      if (line.length < end - start) await extendTo(page, text, start + line.length, end);
      await page.keyboard.press(keys[tag]);
    }
    await waitSaved(page);
    await expectDataset(running, 'keyboard.json');
  });
});

function selectionBar(page: Page) {
  return page.getByRole('toolbar', { name: /selection|annotation/i });
}

/** How often `words` stands in the text before `start`, counted as the find bar does: without overlaps. */
function occurrencesBefore(text: string, words: string, start: number): number {
  return text.slice(0, start).split(words).length - 1;
}

/** Extends the selection with Shift+Ctrl+Right from one offset to another that ends a word. */
async function extendTo(page: Page, text: string, from: number, to: number): Promise<void> {
  const words = text.slice(from, to).match(/[\p{L}\p{N}]+/gu) ?? [];
  for (let i = 0; i < words.length; i++) await page.keyboard.press('Shift+Control+ArrowRight');
}

async function expectDataset(running: RunningApp, fileName: string): Promise<void> {
  const { app, page, profile } = running;
  const gold = goldArticle();
  const file = join(profile, fileName);
  await answerSaveDialog(app, file);
  await menu(app, 'file.export');
  const dialog = page.getByRole('dialog', { name: 'Export dataset' });
  await expect(dialog.getByRole('combobox', { name: 'Format' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => existsSync(file)).toBe(true);
  const dataset = JSON.parse(readFileSync(file, 'utf8'));
  const article = dataset.articles.find(
    ({ text }: { text: string }) => createHash('sha256').update(text).digest('hex') === gold.sha256,
  );
  expect(article).toBeDefined();
  const spans: ExportedSpan[] = article.spans;
  expect(spans.map(({ tag, start, end }) => ({ tag, start, end })).sort(inOrder)).toEqual(
    [...gold.spans].sort(inOrder),
  );
  expectOffsetsToHoldInPython(file);
}

function inOrder(a: GoldSpan, b: GoldSpan): number {
  return a.start - b.start || a.end - b.end || (a.tag < b.tag ? -1 : 1);
}

/** Reads the dataset with Python where there is one, else by code points as Python does. */
function expectOffsetsToHoldInPython(file: string): void {
  const script = [
    'import json, sys',
    'data = json.load(open(sys.argv[1], encoding="utf-8"))',
    'spans = [(a, s) for a in data["articles"] for s in a["spans"]]',
    'def words(a, s):',
    '    return " ".join(a["text"][f["start"]:f["end"]] for f in s.get("fragments", [s]))',
    'print(len(spans), sum(words(a, s) == s["text"] for a, s in spans))',
  ].join('\n');
  let counted: string;
  try {
    counted = execFileSync('python3', ['-c', script, file], { encoding: 'utf8' }).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    counted = countByCodePoints(file);
  }
  const [total, right] = counted.split(' ').map(Number);
  expect(total).toBeGreaterThanOrEqual(40);
  expect(right).toBe(total);
}

function countByCodePoints(file: string): string {
  const { articles } = JSON.parse(readFileSync(file, 'utf8')) as {
    articles: { text: string; spans: ExportedSpan[] }[];
  };
  const right = articles.flatMap(({ text, spans }) => {
    const points = Array.from(text);
    const words = (from: number, to: number) => points.slice(from, to).join('');
    return spans.map(
      (span) => (span.fragments ?? [span]).map(({ start, end }) => words(start, end)).join(' ') === span.text,
    );
  });
  return `${right.length} ${right.filter(Boolean).length}`;
}
