import type { CommandId } from '../../../bridge/commands.ts';
import { fuzzyScore } from '../../app/fuzzy-match.ts';

/** Something that the palette can do. */
export interface PaletteEntry {
  readonly id: string;
  readonly title: string;
  readonly target:
    | { readonly kind: 'command'; readonly command: CommandId }
    | { readonly kind: 'article'; readonly article: string }
    /** A tag that has no key, and so no command of its own. */
    | { readonly kind: 'tag'; readonly tag: string }
    | { readonly kind: 'project'; readonly project: string }
    | { readonly kind: 'entity'; readonly entity: string };
}

/** So many are shown at once. */
const mostEntries = 60;

/**
 * The entries that fit the query, the best first; of equals, and when nothing is typed, those used lately come first, then the others in
 * their own order.
 * @param recent ids, the latest first
 */
export function rankEntries(
  entries: readonly PaletteEntry[],
  query: string,
  recent: readonly string[],
): PaletteEntry[] {
  const ranks = new Map(recent.map((id, i) => [id, i]));
  return entries
    .flatMap((entry, order) => {
      const score = fuzzyScore(query, entry.title);
      return score === null ? [] : [{ entry, score, order, rank: ranks.get(entry.id) ?? recent.length }];
    })
    .sort((a, b) => b.score - a.score || a.rank - b.rank || a.order - b.order)
    .slice(0, mostEntries)
    .map(({ entry }) => entry);
}
