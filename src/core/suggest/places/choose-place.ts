import type { Place } from '../../places/gazetteer.ts';

/** What is known of an article, and of the project, before one of several places of a name is chosen. */
export interface PlaceKnowledge {
  /** Ids of countries and codes of regions that the article names, or towns in them, with how often. */
  readonly named: ReadonlyMap<string, number>;
  /** What somebody chose for a name before: `source:id`. */
  readonly chosen: ReadonlyMap<string, string>;
}

export interface ChosenPlace {
  readonly place: Place;
  /** Why this one of several; undefined where there is one. */
  readonly because: string | undefined;
}

const kindWeight: Readonly<Record<Place['kind'], number>> = {
  country: 3,
  area: 2,
  capital: 1.5,
  seat: 0.5,
  region: 0.5,
  town: 0,
};

/** What a place weighs by itself: ten times the inhabitants weigh one more. */
export function ownWeight({ population, kind }: Place): number {
  return Math.log10(population + 10) + kindWeight[kind];
}

/**
 * Which place is meant by a name: the one that somebody chose before, the one in what follows it (“Paris, Texas”), else the weightiest by its kind, its inhabitants, and whether its
 * country or region is named elsewhere in the article.
 * @param name as the gazetteer has it
 * @param places of that name, at least one
 * @param container the place named behind a comma, of whichever it may be
 */
export function choosePlace(
  name: string,
  places: readonly [Place, ...Place[]],
  container: readonly Place[],
  { named, chosen }: PlaceKnowledge,
): ChosenPlace {
  const before = chosen.get(name);
  const again = places.find(({ source, id }) => `${source}:${id}` === before);
  if (again !== undefined) return { place: again, because: 'chosen before' };
  const held = places.filter((place) => container.some((outer) => holds(outer, place)));
  const [first, ...others] = held.length > 0 ? held : places;
  let best = first ?? places[0];
  const weight = (place: Place) =>
    ownWeight(place) + (named.has(place.country) ? 1.5 : 0) + (named.has(place.region) ? 1.5 : 0);
  for (const place of others) if (weight(place) > weight(best)) best = place;
  if (places.length === 1) return { place: best, because: undefined };
  const because =
    held.length > 0
      ? 'the place beside it holds it'
      : named.has(best.region)
        ? 'its region is named too'
        : named.has(best.country)
          ? 'its country is named too'
          : 'the best known';
  return { place: best, because };
}

/** True when the second place lies in the first, as far as the gazetteer tells. */
export function holds(outer: Place, inner: Place): boolean {
  if (outer.source === inner.source && outer.id === inner.id) return false;
  if (outer.kind === 'country') return inner.country === outer.country;
  return outer.kind === 'region' && inner.region === outer.region && inner.kind !== 'region';
}
