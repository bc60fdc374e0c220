import { type Result, success } from '../../model/result.ts';
import { buildArticle } from '../extraction/build-article.ts';
import { refuseTooLarge } from '../extraction/decode-file.ts';
import { isCompoundFile, lockedDocument, unreadableDocument } from '../extraction/document-failure.ts';
import { DocumentProperties } from '../extraction/document-properties.ts';
import type { ExtractedBlock, Extraction } from '../extraction/extraction.ts';
import { ZipParts } from '../extraction/zip-parts.ts';
import type { SourceFile } from '../format.ts';
import type { FormatFailure } from '../format-failure.ts';
import type { ReadArticle } from '../read-article.ts';
import { wordParts } from './word-parts.ts';
import { WordStyles } from './word-styles.ts';
import { WordText } from './word-text.ts';

/** The text of a Word document: what is printed on its pages but their headers and footers, notes at the end; comments are counted. */
export function readDocx(file: SourceFile): Result<ReadArticle, FormatFailure> {
  const large = refuseTooLarge(file);
  if (large !== undefined) return large;
  if (isCompoundFile(file.bytes)) return lockedDocument(file.name);
  const found = documentIn(file.bytes);
  if (!found.ok) return unreadableDocument(file.name, 'a Word document', found.reason);
  return buildArticle(file, { reader: 'docx@1' }, found.value);
}

function documentIn(bytes: Uint8Array): Result<Extraction, string> {
  const parts = ZipParts.of(bytes);
  if (!parts.ok) return parts;
  const names = wordParts(parts.value);
  if (!names.ok) return names;
  const { document, styles: stylesPart, comments, properties: propertiesPart } = names.value;
  const styles = WordStyles.read(parts.value, stylesPart);
  if (!styles.ok) return styles;
  const text = new WordText(styles.value);
  const read = parts.value.readXml(document, text);
  if (!read.ok) return read;
  if (!read.value) return { ok: false, reason: `there is no “${document}” in it` };
  const notes = notesOf(parts.value, names.value, styles.value, text);
  if (!notes.ok) return notes;
  const properties = new DocumentProperties();
  // What is wrong with these is nothing to the text.
  parts.value.readXml(propertiesPart, properties);
  const blocks = [...text.blocks(), ...notes.value];
  const title = blocks.find(({ kind }) => kind === 'title')?.text ?? properties.get('title');
  const commentCount = countComments(parts.value, comments);
  return success({
    blocks,
    ...(title !== undefined && { title }),
    metadata: { ...properties.metadata(), comments: commentCount === 0 ? undefined : String(commentCount) },
  });
}

/** The notes that the text refers to, in that order, each with its number. */
function notesOf(
  parts: ZipParts,
  names: { readonly footnotes: string; readonly endnotes: string },
  styles: WordStyles,
  { references }: WordText,
): Result<ExtractedBlock[], string> {
  if (references.length === 0) return success([]);
  const footnotes = new WordText(styles);
  const endnotes = new WordText(styles);
  for (const [name, listener] of [
    [names.footnotes, footnotes],
    [names.endnotes, endnotes],
  ] as const) {
    const read = parts.readXml(name, listener);
    if (!read.ok) return read;
  }
  return success(
    references.flatMap(({ kind, id }, i) => {
      const blocks = (kind === 'footnote' ? footnotes : endnotes).notes.get(id) ?? [];
      return blocks.map((block, at) =>
        at === 0 ? { ...block, text: `[${i + 1}] ${block.text.trimStart()}` } : block,
      );
    }),
  );
}

function countComments(parts: ZipParts, name: string): number {
  let count = 0;
  parts.readXml(name, {
    open({ local }) {
      if (local === 'comment') count += 1;
    },
    close() {},
  });
  return count;
}
