import type { Result } from '../../model/result.ts';
import { buildArticle } from '../extraction/build-article.ts';
import { decodeFile, refuseTooLarge } from '../extraction/decode-file.ts';
import type { ArticleReadingOptions, SourceFile } from '../format.ts';
import { type FormatFailure, unreadable } from '../format-failure.ts';
import { declaredCharset } from '../html/declared-charset.ts';
import { pageExtraction } from '../html/page-extraction.ts';
import type { ReadArticle } from '../read-article.ts';
import { type MimePart, mimeParts, parameter } from './mime-parts.ts';
import { decodedContent } from './transfer-encoding.ts';

/** The article of a page that was saved with its pictures, or all of the page. Its frames, pictures, scripts and styles are left where they are. */
export function readMhtml(
  file: SourceFile,
  { encoding, wholePage }: ArticleReadingOptions = {},
): Result<ReadArticle, FormatFailure> {
  const large = refuseTooLarge(file);
  if (large !== undefined) return large;
  // One character a byte, so that positions are those of the bytes.
  const parts = mimeParts(new TextDecoder('latin1').decode(file.bytes));
  const page = pageAmong(parts);
  if (page === undefined)
    return unreadable('damaged', `“${file.name}” has no web page in it. Try another copy of the file.`);
  const bytes = decodedContent(
    file.bytes.subarray(page.start, page.end),
    page.fields.get('content-transfer-encoding') ?? '',
  );
  const declared = parameter(page.fields.get('content-type') ?? '', 'charset') ?? declaredCharset(bytes);
  const decoded = decodeFile({ name: file.name, bytes }, { encoding, declared });
  if (!decoded.ok) return decoded;
  const extracted = pageExtraction(decoded.value.text, wholePage);
  if (!extracted.ok) {
    return unreadable(
      'too-complex',
      `“${file.name}” cannot be taken apart: ${extracted.reason}. Copy the article’s text and paste it instead.`,
    );
  }
  const { metadata, ...extraction } = extracted.value;
  const url = metadata?.url ?? savedFrom(page);
  return buildArticle(
    file,
    { reader: 'mhtml@1', ...decoded.value },
    { ...extraction, metadata: { ...metadata, url } },
  );
}

/** The page itself is the first of its parts that is one; frames come later. */
function pageAmong(parts: readonly MimePart[]): MimePart | undefined {
  const isPage = ({ fields }: MimePart) =>
    /^(?:text\/html|application\/xhtml\+xml)/i.test(fields.get('content-type') ?? '');
  return parts.find(isPage);
}

function savedFrom({ fields }: MimePart): string | undefined {
  const place = fields.get('content-location')?.replace(/\s/g, '');
  return place !== undefined && /^https?:\/\//i.test(place) ? place : undefined;
}
