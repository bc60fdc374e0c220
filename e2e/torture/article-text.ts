import type { Locator, Page } from '@playwright/test';

/** The text of the open article. */
export function articleText(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Article text', exact: true });
}

/** What each span in the open article is drawn on, by id. */
export async function drawnQuotes(page: Page): Promise<ReadonlyMap<string, string>> {
  const parts = await articleText(page)
    .locator('mark[data-span-ids]')
    .evaluateAll((marks) =>
      marks.flatMap((mark) => {
        const ids = mark instanceof HTMLElement ? (mark.dataset.spanIds ?? '') : '';
        return ids.split(' ').map((id) => [id, mark.textContent ?? ''] as const);
      }),
    );
  const quotes = new Map<string, string>();
  for (const [id, text] of parts) quotes.set(id, (quotes.get(id) ?? '') + text);
  return quotes;
}
