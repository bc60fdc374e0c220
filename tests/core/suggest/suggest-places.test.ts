import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Gazetteer } from '../../../src/core/places/gazetteer.ts';
import { suggestPlaces } from '../../../src/core/suggest/places/suggest-places.ts';
import { deriveBlocks } from '../../../src/core/text/blocks.ts';
import { builtGazetteer } from '../places/built-gazetteer.ts';

const gazetteer = new Gazetteer(builtGazetteer());

/** What is proposed, with its place and how sure that is. */
function placesIn(text: string, chosen: ReadonlyMap<string, string> = new Map()) {
  return [...suggestPlaces(text, deriveBlocks(text), { gazetteer, chosen })].map(
    ({ fragments: [{ start, end }], place, ...rest }) => ({ words: text.slice(start, end), place, ...rest }),
  );
}
const sureIn = (text: string) => placesIn(text).filter(({ confidence }) => confidence >= 0.6);

describe('a name', () => {
  test('is found whole, without its article and its possessive ending', () => {
    const text = 'They left the United Kingdom for Rio de Janeiro, and South Korea’s capital.';
    expect(sureIn(text).map(({ words }) => words)).toEqual([
      'United Kingdom',
      'Rio de Janeiro',
      'South Korea',
    ]);
  });
  test('is found where all is in capitals, and with the points of an abbreviation', () => {
    expect(sureIn('LAGOS, Nigeria — It rained in the U.S. on Monday.').map(({ words }) => words)).toEqual([
      'LAGOS',
      'Nigeria',
      'U.S.',
    ]);
  });
  test('of a person or an organisation is hardly sure', () => {
    expect(sureIn('Jack London met Paris Hilton. The Boston Globe and Chelsea Clinton said so.')).toEqual([]);
  });
  test('is no place where it is money', () => {
    expect(placesIn('It cost US$ 20,000.')).toEqual([]);
  });
});

describe('of several places of a name', () => {
  test('the one that lies in what stands behind the comma is meant', () => {
    const [paris] = sureIn('It happened in Paris, Texas, last year.');
    expect(paris).toMatchObject({ words: 'Paris', place: { name: 'Paris', source: 'geonames' } });
    expect(paris?.place?.latitude).toBeCloseTo(33.66, 1);
  });
  test('one whose country is named goes before a larger one', () => {
    const alone = sureIn('He was born in Valencia.').at(0)?.place;
    const beside = sureIn('Venezuela voted. He was born in Valencia, where Venezuela makes cars.').find(
      ({ words }) => words === 'Valencia',
    )?.place;
    expect(alone?.longitude).toBeCloseTo(-0.4, 0);
    expect(beside?.longitude).toBeCloseTo(-68, 0);
  });
  test('what was chosen before is chosen again, and says so', () => {
    const texan = sureIn('In Paris, Texas.').at(0)?.place;
    const chosen = new Map([['Paris', `geonames:${texan?.sourceId}`]]);
    const [paris] = placesIn('He lives in Paris.', chosen);
    expect(paris?.place).toEqual(texan);
    expect(paris?.reason.join()).toContain('chosen before');
  });
});

test('what ends in a word for a place is one without a point on the map, and holds no other', () => {
  const found = sureIn('They closed the Irving Street and the Jamarat Bridge near Lake Como.');
  expect(found.map(({ words, place }) => [words, place])).toEqual([
    ['Irving Street', null],
    ['Jamarat Bridge', null],
    ['Lake Como', null],
  ]);
});

test('a dateline counts for much, and every proposal says why', () => {
  const [town, ...others] = placesIn('BERGEN (Reuters) — Snow fell.');
  expect(town).toMatchObject({ words: 'BERGEN', place: { name: 'Bergen' } });
  expect(town?.reason).toContain('where the news is sent from');
  expect(others).toEqual([]);
});

test('whatever the text, proposals lie in it, in order, apart, with a reason, and none is ever certain', () => {
  const word = fc.constantFrom(
    'Paris',
    'Texas',
    'in',
    'the',
    'New',
    'York',
    'of',
    'Lake',
    'US',
    '$',
    'U.S.',
    ',',
    '.',
    '\n\n',
    '’s',
    '—',
    '\u202e',
    'Ωραία',
    '東京',
    'Street',
    'ISLE',
    'de',
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(word, fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 40 }),
      (words) => {
        const text = words.join(' ');
        let end = 0;
        for (const { fragments, reason, confidence } of suggestPlaces(text, deriveBlocks(text), {
          gazetteer,
          chosen: new Map(),
        })) {
          const [place] = fragments;
          expect(place.start).toBeGreaterThanOrEqual(end);
          expect(place.end).toBeGreaterThan(place.start);
          expect(text.slice(place.start, place.end)).toMatch(/^\p{Lu}/u);
          expect(reason.length).toBeGreaterThan(0);
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThan(1);
          end = place.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      },
    ),
  );
});
