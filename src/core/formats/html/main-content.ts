import { Readability } from '@mozilla/readability';
import type { HtmlNode } from './html-node.ts';
import { visit } from './html-node.ts';
import type { PageMetadata } from './page-metadata.ts';
import type { Page } from './parse-page.ts';

/** What looks for the article takes time that grows faster than the page: beyond these the whole page is taken. */
const mostNodes = 40_000;
const mostText = 4_000_000;
const deepest = 200;

export interface MainContent extends PageMetadata {
  readonly root: HtmlNode;
}

/** The part of a page that is its article, and what is said about it there; undefined when none can be told. The page is not whole afterwards. */
export function mainContent(document: Page): MainContent | undefined {
  if (isBeyond(document.documentElement)) return undefined;
  const found = readable(document);
  if (found?.content === null || found?.content === undefined) return undefined;
  return {
    root: found.content,
    title: found.title ?? undefined,
    author: found.byline ?? undefined,
    outlet: found.siteName ?? undefined,
    published: found.publishedTime ?? undefined,
  };
}

function readable(document: Page) {
  try {
    return new Readability(document, { serializer: (node) => node }).parse();
  } catch {
    // It stumbled over a page such as nobody writes; there is still the page.
    return null;
  }
}

function isBeyond(root: HtmlNode): boolean {
  let nodes = 0;
  let text = 0;
  let depth = 0;
  let reached = 0;
  visit(root, {
    enter() {
      nodes += 1;
      depth += 1;
      reached = Math.max(reached, depth);
      return true;
    },
    leave() {
      depth -= 1;
    },
    text(found) {
      nodes += 1;
      text += found.length;
    },
  });
  return nodes > mostNodes || text > mostText || reached > deepest;
}
