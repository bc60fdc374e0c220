import type { Gazetteer, Place } from '../../places/gazetteer.ts';

const kindWords: Readonly<Record<Place['kind'], string>> = {
  country: 'country',
  region: 'region',
  capital: 'capital',
  seat: 'seat of a region',
  town: 'town',
  area: 'area',
};

/** A place in words: “Springfield, town in Illinois, United States”. */
export function placeWords(place: Place, gazetteer: Gazetteer): string {
  const { kind, name } = place;
  const region = kind === 'region' ? undefined : gazetteer.area(place.region)?.name;
  const country = kind === 'country' ? undefined : gazetteer.area(place.country)?.name;
  const where = [region, country].filter((part) => part !== undefined && part !== name).join(', ');
  return `${name}, ${kindWords[kind]}${where === '' ? '' : ` in ${where}`}`;
}
