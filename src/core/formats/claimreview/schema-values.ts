import type { Attributes } from '../../model/attribute-value.ts';
import { dateAttribute, entityAttribute, placeAttribute } from '../../model/known-attributes.ts';

/** Attributes that schema.org has a property for: who is meant, when, and where. */
export function isClaimAttribute(id: string, value: Attributes[string]): boolean {
  if (id === entityAttribute) return typeof value === 'string' && value !== '';
  const isValue = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isValue && (id === dateAttribute || id === placeAttribute);
}

/** Metadata that schema.org has a property of articles for. */
export function isClaimMetadata(key: string, value: string): boolean {
  if (value.trim() === '') return false;
  if (key === 'date' || key === 'published') return isIsoDate(value);
  return key === 'outlet' || key === 'author' || (key === 'url' && isAddress(value));
}

/** What schema.org calls a Date or DateTime: ISO 8601. */
export function isIsoDate(value: string): boolean {
  return /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?$/.test(value);
}

function isAddress(value: string): boolean {
  return /^https?:\/\/[^\s<>"]+$/i.test(value);
}
