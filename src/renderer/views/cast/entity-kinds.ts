import type { Entity } from '../../../core/model/entity.ts';

export const entityKinds = [
  { value: 'person', label: 'Person' },
  { value: 'organisation', label: 'Organisation' },
  { value: 'other', label: 'Other' },
] as const satisfies readonly { readonly value: Entity['kind']; readonly label: string }[];

/** The kind that a field's value names. */
export function kindOf(value: string): Entity['kind'] {
  return entityKinds.find((kind) => kind.value === value)?.value ?? 'other';
}
