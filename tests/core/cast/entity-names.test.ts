import { expect, test } from 'vitest';
import { entitiesNamed, nameKey, nameTokens, tidyAliases } from '../../../src/core/cast/entity-names.ts';
import { personOf } from '../operations/gestures/cast-builders.ts';

test('names are compared without case, outer marks, possessive endings and runs of white space', () => {
  expect(nameKey('  “Ilse\n Tarrant’s” ')).toBe('ilse tarrant');
  expect(nameKey('the Joneses’')).toBe('the joneses');
  expect(nameKey('Jose\u0301')).toBe(nameKey('José'));
  expect(nameTokens('Port-Authority of the U.S.')).toEqual(['port', 'authority', 'of', 'the', 'us']);
});

test('a name finds all who go by it, by name or alias', () => {
  const cast = [
    personOf('Ilse Tarrant', ['Tarrant']),
    personOf('Paul Tarrant', ['TARRANT']),
    personOf('Lee'),
  ];
  expect(entitiesNamed(cast, 'tarrant').map(({ name }) => name)).toEqual(['Ilse Tarrant', 'Paul Tarrant']);
  expect(entitiesNamed(cast, ' “” ')).toEqual([]);
});

test('aliases that say the same as the name or one another are kept once', () => {
  expect(tidyAliases('Ilse Tarrant', ['ilse tarrant', ' Ms  Tarrant', '', 'Ms Tarrant', 'IT'])).toEqual([
    'Ms Tarrant',
    'IT',
  ]);
});
