import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../../src/core/formats/dataset-schema.ts';
import { format } from '../../../src/core/formats/geojson.format.ts';
import { LossCount } from '../../../src/core/formats/loss-count.ts';
import { datasetFile } from '../../../src/core/formats/packing.ts';
import { gather } from './random-project.ts';

const text = 'In Oslo the minister said on Monday that it rains in Velmar. He left for Oslo.';

function span(id: string, tag: string, words: string, attributes = {}, from = 0) {
  const start = text.indexOf(words, from);
  return { id, tag, start, end: start + words.length, text: words, attributes };
}

const oslo = {
  name: 'Oslo, Norway',
  latitude: 59.9,
  longitude: 10.7,
  source: 'geonames',
  sourceId: '3143244',
  unlocatable: false,
};
const nowhere = {
  name: 'Velmar',
  latitude: null,
  longitude: null,
  source: '',
  sourceId: '',
  unlocatable: true,
};

const dataset: Dataset = {
  format: 'ascribe-dataset',
  version: 1,
  offsetUnit: 'codePoint',
  articles: [
    {
      id: 'a1',
      title: 'Rain',
      metadata: { outlet: 'The Post', date: '2024-05-01', mood: 'grey' },
      text,
      spans: [
        span('s1', 'location', 'Oslo', { place: oslo }),
        span('s2', 'speaker', 'the minister'),
        span('s3', 'claim', 'it rains', { stance: 'neutral' }),
        span('s4', 'location', 'Velmar', { place: nowhere }),
        span('s5', 'date', 'Monday'),
        span('s6', 'location', 'Oslo', { place: { ...oslo, name: '', source: '', sourceId: '' } }, 20),
      ],
      relations: [
        { id: 'r1', type: 'says', from: 's2', to: 's3' },
        { id: 'r2', type: 'at', from: 's3', to: 's1' },
        { id: 'r3', type: 'on', from: 's3', to: 's5' },
      ],
    },
    { id: 'a2', title: 'No places', text: 'Nothing.', spans: [] },
  ],
};

async function written(of: Dataset, lost?: LossCount): Promise<unknown> {
  if (format.writer === undefined) throw new Error('it is written');
  const { articles, ...head } = of;
  const bytes = await gather(datasetFile(format.writer, head, articles, articles.length, lost));
  return JSON.parse(new TextDecoder().decode(bytes));
}

describe('GeoJSON', () => {
  it('has a point for each annotation that has one, longitude first, with the claims there and who makes them', async () => {
    const shared = { tag: 'location', article: 'Rain', published: '2024-05-01', outlet: 'The Post' };
    expect(await written(dataset)).toEqual({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          id: 'urn:x-ascribe:span:s1',
          geometry: { type: 'Point', coordinates: [10.7, 59.9] },
          properties: {
            ...shared,
            name: 'Oslo, Norway',
            words: 'Oslo',
            place: 'geonames:3143244',
            claims: ['the minister: it rains'],
          },
        },
        {
          type: 'Feature',
          id: 'urn:x-ascribe:span:s6',
          geometry: { type: 'Point', coordinates: [10.7, 59.9] },
          properties: { ...shared, name: 'Oslo', words: 'Oslo' },
        },
      ],
    });
  });

  it('says what is not on the map', async () => {
    const lost = new LossCount();
    await written(dataset, lost);
    expect(lost.losses()).toEqual(
      expect.arrayContaining([
        { kind: 'spans that are not on the map', count: 2 },
        { kind: 'relations', count: 1 },
        { kind: 'texts of articles', count: 2 },
      ]),
    );
  });

  it('is a collection of nothing when nothing is located', async () => {
    expect(await written({ ...dataset, articles: [] })).toEqual({ type: 'FeatureCollection', features: [] });
  });
});
