import { getDocument } from 'unpdf/pdfjs';
import { failure, type Result, success } from '../../model/result.ts';
import { buildArticle } from '../extraction/build-article.ts';
import { refuseTooLarge } from '../extraction/decode-file.ts';
import type { ExtractedBlock, Extraction } from '../extraction/extraction.ts';
import type { SourceFile } from '../format.ts';
import { type FormatFailure, unreadable } from '../format-failure.ts';
import type { ReadArticle } from '../read-article.ts';
import { type PageLine, pageLines } from './page-lines.ts';
import { pageText } from './page-text.ts';
import { pdfBlocks } from './pdf-blocks.ts';
import { hasEndlessRange, unpacksTooLarge } from './pdf-limits.ts';
import { documentFacts } from './pdf-metadata.ts';
import { readingOrder } from './reading-order.ts';
import { withoutRunningLines } from './running-lines.ts';
import { listenForStrayRejections } from './stray-rejections.ts';

const mostPages = 3_000;
const mostItems = 3_000_000;

/** The text of a PDF in reading order, with the page of each block. Nothing in it is run or drawn, and nothing is fetched for it. */
export async function readPdf(file: SourceFile): Promise<Result<ReadArticle, FormatFailure>> {
  const large = refuseTooLarge(file);
  if (large !== undefined) return large;
  if (file.bytes.length === 0)
    return unreadable('empty', `“${file.name}” is empty. There is nothing in it to tag.`);
  if (unpacksTooLarge(file.bytes)) return tooLarge(file.name, 'would be far too large when unpacked');
  if (hasEndlessRange(file.bytes)) return damaged(file.name);
  listenForStrayRejections();
  const loading = getDocument({
    // The library takes the bytes away from whoever had them.
    data: file.bytes.slice(),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    const extracted = await extraction(file.name, await loading.promise);
    return extracted.ok ? buildArticle(file, { reader: 'pdf@1' }, extracted.value) : extracted;
  } catch (error) {
    const isProtected = error instanceof Error && error.name === 'PasswordException';
    return isProtected ? locked(file.name) : damaged(file.name);
  } finally {
    await loading.destroy().catch(() => undefined);
  }
}

type PdfDocument = Awaited<ReturnType<typeof getDocument>['promise']>;

async function extraction(name: string, document: PdfDocument): Promise<Result<Extraction, FormatFailure>> {
  if (document.numPages > mostPages) return tooLarge(name, `has more than ${mostPages} pages`);
  const lines: PageLine[] = [];
  const margins: ExtractedBlock[] = [];
  const broken: number[] = [];
  let items = 0;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await textOf(document, number);
    if (page === undefined) {
      broken.push(number);
      continue;
    }
    items += page.items.length;
    if (items > mostItems) return tooLarge(name, 'has too much text in it');
    const { chunks, turned } = pageText(page.items, page.toPage);
    lines.push(...pageLines(readingOrder(chunks), number, (lines.at(-1)?.region ?? -1) + 1));
    if (turned.length > 0) margins.push({ kind: 'paragraph', text: turned.join(' '), page: number });
  }
  if (broken.length === document.numPages) return damaged(name);
  const blocks = [...pdfBlocks(withoutRunningLines(lines)), ...margins];
  if (!blocks.some(({ text }) => text.trim() !== '')) return scanned(name, document.numPages);
  const { metadata, title: told } = documentFacts(await document.getMetadata());
  const title = blocks.find(({ kind }) => kind === 'title')?.text ?? told;
  return success({
    blocks,
    metadata: { ...metadata, 'unreadable pages': broken.join(', ') },
    ...(title !== undefined && { title }),
  });
}

/** The text of a page, or undefined when it is damaged: the others can be read all the same. */
async function textOf(document: PdfDocument, number: number) {
  try {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const toPage = page.getViewport({ scale: 1 }).transform;
    page.cleanup();
    return { items: items.filter((item) => 'str' in item), toPage };
  } catch {
    return undefined;
  }
}

function tooLarge(name: string, why: string): Result<never, FormatFailure> {
  return unreadable('too-large', `“${name}” ${why}. Split it into parts, then open those.`);
}

function scanned(name: string, pages: number): Result<never, FormatFailure> {
  const what =
    pages === 1 ? 'a page without text, such as a scan' : `${pages} pages without text, such as scans`;
  return unreadable(
    'empty',
    `“${name}” holds ${what}. Have its text recognised (OCR) by another program, then open what that saves.`,
  );
}

function locked(name: string): Result<never, FormatFailure> {
  return failure({
    code: 'protected',
    message: `“${name}” is protected by a password. Save a copy without one, then open that.`,
  });
}

function damaged(name: string): Result<never, FormatFailure> {
  return unreadable(
    'damaged',
    `“${name}” cannot be read as a PDF: it is damaged, or something else. Try another copy of the file.`,
  );
}
