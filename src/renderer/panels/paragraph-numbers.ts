import { t } from '../../core/messages/translate.ts';
import type { ArticleBody } from '../../core/model/article.ts';

const known = new WeakMap<ArticleBody, Uint32Array>();

/**
 * The number of the paragraph that holds `offset` (UTF-16 units), counted from 1; the title, and what stands before the first paragraph, is 0.
 * Pieces of one long paragraph count once.
 */
export function paragraphAt(body: ArticleBody, offset: number): number {
  const { blocks } = body;
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((blocks[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 0 : (numbersOf(body)[low - 1] ?? 0);
}

/** As it is shown: `¶3`, and `title` for what is in none. */
export function paragraphLabel(body: ArticleBody, offset: number): string {
  const number = paragraphAt(body, offset);
  return number === 0 ? t('panels.title') : `¶${number}`;
}

function numbersOf(body: ArticleBody): Uint32Array {
  const numbers = known.get(body) ?? count(body);
  known.set(body, numbers);
  return numbers;
}

function count({ blocks }: ArticleBody): Uint32Array {
  let number = 0;
  return Uint32Array.from(blocks, ({ kind }) => {
    if (kind !== 'title' && kind !== 'continuation') number += 1;
    return number;
  });
}
