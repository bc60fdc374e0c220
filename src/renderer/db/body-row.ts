import type { ArticleBody } from '../../core/model/article.ts';
import { type Block, type BlockKind, blockKindSchema } from '../../core/model/block.ts';
import type { Identifier } from '../../core/model/identifier.ts';
import type { BodyRow } from './rows.ts';

/** Packs an article's text and blocks for the store. */
export function bodyRowOf(articleId: Identifier, body: ArticleBody): BodyRow {
  const kindNames = blockKindSchema.options;
  const kinds = new Uint8Array(body.blocks.length);
  const edges = new Uint32Array(body.blocks.length * 2);
  body.blocks.forEach((block, i) => {
    kinds[i] = kindNames.indexOf(block.kind);
    edges[2 * i] = block.start;
    edges[2 * i + 1] = block.end;
  });
  return { articleId, text: body.text, kinds, kindNames, edges };
}

/** Takes text and blocks out of their row. */
export function bodyOf(row: BodyRow): ArticleBody {
  const blocks: Block[] = [];
  row.kinds.forEach((kind, i) => {
    blocks.push({
      kind: kindAt(row, kind),
      start: row.edges[2 * i] ?? 0,
      end: row.edges[2 * i + 1] ?? 0,
    });
  });
  return { text: row.text, blocks };
}

function kindAt(row: BodyRow, position: number): BlockKind {
  const kind = row.kindNames[position];
  if (kind === undefined)
    throw new Error(`the row names no block kind ${position}: it was packed with its names`);
  return kind;
}
