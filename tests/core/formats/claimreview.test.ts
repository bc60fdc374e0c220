import { describe, expect, test } from 'vitest';
import { format } from '../../../src/core/formats/claimreview.format.ts';
import type { Dataset } from '../../../src/core/formats/dataset-schema.ts';
import { LossCount } from '../../../src/core/formats/loss-count.ts';
import { datasetFile } from '../../../src/core/formats/packing.ts';
import { lossesOf } from '../../../src/core/formats/reduce-dataset.ts';
import { gather } from './random-project.ts';

const text = 'In Oslo the minister said on Monday that it rains. He left.';

function span(id: string, tag: string, words: string, attributes = {}) {
  const start = text.indexOf(words);
  return { id, tag, start, end: start + words.length, text: words, attributes };
}

const dataset: Dataset = {
  format: 'ascribe-dataset',
  version: 1,
  offsetUnit: 'codePoint',
  entities: [
    { id: 'e1', kind: 'person', name: 'Ana Berg', role: 'minister', aliases: ['Berg'], note: 'Met twice.' },
    { id: 'e2', kind: 'organisation', name: 'The Post', role: 'newspaper' },
    { id: 'e3', name: 'a voice' },
  ],
  articles: [
    {
      id: 'a1',
      title: 'Rain',
      metadata: {
        url: 'https://x.org/rain',
        outlet: 'The Post',
        date: '2024-05-01',
        author: 'Bo',
        mood: 'grey',
      },
      text,
      spans: [
        span('s1', 'speaker', 'the minister', { entity: 'e1' }),
        span('s2', 'speaker', 'He'),
        span('s3', 'claim', 'it rains', { stance: 'neutral' }),
        span('s4', 'location', 'Oslo', {
          place: {
            name: 'Oslo, Norway',
            latitude: 59.9,
            longitude: 10.7,
            source: 'geonames',
            sourceId: '3143244',
            unlocatable: false,
          },
        }),
        span('s5', 'date', 'Monday', {
          value: { type: 'date', value: '2024-04-29', granularity: 'day', modifier: null },
        }),
        span('s6', 'mood', 'left'),
        span('s7', 'quotation', 'left'),
      ],
      relations: [
        { id: 'r1', type: 'says', from: 's1', to: 's3' },
        { id: 'r2', type: 'at', from: 's3', to: 's4' },
        { id: 'r3', type: 'on', from: 's3', to: 's5' },
        { id: 'r4', type: 'echoes', from: 's3', to: 's6' },
        { id: 'r5', type: 'says', from: 's2', to: 's7' },
        { id: 'r6', type: 'at', from: 's6', to: 's4' },
      ],
    },
    { id: 'a2', title: 'No claims', text: 'Nothing.', spans: [] },
  ],
};

async function graph(of: Dataset, lost?: LossCount) {
  if (format.writer === undefined) throw new Error('it is written');
  const { articles, ...head } = of;
  const bytes = await gather(datasetFile(format.writer, head, articles, articles.length, lost));
  const json = JSON.parse(new TextDecoder().decode(bytes));
  expect(json['@context']).toBe('https://schema.org');
  return json['@graph'];
}

test('the cast, then each article with its claims', async () => {
  expect(await graph(dataset)).toEqual([
    {
      '@type': 'Person',
      '@id': 'urn:x-ascribe:entity:e1',
      name: 'Ana Berg',
      alternateName: ['Berg'],
      jobTitle: 'minister',
      description: 'Met twice.',
    },
    {
      '@type': 'Organization',
      '@id': 'urn:x-ascribe:entity:e2',
      name: 'The Post',
      disambiguatingDescription: 'newspaper',
    },
    { '@type': 'Thing', '@id': 'urn:x-ascribe:entity:e3', name: 'a voice' },
    {
      '@type': 'NewsArticle',
      '@id': 'urn:x-ascribe:article:a1',
      headline: 'Rain',
      url: 'https://x.org/rain',
      datePublished: '2024-05-01',
      author: { name: 'Bo' },
      publisher: { '@type': 'Organization', name: 'The Post' },
    },
    {
      '@type': 'Claim',
      '@id': 'urn:x-ascribe:span:s3',
      text: 'it rains',
      author: { '@id': 'urn:x-ascribe:entity:e1' },
      appearance: { '@id': 'urn:x-ascribe:article:a1' },
      spatial: {
        '@type': 'Place',
        name: 'Oslo, Norway',
        alternateName: 'Oslo',
        geo: { '@type': 'GeoCoordinates', latitude: 59.9, longitude: 10.7 },
        identifier: { '@type': 'PropertyValue', propertyID: 'geonames', value: '3143244' },
      },
      temporal: '2024-04-29',
    },
    {
      '@type': 'Claim',
      '@id': 'urn:x-ascribe:span:s7',
      text: 'left',
      author: { name: 'He' },
      appearance: { '@id': 'urn:x-ascribe:article:a1' },
    },
  ]);
});

test('what it has no place for is counted as lost', async () => {
  const lost = new LossCount();
  await graph(dataset, lost);
  const { articles, ...head } = dataset;
  expect(lost.losses()).toEqual(format.writer && lossesOf(head, articles, format.writer.holds));
  expect(Object.fromEntries(lost.losses().map(({ kind, count }) => [kind, count]))).toEqual({
    'texts of articles': 2,
    'spans that belong to no claim': 1,
    relations: 2,
    'fields of metadata': 1,
    attributes: 1,
  });
});

describe('what is not known is not said', () => {
  const bare: Dataset = {
    ...dataset,
    entities: [],
    articles: [
      {
        id: 'a1',
        metadata: { date: 'last May', url: 'rain', published: '2024-05-01T10:00:00Z', outlet: ' ' },
        text,
        spans: [
          span('s1', 'speaker', 'the minister', { entity: 'gone' }),
          span('s3', 'claim', 'it rains'),
          span('s4', 'location', 'Oslo', { place: { wrong: true } }),
          span('s5', 'date', 'Monday', { value: {} }),
        ],
        relations: [
          { id: 'r1', type: 'says', from: 's1', to: 's3' },
          { id: 'r2', type: 'at', from: 's3', to: 's4' },
          { id: 'r3', type: 'at', from: 's3', to: 's4' },
          { id: 'r4', type: 'on', from: 's3', to: 's5' },
        ],
      },
    ],
  };

  test('neither of articles nor of claims', async () => {
    expect(await graph(bare)).toEqual([
      { '@type': 'NewsArticle', '@id': 'urn:x-ascribe:article:a1', datePublished: '2024-05-01T10:00:00Z' },
      {
        '@type': 'Claim',
        '@id': 'urn:x-ascribe:span:s3',
        text: 'it rains',
        author: { name: 'the minister' },
        appearance: { '@id': 'urn:x-ascribe:article:a1' },
        spatial: [
          { '@type': 'Place', name: 'Oslo' },
          { '@type': 'Place', name: 'Oslo' },
        ],
        temporal: 'Monday',
      },
    ]);
  });

  test('of a dataset without claims', async () => {
    expect(await graph({ ...dataset, entities: [], articles: [] })).toEqual([]);
  });
});
