import { expect, type Locator, type Page } from '@playwright/test';

export function articleText(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Article text', exact: true });
}

/**
 * Where the caret stands before the UTF-16 unit at `offset`, in CSS pixels of the window: the middle of the line's height. The text is
 * scrolled there first.
 * @param side the edge of the character to its right (`before`) or to its left (`after`), which differ at the end of a line.
 */
export async function caretPoint(
  page: Page,
  offset: number,
  side: 'before' | 'after',
): Promise<{ x: number; y: number }> {
  const point = await articleText(page).evaluate(
    (element, { at, edge }) => {
      const unit = edge === 'before' ? at : at - 1;
      const blocks = [...element.querySelectorAll<HTMLElement>('[data-start]')];
      const block = blocks.findLast((candidate) => Number(candidate.dataset.start) <= unit);
      if (block === undefined) throw new Error(`offset ${at} is not drawn`);
      let left = unit - Number(block.dataset.start);
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const length = node.textContent?.length ?? 0;
        if (left >= length) {
          left -= length;
          continue;
        }
        const range = document.createRange();
        range.setStart(node, left);
        range.setEnd(node, left + 1);
        let box = range.getBoundingClientRect();
        if (box.top < 120 || box.bottom > window.innerHeight - 120) {
          node.parentElement?.scrollIntoView({ block: 'center' });
          box = range.getBoundingClientRect();
        }
        return { x: edge === 'before' ? box.left + 0.5 : box.right - 0.5, y: box.top + box.height / 2 };
      }
      throw new Error(`offset ${at} has no text`);
    },
    { at: offset, edge: side },
  );
  return point;
}

/** Drags the mouse over `[start, end)`. */
export async function dragOver(page: Page, start: number, end: number): Promise<void> {
  const from = await caretPoint(page, start, 'before');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  const to = await caretPoint(page, end, 'after');
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await page.mouse.move(to.x, to.y);
  await page.mouse.up();
}

/** Selects the `n`-th occurrence (0 is the first) of some words with the find bar, by keyboard alone. */
export async function findByKeyboard(page: Page, words: string, n: number): Promise<void> {
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+f');
  const field = page.getByRole('searchbox', { name: 'Find', exact: true });
  await expect(field).toBeFocused();
  await page.keyboard.insertText(words);
  const count = page.getByRole('search', { name: 'Find in article' });
  await expect(count).toContainText(/\d of \d/);
  for (let i = 0; i < n; i++) await page.keyboard.press('Enter');
  await expect(count).toContainText(new RegExp(`^${n + 1} of `));
  await page.keyboard.press('Escape');
  await expect(articleText(page)).toBeFocused();
}
