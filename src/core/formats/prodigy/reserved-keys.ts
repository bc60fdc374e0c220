const spanKeys = new Set([
  'id',
  'start',
  'end',
  'token_start',
  'token_end',
  'label',
  'text',
  'input_hash',
  'color',
  'hidden',
]);
const relationKeys = new Set(['head', 'child', 'label', 'head_span', 'child_span', 'color']);

/** True for keys of a span that mean nothing to Prodigy itself, and so hold attributes. */
export function isFreeSpanKey(key: string): boolean {
  return !spanKeys.has(key);
}

/** The same for keys of a relation. */
export function isFreeRelationKey(key: string): boolean {
  return !relationKeys.has(key);
}
