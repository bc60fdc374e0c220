import { failure, type Result, success } from '../../model/result.ts';
import { decodeBytes } from '../../text/decode.ts';
import { buildArticle } from '../extraction/build-article.ts';
import { refuseTooLarge } from '../extraction/decode-file.ts';
import { unreadableDocument } from '../extraction/document-failure.ts';
import type { ExtractedBlock, Extraction } from '../extraction/extraction.ts';
import { partPath } from '../extraction/part-path.ts';
import { publicationMetadata } from '../extraction/publication-date.ts';
import { withTitle } from '../extraction/with-title.ts';
import { ZipParts } from '../extraction/zip-parts.ts';
import type { SourceFile } from '../format.ts';
import { type FormatFailure, unreadable } from '../format-failure.ts';
import { htmlBlocks } from '../html/html-blocks.ts';
import { beyondLimits } from '../html/page-limits.ts';
import { parsePage } from '../html/parse-page.ts';
import type { ReadArticle } from '../read-article.ts';
import { chapterTitles } from './chapter-titles.ts';
import { packageDocument } from './package-document.ts';

const locked = 'it is protected against reading';

/** The text of a book, chapter after chapter. Its pictures, scripts and styles are left where they are. */
export function readEpub(file: SourceFile): Result<ReadArticle, FormatFailure> {
  const large = refuseTooLarge(file);
  if (large !== undefined) return large;
  const found = bookIn(file.bytes);
  if (!found.ok && found.reason === locked)
    return unreadable(
      'protected',
      `“${file.name}” is protected against copying. Only the program that it was bought with can read it.`,
    );
  if (!found.ok) return unreadableDocument(file.name, 'an EPUB book', found.reason);
  return buildArticle(file, { reader: 'epub@1' }, found.value);
}

function bookIn(bytes: Uint8Array): Result<Extraction, string> {
  const parts = ZipParts.of(bytes);
  if (!parts.ok) return parts;
  const book = packageDocument(parts.value);
  if (!book.ok) return book;
  const { spine, properties } = book.value;
  const encrypted = encryptedParts(parts.value);
  if (spine.some((name) => encrypted.has(name))) return failure(locked);
  const titles = chapterTitles(parts.value, book.value);
  const blocks: ExtractedBlock[] = [];
  for (const name of spine) {
    const chapter = chapterIn(parts.value, name, titles.get(name));
    if (!chapter.ok) return chapter;
    for (const block of chapter.value) blocks.push(block);
  }
  const title = properties.get('title');
  return success({
    blocks: withTitle(title, blocks),
    ...(title !== undefined && { title }),
    metadata: {
      author: properties.get('creator'),
      outlet: properties.get('publisher'),
      ...publicationMetadata(properties.get('date')),
      language: properties.get('language'),
    },
  });
}

function chapterIn(
  parts: ZipParts,
  name: string,
  title: string | undefined,
): Result<readonly ExtractedBlock[], string> {
  const bytes = parts.read(name);
  if (!bytes.ok) return bytes;
  // What the book says is in it and is not there, or is a picture, is no text.
  if (bytes.value === undefined) return success([]);
  const decoded = decodeBytes(bytes.value);
  if (!decoded.ok)
    return decoded.reason.code === 'empty' ? success([]) : failure(`“${name}” in it is not text`);
  const reason = beyondLimits(decoded.value.text);
  if (reason !== undefined) return failure(`of “${name}” in it, ${reason}`);
  const blocks = htmlBlocks(parsePage(decoded.value.text).documentElement);
  const isTitled =
    title === undefined || blocks.length === 0 || blocks.slice(0, 4).some(({ kind }) => kind === 'heading');
  return success(
    isTitled
      ? blocks
      : withTitle(title, blocks).map((block) =>
          block.kind === 'title' ? { ...block, kind: 'heading' } : block,
        ),
  );
}

/** Parts that are encrypted; fonts often are, and are no text (EPUB 3.3, section 4.2.6.3.2). */
function encryptedParts(parts: ZipParts): ReadonlySet<string> {
  const found = new Set<string>();
  parts.readXml('META-INF/encryption.xml', {
    open({ local, attributes }) {
      if (local === 'CipherReference') found.add(partPath('', attributes.get('URI') ?? ''));
    },
    close() {},
  });
  return found;
}
