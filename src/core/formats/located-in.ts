import { readAttribute } from '../model/attribute-definition.ts';
import { placeAttribute } from '../model/known-attributes.ts';
import type { DatasetArticle, DatasetRelation, DatasetSpan } from './dataset-schema.ts';

/** What of an article is on the map, and what is linked to it. */
export interface LocatedParts {
  /** In the article's order. */
  readonly located: readonly DatasetSpan[];
  /** Claims by the id of the place that a relation `at` links them to. */
  readonly claimsAt: ReadonlyMap<string, readonly DatasetSpan[]>;
  /** Those who make these claims, by the ids of the claims. */
  readonly speakersOf: ReadonlyMap<string, readonly DatasetSpan[]>;
  /** All of these, in the article's order, and the relations that were followed. */
  readonly spans: readonly DatasetSpan[];
  readonly relations: readonly DatasetRelation[];
}

/** Where an annotation is, in degrees of WGS 84; undefined when nobody said, or when it cannot be located. */
export function pointOf({ attributes = {} }: DatasetSpan) {
  const read = readAttribute(attributes, { id: placeAttribute, type: 'place' });
  if (!read.ok || read.value === undefined) return undefined;
  const { name, latitude, longitude, source, sourceId } = read.value;
  return latitude === null || longitude === null
    ? undefined
    : { name, latitude, longitude, source, sourceId };
}

/** The annotations that have a point, with the claims `at` them and who `says` these. */
export function locatedIn({ spans = [], relations = [] }: DatasetArticle): LocatedParts {
  const byId = new Map(spans.map((span) => [span.id, span]));
  const located = spans.filter((span) => pointOf(span) !== undefined);
  const places = new Set(located.map(({ id }) => id));
  const at = relations.filter(({ type, to }) => type === 'at' && places.has(to));
  const claims = new Set(at.map(({ from }) => from));
  const says = relations.filter(({ type, to }) => type === 'says' && claims.has(to));
  const kept = new Set([...places, ...claims, ...says.map(({ from }) => from)]);
  const followed = new Set([...at, ...says]);
  return {
    located,
    claimsAt: whatLeadsTo(at, byId),
    speakersOf: whatLeadsTo(says, byId),
    spans: spans.filter(({ id }) => kept.has(id)),
    relations: relations.filter((relation) => followed.has(relation)),
  };
}

/** The spans at the beginnings of relations, by the ids at their ends. */
function whatLeadsTo(
  relations: readonly DatasetRelation[],
  spans: ReadonlyMap<string, DatasetSpan>,
): Map<string, DatasetSpan[]> {
  const found = new Map<string, DatasetSpan[]>();
  for (const { from, to } of relations) {
    const span = spans.get(from);
    if (span === undefined) continue;
    const list = found.get(to);
    if (list === undefined) found.set(to, [span]);
    else list.push(span);
  }
  return found;
}
