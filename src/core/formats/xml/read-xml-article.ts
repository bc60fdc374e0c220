import { failure, type Result, success } from '../../model/result.ts';
import { CodePointMap } from '../../text/offsets.ts';
import { decodeXml } from '../../xml/decode-xml.ts';
import { readXml } from '../../xml/read-xml.ts';
import type { DatasetReading } from '../dataset-reading.ts';
import { buildArticle } from '../extraction/build-article.ts';
import { refuseTooLarge } from '../extraction/decode-file.ts';
import type { Extraction } from '../extraction/extraction.ts';
import type { SourceFile } from '../format.ts';
import { type FormatFailure, unreadable } from '../format-failure.ts';
import type { ReadArticle } from '../read-article.ts';
import { readTei } from '../tei/read-tei.ts';
import { format as tei } from '../tei.format.ts';
import { XmlText } from './xml-text.ts';

const reader = 'xml@1';

/** The text of a document in XML. */
export async function readXmlArticle(file: SourceFile): Promise<Result<ReadArticle, FormatFailure>> {
  const large = refuseTooLarge(file);
  if (large !== undefined) return large;
  if (tei.recognise(file) !== 'no') {
    const reading = readTei(file);
    return reading.ok ? teiArticle(file, reading.value) : reading;
  }
  const decoded = decodeXml(file.bytes);
  const read = decoded.ok ? heard(decoded.value.text) : decoded;
  if (!read.ok) {
    const { reason, line } = read.reason;
    return unreadable('damaged', `“${file.name}” cannot be read: in line ${line}, ${reason}.`, line);
  }
  return buildArticle(file, { reader, ...(decoded.ok && { encoding: decoded.value.encoding }) }, read.value);
}

function heard(text: string) {
  const listener = new XmlText();
  const read = readXml(text, listener);
  return read.ok ? success<Extraction>(listener.extraction()) : failure(read.reason);
}

/** What is marked in a TEI document would be lost in an article of it, and several texts are several articles. */
function teiArticle(file: SourceFile, { dataset }: DatasetReading): Result<ReadArticle, FormatFailure> {
  const [article, ...others] = dataset.articles;
  if (article === undefined)
    return unreadable('empty', `“${file.name}” has no text in it. There is nothing to tag.`);
  if (others.length > 0 || (article.spans ?? []).length > 0) {
    const why = others.length > 0 ? `${others.length + 1} texts` : 'annotations in its text';
    return unreadable(
      'is-dataset',
      `“${file.name}” is a TEI document with ${why}. Import it instead: File › Import dataset….`,
    );
  }
  const map = CodePointMap.of(article.text);
  const blocks = (article.blocks ?? []).map(({ kind, start, end, page }) => ({
    kind: kind === 'continuation' ? ('paragraph' as const) : kind,
    text: article.text.slice(map.toUtf16(start), map.toUtf16(end)),
    ...(page !== undefined && { page }),
  }));
  return buildArticle(
    file,
    { reader },
    {
      blocks: blocks.length === 0 ? [{ kind: 'paragraph', text: article.text }] : blocks,
      ...(article.title !== undefined && { title: article.title }),
      metadata: article.metadata ?? {},
    },
  );
}
