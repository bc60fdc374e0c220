import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { RunningApp } from '../harness/launch.ts';
import { menu } from '../harness/menu.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Waits until colours have come to rest, and expects that axe finds nothing on the screen. @param screen what is on it, for the failure's words. @param except rules that cannot be kept there */
export async function expectClean(page: Page, screen: string, except: readonly string[] = []): Promise<void> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(rules)
    .disableRules([...except])
    .analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
  expect(found, screen).toEqual([]);
}

/** Does the same in the light and in the dark theme. */
export async function inBothThemes(
  { app, page }: RunningApp,
  check: (theme: string) => Promise<void>,
): Promise<void> {
  for (const theme of ['Light', 'Dark']) {
    await menu(app, `view.theme${theme}`);
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme.toLowerCase());
    await check(theme.toLowerCase());
  }
}
