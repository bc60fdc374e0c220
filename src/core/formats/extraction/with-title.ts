import type { ExtractedBlock } from './extraction.ts';

/** A title stands within so many blocks of the beginning, behind a kicker or the like. */
const searched = 6;

/**
 * The blocks with the title among them, so that it can be tagged as well: a block near the beginning that reads like it becomes the title, else one
 * is put before all others.
 */
export function withTitle(title: string | undefined, blocks: readonly ExtractedBlock[]): ExtractedBlock[] {
  const wanted = comparable(title ?? '');
  // A title without a text is no article.
  if (wanted === '' || blocks.every(({ text }) => text.trim() === '')) return [...blocks];
  const at = blocks.slice(0, searched).findIndex(({ text }) => comparable(text) === wanted);
  if (at === -1) return [{ kind: 'title', text: title ?? '' }, ...blocks];
  return blocks.map((block, i) => (i === at ? { ...block, kind: 'title' } : block));
}

function comparable(text: string): string {
  return text.slice(0, 2_000).replace(/\s+/g, ' ').trim().toLowerCase();
}
