import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { appRoot } from '../harness/electron-executable.ts';

/** The folder of real files that stands beside the repository; absent in a plain clone. */
export const sharedData = resolve(appRoot, '../shared/data');

/** Tests that need real files skip where they are absent, except in CI, where that is a fault. */
export const sharedDataIsMissing = !existsSync(sharedData) && process.env.CI === undefined;

/** The one news article of the shared data. */
export function sharedArticlePath(): string {
  const folder = join(sharedData, 'articles');
  const [name] = readdirSync(folder).filter((file) => file.endsWith('.txt'));
  if (name === undefined) throw new Error('the shared data holds an article');
  return join(folder, name);
}

export interface GoldSpan {
  readonly tag: 'speaker' | 'claim' | 'location' | 'date';
  /** Offsets in the article's text; it has no astral characters, so UTF-16 units and code points agree. */
  readonly start: number;
  readonly end: number;
}

interface GoldArticle {
  readonly sha256: string;
  readonly spans: readonly GoldSpan[];
}

/** 53 spans of every tag: nested, overlapping, one across a heading, around curly quotes and the article's stray Arabic. */
export function goldArticle(): GoldArticle {
  return JSON.parse(
    readFileSync(resolve(appRoot, 'e2e/fixtures/tagged-article.json'), 'utf8'),
  ) as GoldArticle;
}
