import type { Attributes } from '../../model/attribute-value.ts';

/** The group of spans that spaCy’s own components use. */
export const defaultGroup = 'sc';
/** Attributes that spaCy has a place for: the id in a knowledge base, and the group that a span is in. */
export const knowledgeBaseKey = 'kb_id';
export const groupKey = 'group';

const ownKeys = new Set(['start', 'end', 'label', 'id', 'note', 'flagged']);

/** True for attributes that a span can have among its keys: spaCy’s schema allows texts and whole numbers there. */
export function isSpanAttribute(id: string, value: Attributes[string]): boolean {
  if (id === knowledgeBaseKey) return typeof value === 'string' && value !== '';
  if (id === groupKey) return typeof value === 'string' && isGroup(value);
  return !ownKeys.has(id) && (typeof value === 'string' || Number.isSafeInteger(value));
}

/** True for names of groups other than the default one. */
export function isGroup(name: string): boolean {
  return name !== '' && name !== defaultGroup && name !== '__proto__';
}
