import type { UnassignedWords } from '../../workers/scan/unassigned-speakers.ts';

/** What was found of further articles, added to the groups of the same words. */
export function addGroups(
  groups: ReadonlyMap<string, UnassignedWords>,
  batch: readonly UnassignedWords[],
): ReadonlyMap<string, UnassignedWords> {
  const all = new Map(groups);
  for (const group of batch) {
    const known = all.get(group.key);
    all.set(group.key, known === undefined ? group : { ...known, spans: [...known.spans, ...group.spans] });
  }
  return all;
}

/** The groups whose words have the query in them, the most frequent first. */
export function listedGroups(
  groups: ReadonlyMap<string, UnassignedWords>,
  query: string,
): readonly UnassignedWords[] {
  const sought = query.trim().toLowerCase();
  return [...groups.values()]
    .filter(({ words }) => words.toLowerCase().includes(sought))
    .sort((a, b) => b.spans.length - a.spans.length || a.key.localeCompare(b.key));
}
