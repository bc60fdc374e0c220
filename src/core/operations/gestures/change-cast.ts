import { tidyAliases } from '../../cast/entity-names.ts';
import type { Entity } from '../../model/entity.ts';
import type { Identifier } from '../../model/identifier.ts';
import type { Span } from '../../model/span.ts';
import { type Change, operationOf } from '../operation.ts';
import { clearEntity } from './assign-entity.ts';
import type { Authorship } from './authorship.ts';
import { done, type GestureResult, refused } from './gesture.ts';

/** What a person says of an entity. */
export type EntityFacts = Omit<Entity, 'id' | 'createdAt' | 'updatedAt'>;

/** What is known of somebody of whom only the name, or a description, is known. */
export function unknownBut(name: string, kind: Entity['kind']): EntityFacts {
  return { kind, name, role: '', aliases: [], anonymous: false, note: '' };
}

/** An entity with its facts tidied; undefined when it has no name. */
export function newEntity(facts: EntityFacts, by: Authorship): Entity | undefined {
  const tidied = tidy(facts);
  if (tidied.name === '') return undefined;
  return { ...tidied, id: by.newId(), createdAt: by.now, updatedAt: by.now };
}

/** Adds somebody to the end of the cast. @param current the span that stays current */
export function addEntity(
  cast: readonly Entity[],
  facts: EntityFacts,
  by: Authorship,
  current: Identifier | null,
): GestureResult {
  const entity = newEntity(facts, by);
  if (entity === undefined) return nameless;
  return done({ type: 'entity.add', entity, at: cast.length }, `add ${entity.name} to the cast`, current);
}

/** Changes what is said of an entity. */
export function changeEntity(
  entity: Entity,
  change: Partial<EntityFacts>,
  by: Authorship,
  current: Identifier | null,
): GestureResult {
  const after: Entity = { ...entity, ...tidy({ ...entity, ...change }), updatedAt: by.now };
  if (after.name === '') return nameless;
  if (JSON.stringify(tidy(after)) === JSON.stringify(tidy(entity))) {
    return refused('unchanged', 'That is what the cast says already.');
  }
  const label = after.name === entity.name ? `edit ${entity.name}` : `rename ${entity.name}`;
  return done({ type: 'entity.update', before: entity, after }, label, current);
}

/**
 * Takes an entity out of the cast. The spans that stand for it stay, and stand for nobody.
 * @param spans all that stand for it, of any article.
 */
export function removeEntity(
  cast: readonly Entity[],
  entity: Entity,
  spans: readonly Span[],
  by: Authorship,
  current: Identifier | null,
): GestureResult {
  const at = cast.findIndex(({ id }) => id === entity.id);
  if (at === -1) return refused('missing', `${entity.name} is not in the cast.`);
  const changes: Change[] = [
    ...spans.map((span) => clearEntity(span, by)),
    { type: 'entity.remove', entity, at },
  ];
  return done(operationOf(changes), `remove ${entity.name} from the cast`, current);
}

const nameless = refused('not-allowed', 'A name has at least one character.');

function tidy({ kind, name, role, aliases, anonymous, note }: EntityFacts): EntityFacts {
  const tidyName = oneLine(name);
  return {
    kind,
    name: tidyName,
    role: oneLine(role),
    aliases: tidyAliases(tidyName, aliases),
    anonymous,
    note,
  };
}

function oneLine(words: string): string {
  return words.replace(/\s+/gu, ' ').trim().slice(0, 256);
}
