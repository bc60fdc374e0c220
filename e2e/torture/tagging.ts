import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { pick } from './random.ts';

const words =
  'minister council river report officials harbour budget winter court treaty engine market bridge senate witness'.split(
    ' ',
  );

/** Writes a text file of plain words, short enough that all of it is drawn. */
export function writeArticle(folder: string, name: string, random: () => number): string {
  const path = join(folder, `${name}.txt`);
  writeFileSync(path, `${name}\n\n${plainText(random)}\n`);
  return path;
}

/** Three paragraphs of plain words. */
export function plainText(random: () => number): string {
  const paragraphs = Array.from({ length: 3 }, () =>
    Array.from({ length: 60 }, () => pick(random, words)).join(' '),
  );
  return `${paragraphs.join('.\n\n')}.`;
}

/** Tags words with the keyboard, one after the other, and takes that share of steps back, until the app is gone. */
export async function tagUntilGone(
  page: Page,
  random: () => number,
  undoing: number,
): Promise<{ tagged: number; undone: number }> {
  const done = { tagged: 0, undone: 0 };
  try {
    for (;;) {
      for (let i = Math.ceil(random() * 3); i > 0; i--) await page.keyboard.press('Control+ArrowRight');
      if (random() < undoing && done.tagged > 0) {
        await page.keyboard.press('Control+z');
        done.undone += 1;
      } else {
        await page.keyboard.press(pick(random, ['1', '2', '3', '4']));
        done.tagged += 1;
      }
    }
  } catch {
    return done;
  }
}

/** Tags that many words. */
export async function tagWords(page: Page, random: () => number, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    for (let step = Math.ceil(random() * 3); step > 0; step--)
      await page.keyboard.press('Control+ArrowRight');
    await page.keyboard.press(pick(random, ['1', '2', '3', '4']));
  }
}
