import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../../src/core/formats/dataset-schema.ts';
import { formats } from '../../../src/core/formats/registry.ts';
import { datasetOf, roundTripDifference, spanAt } from './round-trip.ts';

/** What other programs leave out, of datasets that they make in the native format or that were read from other formats. */
const sparse: Readonly<Record<string, Dataset>> = {
  'no tag set, no blocks, no times': datasetOf({
    text: 'Ana said no.',
    spans: [spanAt('s', 'speaker', 'Ana', 0), spanAt('c', 'own', 'no', 9, { annotator: 'unlisted' })],
    relations: [{ id: 'r', type: 'says', from: 's', to: 'c' }],
  }),
  'a tag set that lacks a tag in use': {
    ...datasetOf({
      text: 'Ana said no.',
      spans: [spanAt('s', 'speaker', 'Ana', 0), spanAt('c', 'own', 'no', 9)],
    }),
    tagSet: { tags: [{ id: 'speaker', name: 'Speaker' }] },
    entities: [{ id: 'e', name: 'Ana' }],
    annotators: [],
  },
  'a project with its id': { ...datasetOf({ text: 'a' }), project: { id: 'p', name: 'P' } },
  'an article without anything': datasetOf({ text: 'Nothing is tagged here.' }),
};

/**
 * Where what is left out comes back as what stands for it: in tables an empty cell is an empty list, text or note; a Web Annotation's creator is an annotator of
 * the whole, and a project has a name but no id. Exports leave nothing out, so that this is seen in datasets of other programs alone.
 */
const filledIn = ['csv', 'parquet', 'xlsx', 'w3c'];
const exact = formats.filter(
  ({ id, writer, datasets }) => writer !== undefined && datasets !== undefined && !filledIn.includes(id),
);

describe.each(exact.map((format) => [format.id, format] as const))('%s', (_id, format) => {
  test.each(Object.entries(sparse))('brings back %s', async (_name, dataset) => {
    expect(await roundTripDifference(format, dataset)).toBeUndefined();
  });
});
