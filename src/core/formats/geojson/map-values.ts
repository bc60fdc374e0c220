import type { Attributes } from '../../model/attribute-value.ts';
import { placeAttribute } from '../../model/known-attributes.ts';

const fields = new Set(['date', 'published', 'outlet', 'url']);

/** Where it is: the one attribute that a map shows. */
export function isMapAttribute(id: string, value: Attributes[string]): boolean {
  return id === placeAttribute && typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What tells articles apart on a map. */
export function isMapMetadata(key: string, value: string): boolean {
  return fields.has(key) && value.trim() !== '';
}
