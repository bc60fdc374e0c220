import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { datasetJsonSchema } from '../../../src/core/formats/dataset-json-schema.ts';
import { exportDataset } from '../../../src/core/formats/to-dataset.ts';
import { anyProject } from './random-project.ts';

const file = join(import.meta.dirname, '../../../resources/ascribe-dataset.schema.json');
const schema: object = JSON.parse(readFileSync(file, 'utf8'));
// Formats are stated beside patterns that say the same.
const validate = new Ajv2020({ strict: true, validateFormats: false }).compile(schema);

test('the file in resources is what the schemas say (node scripts/write-schema.mjs writes it)', () => {
  expect(readFileSync(file, 'utf8')).toBe(datasetJsonSchema());
});

test('every export validates', () => {
  fc.assert(
    fc.property(anyProject, fc.constantFrom('snapshot' as const, 'handOver' as const), (state, kind) => {
      const dataset: unknown = JSON.parse(JSON.stringify(exportDataset(state, { kind })));
      expect(validate(dataset), JSON.stringify(validate.errors)).toBe(true);
    }),
  );
});

test('what is not a dataset does not', () => {
  const minimal = { format: 'ascribe-dataset', version: 1, offsetUnit: 'codePoint', articles: [] };
  expect(validate(minimal)).toBe(true);
  expect(validate({ ...minimal, version: 2 })).toBe(false);
  expect(validate({ ...minimal, articles: [{ id: 'a' }] })).toBe(false);
  expect(validate({ ...minimal, articles: [{ id: 'a', text: '', spans: [{ id: 's' }] }] })).toBe(false);
  expect(validate({ ...minimal, more: 'keys are allowed' })).toBe(true);
});
