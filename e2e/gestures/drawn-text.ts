import { expect, type Page } from '@playwright/test';
import { articleText, caretPoint, dragOver } from './text-places.ts';

/** Waits until the blocks drawn are `text`, block separators aside, each where it says that it begins. */
export async function expectText(page: Page, text: string): Promise<void> {
  await expect
    .poll(async () => {
      const blocks = await articleText(page).evaluate((element) =>
        [...element.querySelectorAll<HTMLElement>('[data-start]')].map(({ dataset, textContent }) => ({
          start: Number(dataset.start),
          words: textContent ?? '',
        })),
      );
      let at = 0;
      for (const { start, words } of blocks) {
        if (text.slice(at, start).trim() !== '') return `missing before ${start}`;
        if (text.slice(start, start + words.length) !== words) return `differs in the block at ${start}`;
        at = start + words.length;
      }
      return text.slice(at).trim() === '' ? 'the text' : `missing from ${at}`;
    })
    .toBe('the text');
}

/** Selects the `n`-th occurrence (0 is the first) of some words with the mouse. */
export async function selectWords(page: Page, text: string, words: string, n = 0): Promise<void> {
  const start = startOf(text, words, n);
  await dragOver(page, start, start + words.length);
}

/** Clicks between two characters: `offset` UTF-16 units behind the start of the `n`-th occurrence of some words. */
export async function clickIn(page: Page, text: string, words: string, offset = 1, n = 0): Promise<void> {
  const { x, y } = await caretPoint(page, startOf(text, words, n) + offset, 'before');
  await page.mouse.click(x, y);
}

/** Waits until the foot of the window says that the caret is here, or this much selected, in code points: `12` or `12–15`. */
export async function expectCaret(page: Page, place: string): Promise<void> {
  await expect(page.getByRole('contentinfo')).toContainText(new RegExp(`· ${place}( ·|$)`));
}

function startOf(text: string, words: string, n: number): number {
  let at = text.indexOf(words);
  for (let i = 0; i < n && at >= 0; i++) at = text.indexOf(words, at + 1);
  if (at < 0) throw new Error(`the text has no “${words}”`);
  return at;
}
