import { expect, test } from 'vitest';
import { likelyKind, looksLikeName } from '../../../src/core/cast/name-likeness.ts';

test.each([
  'Tarrant',
  'Ilse Tarrant',
  'Angela von der Berg',
  'the Ministry of Transport',
  'The Port Authority',
  'IMF',
  'd’Arcy Lane',
  'محمد علي',
  '王小明',
])('%s is a name', (words) => expect(looksLikeName(words)).toBe(true));

test.each([
  'he',
  'They',
  'the ministry',
  'The source',
  'Officials',
  'Police',
  'Government sources',
  'a man who asked not to be named',
  'Tarrant, the minister',
  'هو',
  '',
  'An Extremely Long Name That Goes On And On For Ever',
])('%s is no name', (words) => expect(looksLikeName(words)).toBe(false));

test('offices and acronyms are organisations, the others people', () => {
  expect(['the Ministry of Transport', 'IMF', 'Velmar Police', 'Ilse Tarrant'].map(likelyKind)).toEqual([
    'organisation',
    'organisation',
    'organisation',
    'person',
  ]);
});
