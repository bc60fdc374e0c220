import type { Page } from '@playwright/test';
import { launchApp } from '../../e2e/harness/launch.ts';
import { taggedArticle } from '../article/tagged-article.ts';
import { profileWith } from './app-profile.ts';
import { appPaintedAfterStart, startedProfile } from './cold-start.ts';
import type { Part, Plan } from './part.ts';

const articleCount = 10_000;
const size = '10,000 articles';

/** The list of a project with very many articles: the start, and searching and filtering in it. */
export const articlesPanel: Part = { name: 'articles-panel', drivesApp: true, measure };

async function measure({ rounds, say, record }: Plan): Promise<void> {
  say(`articles-panel: importing ${size}`);
  const small = await startedProfile();
  const large = await profileWith(() =>
    Array.from({ length: articleCount }, (_, i) =>
      taggedArticle({ id: `many-${i}`, length: 2_500, spanCount: 10 }, i),
    ),
  );
  for (let round = 0; round < rounds; round++) {
    say(`articles-panel: round ${round + 1} of ${rounds}`);
    for (const [profile, of] of [
      [small, '1 article'],
      [large, size],
    ] as const) {
      const value = await appPaintedAfterStart(profile);
      record({ measure: 'start → text painted, ms', size: of, contender: 'app', round, value });
    }
    for (const [name, value] of await inTheList(large)) {
      record({ measure: name, size, contender: 'app', round, value });
    }
  }
}

async function inTheList(profile: string): Promise<[string, number][]> {
  const { page, close } = await launchApp({ profile });
  try {
    await page
      .getByRole('navigation', { name: 'Articles', exact: true })
      .getByRole('listitem')
      .first()
      .waitFor();
    await page.evaluate(installListProbe);
    const search = page.getByRole('searchbox', { name: 'Search articles' });
    await search.focus();
    const letters: number[] = [];
    for (const letter of 'harbour') letters.push(await painted(page, () => page.keyboard.press(letter)));
    const searched = await untilGone(page, 'searching');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Filter articles' }).click();
    const box = page.getByRole('dialog', { name: 'Show only articles' }).getByRole('checkbox');
    const state = await painted(page, () => box.first().click());
    await box.first().click();
    const counted = await painted(page, () => box.nth(4).click());
    return [
      ['letter in the search → painted (slowest of seven), ms', Math.max(...letters)],
      ['last letter → every text searched, ms', searched],
      ['filter by state → painted, ms', state],
      ['filter by claims without a speaker → painted, ms', counted],
    ];
  } finally {
    await close();
  }
}

interface ListProbe {
  /** Begins to wait for the next key or click and the drawing of the list after it; milliseconds from the one to the other. */
  watch(): void;
  seen(): Promise<number>;
  lastEvent: number;
}

declare global {
  interface Window {
    listProbe: ListProbe;
  }
}

/** Sent into the app's page: it refers to nothing outside of itself. */
function installListProbe(): void {
  let seen: Promise<number> = Promise.resolve(0);
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const probe: ListProbe = {
    lastEvent: 0,
    watch() {
      seen = new Promise<number>((resolve) => {
        const begin = async ({ timeStamp }: Event) => {
          for (const type of ['keydown', 'click']) removeEventListener(type, begin, { capture: true });
          probe.lastEvent = timeStamp;
          // What is put off behind the first drawing is drawn in the frames after it.
          for (let i = 0; i < 3; i++) await frame();
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - timeStamp);
          port2.postMessage(null);
        };
        for (const type of ['keydown', 'click']) addEventListener(type, begin, { capture: true });
      });
    },
    seen: () => seen,
  };
  window.listProbe = probe;
}

async function painted(page: Page, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => window.listProbe.watch());
  await act();
  return page.evaluate(() => window.listProbe.seen());
}

/** Milliseconds from the last event until the panel no longer says this. */
function untilGone(page: Page, words: string): Promise<number> {
  return page.evaluate(async (said) => {
    const panel = document.querySelector('nav[aria-label="Articles"]');
    while (panel?.textContent?.includes(said)) await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now() - window.listProbe.lastEvent;
  }, words);
}
