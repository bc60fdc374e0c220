import type { Entity } from '../../../../src/core/model/entity.ts';

const noon = '2026-01-02T12:00:00.000Z';

/** Somebody of the cast whose id is the name. */
export function personOf(name: string, aliases: string[] = [], parts: Partial<Entity> = {}): Entity {
  return {
    id: name,
    kind: 'person',
    name,
    role: '',
    aliases,
    anonymous: false,
    note: '',
    createdAt: noon,
    updatedAt: noon,
    ...parts,
  };
}
