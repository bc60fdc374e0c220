import { Marked } from 'marked';
import type { Result } from '../../model/result.ts';
import { buildArticle } from '../extraction/build-article.ts';
import { decodeFile } from '../extraction/decode-file.ts';
import type { ExtractedBlock } from '../extraction/extraction.ts';
import { metadataOf } from '../extraction/known-metadata.ts';
import { textBlocks } from '../extraction/text-blocks.ts';
import { withTitle } from '../extraction/with-title.ts';
import type { ArticleReadingOptions, SourceFile } from '../format.ts';
import type { FormatFailure } from '../format-failure.ts';
import { htmlBlocks } from '../html/html-blocks.ts';
import { beyondLimits } from '../html/page-limits.ts';
import { parsePage } from '../html/parse-page.ts';
import type { ReadArticle } from '../read-article.ts';
import { frontMatter } from './front-matter.ts';
import { isBeyondMarkdown } from './markdown-limits.ts';

const markdown = new Marked({ gfm: true });

/** Markdown (CommonMark with tables) without its marks. A text that is nothing like it is taken as it stands. */
export function readMarkdown(
  file: SourceFile,
  { encoding }: ArticleReadingOptions = {},
): Result<ReadArticle, FormatFailure> {
  const decoded = decodeFile(file, { encoding });
  if (!decoded.ok) return decoded;
  const { fields, rest } = frontMatter(decoded.value.text);
  const title = fields.find(([name]) => name.toLowerCase() === 'title')?.[1];
  const metadata = metadataOf(fields.filter(([name]) => name.toLowerCase() !== 'title'));
  const blocks = withTitle(title, markdownBlocks(rest) ?? textBlocks(rest));
  return buildArticle(
    file,
    { reader: 'markdown@1', ...decoded.value },
    { ...(title !== undefined && { title }), metadata, blocks },
  );
}

/** The blocks of a Markdown text, or undefined when it is too much for the library. */
export function markdownBlocks(text: string): ExtractedBlock[] | undefined {
  if (isBeyondMarkdown(text)) return undefined;
  let html: string;
  try {
    html = markdown.parse(text, { async: false });
  } catch {
    return undefined;
  }
  return beyondLimits(html) === undefined ? htmlBlocks(parsePage(html).documentElement) : undefined;
}
