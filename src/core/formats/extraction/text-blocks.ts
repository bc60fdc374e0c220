import { deriveBlocks } from '../../text/blocks.ts';
import { canonicalText } from '../../text/canonical-text.ts';
import type { ExtractedBlock } from './extraction.ts';

/** The blocks of plain text that is part of a document, told as those of a text file are. Its first line is no title: the document has one. */
export function textBlocks(raw: string): ExtractedBlock[] {
  const { text } = canonicalText(raw);
  return deriveBlocks(text).map(({ kind, start, end }) => ({
    kind: kind === 'continuation' || kind === 'title' ? 'paragraph' : kind,
    text: text.slice(start, end),
  }));
}
