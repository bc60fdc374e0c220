import { expect, type Locator, type Page } from '@playwright/test';
import { articleText } from './text-places.ts';

export interface DrawnSpan {
  readonly tag: string;
  readonly text: string;
}

/** The list of annotations. */
export function annotations(page: Page): Locator {
  return page.getByRole('region', { name: 'Annotations', exact: true }).getByRole('listitem');
}

/** Waits until the list of annotations, in text order, is this: `Speaker: Ann Lee`. */
export async function expectAnnotations(page: Page, names: readonly string[]): Promise<void> {
  await expect
    .poll(() =>
      annotations(page).evaluateAll((items) => items.map((item) => item.getAttribute('aria-label'))),
    )
    .toEqual(names);
}

/** The card of the current annotation. */
export function card(page: Page): Locator {
  return page.getByRole('region', { name: 'Selected annotation', exact: true });
}

/** Waits until list, card and text agree that this annotation is current. */
export async function expectCurrent(page: Page, tag: string, words: string): Promise<void> {
  const current = annotations(page).and(page.locator('[aria-current="true"]'));
  await expect(current).toHaveCount(1);
  await expect(current).toHaveAttribute('aria-label', `${tag}: ${words}`);
  await expect(card(page).locator('blockquote')).toHaveText(words);
  await expect(card(page).getByRole('combobox', { name: 'Tag' })).toHaveValue(tag.toLowerCase());
  await expect.poll(() => currentInText(page)).toBe(words);
}

/** The words between the two handles, which hang at the ends of the current annotation in the text. */
function currentInText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const boxOf = (name: string) =>
      document.querySelector(`.article-handle-${name}`)?.getBoundingClientRect();
    const [start, end] = [boxOf('start'), boxOf('end')];
    if (start === undefined || end === undefined || start.width === 0 || end.width === 0) return '';
    const from = document.caretRangeFromPoint(start.left + start.width / 2 + 1, start.bottom + 6);
    const to = document.caretRangeFromPoint(end.left + end.width / 2 - 1, end.top - 6);
    if (from === null || to === null) return '';
    from.setEnd(to.startContainer, to.startOffset);
    return from.toString();
  });
}

/** Every stretch drawn as tagged, one for each segment, with the innermost span's tag. */
export function marks(page: Page): Promise<{ tag: string; ids: string[]; text: string }[]> {
  return articleText(page)
    .locator('mark')
    .evaluateAll((found) =>
      (found as HTMLElement[]).map(({ dataset, textContent }) => ({
        tag: dataset.tag ?? '',
        ids: (dataset.spanIds ?? '').split(' '),
        text: textContent ?? '',
      })),
    );
}

/** Waits until exactly these stretches are drawn as tagged, in text order. */
export async function expectMarks(page: Page, expected: readonly DrawnSpan[]): Promise<void> {
  await expect
    .poll(async () => (await marks(page)).map(({ tag, text }) => ({ tag, text })))
    .toEqual(expected);
}
