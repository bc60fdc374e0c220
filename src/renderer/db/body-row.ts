import type { ArticleBody } from '../../core/model/article.ts';
import { type Block, type BlockKind, type BlockPlace, blockKindSchema } from '../../core/model/block.ts';
import type { Identifier } from '../../core/model/identifier.ts';
import type { BodyRow } from './rows.ts';

/** Packs an article's text and blocks for the store. */
export function bodyRowOf(articleId: Identifier, { text, blocks }: ArticleBody): BodyRow {
  const kindNames = blockKindSchema.options;
  const kinds = new Uint8Array(blocks.length);
  const edges = new Uint32Array(blocks.length * 2);
  blocks.forEach((block, i) => {
    kinds[i] = kindNames.indexOf(block.kind);
    edges[2 * i] = block.start;
    edges[2 * i + 1] = block.end;
  });
  const havePages = blocks.some(({ page }) => page !== undefined);
  const haveTimes = blocks.some(({ from, to }) => from !== undefined || to !== undefined);
  return {
    articleId,
    text,
    kinds,
    kindNames,
    edges,
    ...(havePages && { pages: Uint32Array.from(blocks, ({ page }) => page ?? 0) }),
    ...(haveTimes && {
      times: Float64Array.from(blocks.flatMap(({ from, to }) => [from ?? Number.NaN, to ?? Number.NaN])),
    }),
  };
}

/** Takes text and blocks out of their row. */
export function bodyOf(row: BodyRow): ArticleBody {
  const blocks: Block[] = [];
  row.kinds.forEach((kind, i) => {
    blocks.push({
      kind: kindAt(row, kind),
      start: row.edges[2 * i] ?? 0,
      end: row.edges[2 * i + 1] ?? 0,
      ...placeAt(row, i),
    });
  });
  return { text: row.text, blocks };
}

function placeAt({ pages, times }: BodyRow, index: number): BlockPlace {
  const page = pages?.[index] ?? 0;
  const from = times?.[2 * index] ?? Number.NaN;
  const to = times?.[2 * index + 1] ?? Number.NaN;
  return {
    ...(page > 0 && { page }),
    ...(!Number.isNaN(from) && { from }),
    ...(!Number.isNaN(to) && { to }),
  };
}

function kindAt(row: BodyRow, position: number): BlockKind {
  const kind = row.kindNames[position];
  if (kind === undefined)
    throw new Error(`the row names no block kind ${position}: it was packed with its names`);
  return kind;
}
