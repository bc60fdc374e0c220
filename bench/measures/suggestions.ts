import type { Page } from '@playwright/test';
import { launchApp } from '../../e2e/harness/launch.ts';
import type { ArticleSize } from '../article/article-sizes.ts';
import { taggedArticle } from '../article/tagged-article.ts';
import { profileWith } from './app-profile.ts';
import type { Part, Plan } from './part.ts';

/** The length of the median news article, and one that is long for a news article; hardly anything in them is tagged. */
const sizes: readonly ArticleSize[] = [
  { id: '4 KB', length: 3_800, spanCount: 1 },
  { id: '100 KB', length: 100_000, spanCount: 1 },
];
const openingsInRound = 5;

/** From a click in the list of articles until suggestions are painted in the text. */
export const suggestions: Part = { name: 'suggestions', drivesApp: true, measure };

async function measure({ rounds, say, record }: Plan): Promise<void> {
  const made = sizes.map((size, n) => ({
    size: size.id,
    articles: Array.from({ length: openingsInRound }, (_, i) =>
      taggedArticle({ ...size, id: `${size.id}-${i}` }, 10 * n + i),
    ),
  }));
  const profile = await profileWith(() => made.flatMap(({ articles }) => articles));
  for (let round = 0; round < rounds; round++) {
    say(`suggestions: round ${round + 1} of ${rounds}`);
    const { page, close } = await launchApp({ profile });
    try {
      const tour = page.getByRole('button', { name: 'Leave the tour for good' });
      if (await tour.isVisible()) await tour.click();
      await page.evaluate(installSuggestionProbe);
      // The first turn: the code that draws and suggests is still cold.
      for (const { articles } of made) for (const { title } of articles) await opened(page, title);
      for (const { size, articles } of made) {
        for (const { title } of articles) {
          const { firstMs, allMs } = await opened(page, title);
          const taken = { size, contender: 'app', round } as const;
          record({ ...taken, measure: 'open → first suggestions painted, ms', value: firstMs });
          record({ ...taken, measure: 'open → all suggestions painted, ms', value: allMs });
        }
      }
    } finally {
      await close();
    }
  }
}

interface Suggested {
  readonly firstMs: number;
  readonly allMs: number;
}

declare global {
  interface Window {
    suggestionProbe: {
      /** Watches the next click, which opens the article whose text begins with `title`. */
      watch(title: string): void;
      seen(): Promise<Suggested>;
    };
  }
}

/** Sent into the app's page: it refers to nothing outside of itself. */
function installSuggestionProbe(): void {
  let seen: Promise<Suggested> = Promise.reject(new Error('nothing is watched'));
  seen.catch(() => undefined);
  const isShown = (title: string) => {
    const textbox = document.querySelector('[role=textbox][aria-label="Article text"]');
    if (textbox?.textContent?.trimStart().startsWith(title) !== true) return false;
    return [...(CSS.highlights.get('article-suggested') ?? [])].some((range) =>
      textbox.contains(range.startContainer),
    );
  };
  const isCounted = () =>
    / suggestions?$/.test(document.querySelector('.suggestion-count')?.textContent ?? '');
  /** The end of the frame in which it is so. */
  const painted = (isSo: () => boolean) =>
    new Promise<number>((resolve) => {
      const look = () => {
        if (!isSo()) {
          requestAnimationFrame(look);
          return;
        }
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          port1.close();
          resolve(performance.now());
        };
        port2.postMessage(null);
      };
      requestAnimationFrame(look);
    });
  window.suggestionProbe = {
    watch(title) {
      seen = new Promise<Suggested>((resolve, reject) => {
        const begin = async ({ timeStamp }: Event) => {
          const first = await painted(() => isShown(title));
          const all = await painted(isCounted);
          resolve({ firstMs: first - timeStamp, allMs: all - timeStamp });
        };
        addEventListener('click', (event) => void begin(event).catch(reject), { capture: true, once: true });
      });
    },
    seen: () => seen,
  };
}

async function opened(page: Page, title: string): Promise<Suggested> {
  const item = page
    .getByRole('navigation', { name: 'Articles', exact: true })
    .getByText(title, { exact: true })
    .first();
  await item.scrollIntoViewIfNeeded();
  const box = await item.boundingBox();
  if (box === null) throw new Error(`“${title}” is not in the list`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.evaluate((words) => window.suggestionProbe.watch(words), title);
  await page.mouse.down();
  await page.mouse.up();
  return page.evaluate(() => window.suggestionProbe.seen());
}
