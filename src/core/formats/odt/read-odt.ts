import { failure, type Result, success } from '../../model/result.ts';
import { decodeXml } from '../../xml/decode-xml.ts';
import { readXml } from '../../xml/read-xml.ts';
import { buildArticle } from '../extraction/build-article.ts';
import { refuseTooLarge } from '../extraction/decode-file.ts';
import { lockedDocument, unreadableDocument } from '../extraction/document-failure.ts';
import { DocumentProperties } from '../extraction/document-properties.ts';
import type { Extraction } from '../extraction/extraction.ts';
import { ZipParts } from '../extraction/zip-parts.ts';
import type { SourceFile } from '../format.ts';
import type { FormatFailure } from '../format-failure.ts';
import type { ReadArticle } from '../read-article.ts';
import { OdfText } from './odf-text.ts';

const encrypted = 'it is encrypted';

/** The text of an OpenDocument text document, packed or as a single XML file; notes at the end, comments counted. */
export function readOdt(file: SourceFile): Result<ReadArticle, FormatFailure> {
  const large = refuseTooLarge(file);
  if (large !== undefined) return large;
  const isPacked = file.bytes[0] === 0x50 && file.bytes[1] === 0x4b;
  const found = isPacked ? packedDocument(file.bytes) : flatDocument(file.bytes);
  if (!found.ok && found.reason === encrypted) return lockedDocument(file.name);
  if (!found.ok) return unreadableDocument(file.name, 'an OpenDocument text', found.reason);
  return buildArticle(file, { reader: 'odt@1' }, found.value);
}

function packedDocument(bytes: Uint8Array): Result<Extraction, string> {
  const parts = ZipParts.of(bytes);
  if (!parts.ok) return parts;
  if (isEncrypted(parts.value)) return failure(encrypted);
  const text = new OdfText();
  const read = parts.value.readXml('content.xml', text);
  if (!read.ok) return read;
  if (!read.value) return failure('there is no “content.xml” in it');
  const properties = new DocumentProperties();
  // What is wrong with these is nothing to the text.
  parts.value.readXml('meta.xml', properties);
  return success(extraction(text, properties));
}

function flatDocument(bytes: Uint8Array): Result<Extraction, string> {
  const decoded = decodeXml(bytes);
  if (!decoded.ok) return failure(`line ${decoded.reason.line}: ${decoded.reason.reason}`);
  const text = new OdfText();
  const read = readXml(decoded.value.text, text);
  if (!read.ok) return failure(`line ${read.reason.line}: ${read.reason.reason}`);
  const properties = new DocumentProperties();
  const meta = metaOf(decoded.value.text);
  if (meta !== undefined) readXml(meta, properties);
  return success(extraction(text, properties));
}

/** The properties of a document in one file, as a document of their own. */
function metaOf(text: string): string | undefined {
  const root = /<office:document\s[^>]*>/.exec(text.slice(0, 20_000))?.[0];
  const start = text.indexOf('<office:meta>');
  const end = text.indexOf('</office:meta>', start);
  if (root === undefined || start === -1 || end === -1) return undefined;
  return `${root}${text.slice(start, end)}</office:meta></office:document>`;
}

function extraction(text: OdfText, properties: DocumentProperties): Extraction {
  const blocks = text.blocks();
  const title = blocks.find(({ kind }) => kind === 'title')?.text ?? properties.get('title');
  return {
    blocks,
    ...(title !== undefined && { title }),
    metadata: {
      ...properties.metadata(),
      comments: text.comments === 0 ? undefined : String(text.comments),
    },
  };
}

/** The manifest says how each part is encrypted (ODF 1.3, part 2, section 4.5). */
function isEncrypted(parts: ZipParts): boolean {
  let found = false;
  parts.readXml('META-INF/manifest.xml', {
    open({ local }) {
      found ||= local === 'encryption-data';
    },
    close() {},
  });
  return found;
}
