import { failure, type Result, success } from '../../model/result.ts';
import type { Extraction } from '../extraction/extraction.ts';
import { withTitle } from '../extraction/with-title.ts';
import { htmlBlocks } from './html-blocks.ts';
import { mainContent } from './main-content.ts';
import { beyondLimits } from './page-limits.ts';
import { articleMetadata, pageMetadata } from './page-metadata.ts';
import { parsePage } from './parse-page.ts';
import { withoutReplies } from './without-replies.ts';

/**
 * What a page holds: its article, or all of it. Fails with a clause about “it”.
 * @param wholePage navigation, comments and everything else as well
 */
export function pageExtraction(html: string, wholePage = false): Result<Extraction, string> {
  const reason = beyondLimits(html);
  if (reason !== undefined) return failure(reason);
  const page = parsePage(html);
  const told = pageMetadata(page.documentElement);
  const main = mainContent(page);
  const title = main?.title || told.title;
  const article = main === undefined || wholePage ? [] : withoutReplies(htmlBlocks(main.root));
  // A page in which no article was found is read as a whole.
  const blocks =
    article.length === 0 ? htmlBlocks(parsePage(html).documentElement) : withTitle(title, article);
  return success({ ...titled(title), blocks, metadata: articleMetadata(merged(told, main)) });
}

function titled(title: string | undefined) {
  return title === undefined ? {} : { title };
}

type Told = ReturnType<typeof pageMetadata>;

function merged(told: Told, main: Told | undefined): Told {
  return {
    author: main?.author || told.author,
    outlet: main?.outlet || told.outlet,
    url: told.url,
    published: main?.published || told.published,
  };
}
