import { type Block, placeOf } from '../../model/block.ts';
import { type Result, success } from '../../model/result.ts';
import { blockPieces } from '../../text/block-pieces.ts';
import { canonicalText } from '../../text/canonical-text.ts';
import { countWords } from '../../text/count-words.ts';
import { directionOf } from '../../text/direction.ts';
import { titleOf } from '../../text/title.ts';
import type { SourceFile } from '../format.ts';
import { type FormatFailure, unreadable } from '../format-failure.ts';
import type { ReadArticle } from '../read-article.ts';
import { articleSource, type Made } from './article-source.ts';
import { cleanMetadata } from './clean-metadata.ts';
import type { ExtractedBlock, Extraction } from './extraction.ts';

/**
 * The article of what was taken out of a file: its blocks one after another, each trimmed, a blank line between two of them and only a line end
 * before a tight block or between items of a list. Blocks without text are left out; a document without any is a failure.
 */
export function buildArticle(
  file: SourceFile,
  made: Made,
  { blocks, title, metadata = {} }: Extraction,
): Result<ReadArticle, FormatFailure> {
  const body = bodyOf(withTitleFirst(blocks));
  if (body.text === '') {
    return unreadable('empty', `“${file.name}” has no text in it. There is nothing to tag.`);
  }
  const named = title === undefined ? '' : titleOf(canonicalText(title.replace(/\s+/g, ' ')).text);
  const source = articleSource(file, made);
  return success({
    title: named === '' ? titleOf(body.text) : named,
    source: { ...source, replacements: source.replacements + body.replacements },
    direction: directionOf(body.text),
    wordCount: countWords(body.text),
    metadata: cleanMetadata(metadata),
    body: { text: body.text, blocks: body.blocks },
  });
}

/** A heading before everything else is the title, where no block is. */
function withTitleFirst(blocks: readonly ExtractedBlock[]): readonly ExtractedBlock[] {
  const at = blocks.findIndex(({ text }) => text.trim() !== '');
  const first = blocks[at];
  if (first?.kind !== 'heading' || blocks.some(({ kind }) => kind === 'title')) return blocks;
  return blocks.with(at, { ...first, kind: 'title' });
}

function bodyOf(extracted: readonly ExtractedBlock[]) {
  const parts: string[] = [];
  const whole: { block: ExtractedBlock; start: number; end: number }[] = [];
  let length = 0;
  let replacements = 0;
  let above: ExtractedBlock | undefined;
  for (const block of extracted) {
    const canonical = canonicalText(block.text);
    const text = canonical.text.trim();
    replacements += canonical.replacements;
    if (text === '') continue;
    const gap = above === undefined ? '' : isTight(above, block) ? '\n' : '\n\n';
    parts.push(gap, text);
    const start = length + gap.length;
    length = start + text.length;
    whole.push({ block, start, end: length });
    above = block;
  }
  const text = parts.join('');
  const blocks: Block[] = [];
  for (const { block, start, end } of whole) {
    const place = placeOf(block);
    for (const piece of blockPieces(text, start, end, block.kind)) {
      const turn = block.turns?.findLast(({ at }) => start + at <= piece.start);
      blocks.push({ ...piece, ...place, ...(turn !== undefined && { page: turn.page }) });
    }
  }
  return { text, blocks, replacements };
}

function isTight(above: ExtractedBlock, block: ExtractedBlock): boolean {
  return block.isTight === true || (block.kind === 'listItem' && above.kind === 'listItem');
}
