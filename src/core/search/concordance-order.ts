import type { KeywordInContext } from './keyword-in-context.ts';

export type ConcordanceOrder = 'article' | 'left' | 'keyword' | 'right';

/** Words of the context that the order looks at. */
const wordsCompared = 6;

const collator = new Intl.Collator('und', { sensitivity: 'base', numeric: true, ignorePunctuation: true });

/**
 * The rows in another order. `article` is the order in which they came; `left` goes by the word before the keyword, then by the one before
 * that; equal rows keep their order.
 */
export function inOrder<Row extends KeywordInContext>(
  rows: readonly Row[],
  order: ConcordanceOrder,
): readonly Row[] {
  if (order === 'article') return rows;
  return rows
    .map((row) => ({ row, key: keyOf(row, order) }))
    .sort((a, b) => collator.compare(a.key, b.key))
    .map(({ row }) => row);
}

function keyOf(
  { left, keyword, right }: KeywordInContext,
  order: Exclude<ConcordanceOrder, 'article'>,
): string {
  if (order === 'keyword') return keyword;
  const words = (order === 'left' ? left : right).split(' ').filter((word) => word !== '');
  const near = order === 'left' ? words.slice(-wordsCompared).reverse() : words.slice(0, wordsCompared);
  return near.join(' ');
}
