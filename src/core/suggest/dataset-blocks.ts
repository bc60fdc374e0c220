import type { DatasetArticle } from '../formats/dataset-schema.ts';
import type { Block } from '../model/block.ts';
import { deriveBlocks } from '../text/blocks.ts';
import type { CodePointMap } from '../text/offsets.ts';

/** The blocks of a dataset’s article in UTF-16 units, derived where it has none. */
export function datasetBlocks({ text, blocks }: DatasetArticle, map: CodePointMap): readonly Block[] {
  if (blocks === undefined || blocks.length === 0) return deriveBlocks(text);
  return blocks.map(({ kind, start, end }) => ({ kind, start: map.toUtf16(start), end: map.toUtf16(end) }));
}
