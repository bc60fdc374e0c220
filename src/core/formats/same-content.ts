import type { Relation } from '../model/relation.ts';
import type { Span } from '../model/span.ts';

/** Equal for spans that say the same, whatever their ids, origin and times. */
export function spanContent(span: Span): string {
  const { tag, fragments, attributes, note, flagged, annotator } = span;
  const places = fragments.map(({ start, end }) => [start, end]);
  return JSON.stringify([tag, places, sorted(attributes), note, flagged, annotator]);
}

/** Equal for relations that say the same between the same spans. */
export function relationContent(relation: Omit<Relation, 'articleId'>): string {
  const { type, from, to, attributes, annotator } = relation;
  return JSON.stringify([type, from, to, sorted(attributes), annotator]);
}

/** Equal for JSON values that differ at most in the order of their keys. */
export function jsonContent(value: unknown): string {
  return JSON.stringify(sorted(value));
}

/** The value with each object as a list of its members by key. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return { members: members.map(([key, member]) => [key, sorted(member)]) };
}
