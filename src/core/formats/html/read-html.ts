import type { Result } from '../../model/result.ts';
import { buildArticle } from '../extraction/build-article.ts';
import { decodeFile } from '../extraction/decode-file.ts';
import type { ArticleReadingOptions, SourceFile } from '../format.ts';
import { type FormatFailure, unreadable } from '../format-failure.ts';
import type { ReadArticle } from '../read-article.ts';
import { declaredCharset } from './declared-charset.ts';
import { pageExtraction } from './page-extraction.ts';

/** The article of a page that was saved, or all of the page. */
export function readHtml(
  file: SourceFile,
  { encoding, wholePage }: ArticleReadingOptions = {},
): Result<ReadArticle, FormatFailure> {
  const decoded = decodeFile(file, { encoding, declared: declaredCharset(file.bytes) });
  if (!decoded.ok) return decoded;
  const page = pageExtraction(decoded.value.text, wholePage);
  if (!page.ok) {
    return unreadable(
      'too-complex',
      `“${file.name}” cannot be taken apart: ${page.reason}. Copy the article’s text and paste it instead.`,
    );
  }
  return buildArticle(file, { reader: 'html@1', ...decoded.value }, page.value);
}
