import { expect, test } from 'vitest';
import { placeOfKeyUnit, searchKey } from '../../../src/core/text/search-key.ts';

test.each([
  ['Škoda', 'skoda'],
  ['CAFÉ', 'café'],
  ['the port\nof  Velmar', 'The Port of Velmar'],
  ['ΑΘΉΝΑ', 'αθηνα'],
  ['Йод', 'иод'],
  ['مُدِير', 'مدير'],
])('%s and %s are the same words', (one, other) => {
  expect(searchKey(one)).toBe(searchKey(other));
});

test('different words stay different', () => {
  expect(searchKey('harbour')).not.toBe(searchKey('harbor'));
});

test('a unit of the key is found again in the text', () => {
  const text = 'Ein Café \n\n in İzmir: Škoda';
  for (const words of ['cafe', 'in i', 'skoda']) {
    const place = placeOfKeyUnit(text, searchKey(text).indexOf(words));
    expect(searchKey(text.slice(place)).startsWith(words), words).toBe(true);
  }
});
