import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  datasetArticleSchema,
  datasetBlockSchema,
  datasetRelationSchema,
  datasetSpanSchema,
} from '../../../src/core/formats/dataset-schema.ts';
import { plainTest } from '../../../src/core/formats/plain-test.ts';
import { exportDataset } from '../../../src/core/formats/to-dataset.ts';
import { anyProject } from './random-project.ts';

const sound = {
  id: 's',
  tag: 'claim',
  start: 0,
  end: 3,
  text: 'Ana',
  fragments: [{ start: 0, end: 3 }],
  note: '',
  flagged: false,
  attributes: { cue: 'said', value: { type: 'date', parts: [1, null, true] } },
  annotator: 'a',
  origin: 'manual',
  createdAt: '2024-02-29T10:00:00.000Z',
  updatedAt: '2024-02-29T10:00:00+02:00',
};

test('all that an export holds is plain', () => {
  fc.assert(
    fc.property(anyProject, (state) => {
      const { articles } = JSON.parse(JSON.stringify(exportDataset(state, { kind: 'handOver' })));
      for (const { spans, relations, blocks } of articles) {
        expect(spans.every(plainTest(datasetSpanSchema))).toBe(true);
        expect(relations.every(plainTest(datasetRelationSchema))).toBe(true);
        expect(blocks.every(plainTest(datasetBlockSchema))).toBe(true);
      }
    }),
    { numRuns: 30 },
  );
});

const values = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    '',
    'x'.repeat(257),
    -1,
    0.5,
    Number.POSITIVE_INFINITY,
    2 ** 53,
    '2023-02-29T10:00:00.000Z',
  ),
  fc.constantFrom<unknown>(
    '2024-02-29',
    [],
    {},
    { start: -1, end: 2 },
    [{ start: 0 }],
    '2024-02-29T10:00:00.000',
  ),
  fc.jsonValue(),
);

test('what is plain is accepted by the schema, and given back as it is', () => {
  let plain = 0;
  const schema = datasetSpanSchema;
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(sound), 'more'), values, (key, value) => {
      const changed = { ...sound, [key]: value };
      if (value === undefined) delete changed[key as keyof typeof changed];
      if (!plainTest(schema)(changed)) return;
      plain += 1;
      expect(schema.parse(changed)).toEqual(changed);
    }),
    { numRuns: 3000 },
  );
  expect(plain).toBeGreaterThan(100);
});

describe('not plain', () => {
  test.each([
    ['a key that is not named', { ...sound, more: 1 }],
    ['a missing member', { ...sound, id: undefined }],
    ['a prototype key', JSON.parse(`{ "__proto__": {}, ${JSON.stringify(sound).slice(1)}`)],
    ['a prototype key inside', { ...sound, attributes: JSON.parse('{ "a": { "__proto__": 1 } }') }],
    ['an array', [sound]],
    ['nothing', null],
    ['a day that is not', { ...sound, createdAt: '2023-02-29T10:00:00.000Z' }],
  ])('%s', (_name, value) => {
    expect(plainTest(datasetSpanSchema)(value)).toBe(false);
  });

  test('whatever a schema asks that is not known here', () => {
    expect(plainTest(z.string().refine(() => true))('a')).toBe(false);
    expect(plainTest(z.object({ a: z.string() }).refine(() => true))({ a: 'a' })).toBe(false);
    expect(plainTest(z.string().trim())('a')).toBe(false);
    expect(plainTest(z.string().default('a'))('a')).toBe(false);
    expect(plainTest(z.email())('a@b.cd')).toBe(false);
    expect(plainTest(z.number().multipleOf(2))(4)).toBe(false);
    expect(plainTest(datasetArticleSchema.shape.text)('a')).toBe(true);
    expect([-1, 0, 1].map(plainTest(z.int().positive()))).toEqual([false, false, true]);
    expect([-1, 0, 1].map(plainTest(z.int().nonnegative()))).toEqual([false, true, true]);
  });
});
