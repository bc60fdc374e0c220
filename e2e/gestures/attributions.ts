import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { appRoot } from '../harness/electron-executable.ts';
import { waitSaved } from '../harness/saved.ts';
import { expectCaret } from './drawn-text.ts';

/** An attribution of the shared article, and the keys that make it from where the one before left the caret. */
export interface GoldAttribution {
  /** Fragments `[start, end)`. The article has no astral characters, so UTF-16 units and code points agree. */
  readonly claim: readonly (readonly [number, number])[];
  /** The words for who says it; a mention of the same person in the paragraph before counts. */
  readonly speaker: readonly [number, number];
  readonly form: 'direct' | 'indirect';
  readonly keys: readonly string[];
}

interface AttributedArticle {
  readonly sha256: string;
  readonly attributions: readonly GoldAttribution[];
}

/** Every attribution of the shared article. */
export function attributedArticle(): AttributedArticle {
  return JSON.parse(
    readFileSync(resolve(appRoot, 'e2e/fixtures/attributed-article.json'), 'utf8'),
  ) as AttributedArticle;
}

/** Presses the keys of an attribution, each once what the one before came to can be seen. @returns how many were pressed, movement included */
export async function pressAttribution(page: Page, { claim, keys }: GoldAttribution): Promise<number> {
  for (const key of keys) {
    await page.keyboard.press(key);
    if (key === 'q')
      await expectCaret(page, (claim[0]?.[0] ?? 0).toLocaleString('en').replaceAll(',', '[\\s,.]?'));
    else await waitSaved(page);
  }
  return keys.length;
}

/** Waits until the foot of the window counts so many claims, all of them attributed. */
export async function expectAttributed(page: Page, claims: number): Promise<void> {
  await expect(page.getByRole('contentinfo')).toContainText(`${claims} of ${claims} claim`);
}
