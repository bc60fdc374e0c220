import type { Page } from '@playwright/test';

/** What the app had acknowledged when it last said "All changes saved", as seen from outside. */
export interface Acknowledged {
  /** Ids of the spans in the text then. */
  readonly present: ReadonlySet<string>;
  /** Ids of spans that had been there and were gone by then. */
  readonly gone: ReadonlySet<string>;
  /** How often that was seen. */
  readonly times: number;
}

/** Writes down, outside the app, what the status bar calls saved: a kill cannot take that back. */
export class Witness {
  #present: ReadonlySet<string> = new Set();
  readonly #seen = new Set<string>();
  #times = 0;

  /** Begins to watch a window. Call once for each page load. */
  async watch(page: Page): Promise<void> {
    await page.exposeFunction('ascribeWitness', (ids: string[]) => {
      this.#present = new Set(ids);
      for (const id of ids) this.#seen.add(id);
      this.#times += 1;
    });
    await page.evaluate(() => {
      const tell = Reflect.get(window, 'ascribeWitness');
      let wasSaved = true;
      const look = () => {
        const status = [...document.querySelectorAll('[role=status]')].map(({ textContent }) => textContent);
        const isSaved = status.includes('All changes saved');
        if (isSaved && !wasSaved) {
          const marks = document.querySelectorAll<HTMLElement>('mark[data-span-ids]');
          tell([...new Set([...marks].flatMap((mark) => mark.dataset.spanIds?.split(' ') ?? []))]);
        }
        wasSaved = isSaved;
      };
      new MutationObserver(look).observe(document.body, {
        subtree: true,
        childList: true,
        characterData: true,
      });
    });
  }

  get acknowledged(): Acknowledged {
    const present = this.#present;
    return {
      present,
      gone: new Set([...this.#seen].filter((id) => !present.has(id))),
      times: this.#times,
    };
  }

  /** Takes what is on the screen for acknowledged: for a state that was looked at after a start. */
  accept(ids: ReadonlySet<string>): void {
    this.#present = ids;
    for (const id of ids) this.#seen.add(id);
  }
}

/** Ids of the spans drawn in the open article. */
export async function spanIds(page: Page): Promise<ReadonlySet<string>> {
  const ids = await page
    .getByRole('textbox', { name: 'Article text', exact: true })
    .locator('mark[data-span-ids]')
    .evaluateAll((marks) => marks.flatMap((mark) => (mark as HTMLElement).dataset.spanIds?.split(' ') ?? []));
  return new Set(ids);
}
