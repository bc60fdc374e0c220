import type { Format } from './format.ts';
import { isMapAttribute, isMapMetadata } from './geojson/map-values.ts';
import { spansAlone } from './holdings.ts';

/** Places on a map as GeoJSON (RFC 7946), written alone: each annotation that has a point, with the claims that are linked to it. */
export const format: Format = {
  id: 'geojson',
  name: 'GeoJSON places',
  endings: ['.geojson'],
  mediaTypes: ['application/geo+json'],
  rank: 41,
  recognise: () => 'no',
  writer: {
    holds: {
      ...spansAlone,
      texts: false,
      unlocated: false,
      fragments: true,
      relations: true,
      attributes: isMapAttribute,
      titles: true,
      metadata: isMapMetadata,
    },
    async *write(_head, articles) {
      const { placeBytes } = await import('./geojson/write-geojson.ts');
      yield* placeBytes(articles);
    },
  },
};
