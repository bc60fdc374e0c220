import PostalMime, { type Email } from 'postal-mime';
import { failure, type Result, success } from '../../model/result.ts';
import { buildArticle } from '../extraction/build-article.ts';
import { refuseTooLarge } from '../extraction/decode-file.ts';
import type { ExtractedBlock, Extraction } from '../extraction/extraction.ts';
import { publicationMetadata } from '../extraction/publication-date.ts';
import { textBlocks } from '../extraction/text-blocks.ts';
import { withTitle } from '../extraction/with-title.ts';
import type { SourceFile } from '../format.ts';
import { type FormatFailure, unreadable } from '../format-failure.ts';
import { htmlBlocks } from '../html/html-blocks.ts';
import { beyondLimits } from '../html/page-limits.ts';
import { parsePage } from '../html/parse-page.ts';
import type { ReadArticle } from '../read-article.ts';

/** The library waits a moment after each line. */
const mostLines = 2_000_000;

/** The text of an e-mail message under its subject. What is attached is counted and not opened. */
export async function readEml(file: SourceFile): Promise<Result<ReadArticle, FormatFailure>> {
  const large = refuseTooLarge(file);
  if (large !== undefined) return large;
  const message = await messageIn(file.bytes);
  if (!message.ok) return refused(file.name, message.reason);
  const found = extraction(message.value);
  if (!found.ok) return refused(file.name, found.reason);
  return buildArticle(file, { reader: 'eml@1' }, found.value);
}

function refused(name: string, reason: string): Result<never, FormatFailure> {
  return unreadable(
    'damaged',
    `“${name}” cannot be read as an e-mail message: ${reason}. Copy its text and paste it instead.`,
  );
}

async function messageIn(bytes: Uint8Array): Promise<Result<Email, string>> {
  let lines = 0;
  for (let at = bytes.indexOf(0x0a); at !== -1; at = bytes.indexOf(0x0a, at + 1)) lines += 1;
  if (lines > mostLines) return failure(`it has more than ${mostLines.toLocaleString('en')} lines`);
  try {
    return success(await PostalMime.parse(bytes.slice(), { maxNestingDepth: 50, maxRfc822NestingDepth: 5 }));
  } catch {
    // Its limits on depth and on the length of heads are the only things that it throws about.
    return failure('its parts are nested too deeply, or its head is too long');
  }
}

function extraction({
  subject,
  from,
  to,
  text,
  html,
  attachments,
  headers,
}: Email): Result<Extraction, string> {
  const plain = textBlocks(text ?? '');
  const blocks = plain.length > 0 ? success(plain) : htmlText(html ?? '');
  if (!blocks.ok) return blocks;
  const date = headers.find(({ key }) => key === 'date')?.value;
  return success({
    blocks: withTitle(subject, blocks.value),
    ...(subject !== undefined && { title: subject }),
    metadata: {
      author: from?.name || from?.address,
      ...publicationMetadata(date),
      to: to?.map(({ name, address }) => name || address || '').join(', '),
      attachments: attachments.length === 0 ? undefined : String(attachments.length),
    },
  });
}

/** Of a message all is read: newsletters are built like pages around an article, and have none. */
function htmlText(html: string): Result<ExtractedBlock[], string> {
  const reason = beyondLimits(html);
  return reason === undefined ? success(htmlBlocks(parsePage(html).documentElement)) : failure(reason);
}
