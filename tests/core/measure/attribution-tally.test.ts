import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AttributionTally, isOfMark } from '../../../src/core/measure/attribution-tally.ts';
import type { Attribution } from '../../../src/core/measure/attributions.ts';

const party = fc.constantFrom('a', 'b', 'c').map((key) => ({ key, entity: null, words: key.toUpperCase() }));
const unique = { maxLength: 2, selector: ({ key }: { key: string }) => key };
const attribution: fc.Arbitrary<Attribution> = fc.record({
  claim: fc.uuid(),
  speakers: fc.uniqueArray(party, unique),
  places: fc.uniqueArray(party, unique),
  dates: fc.uniqueArray(fc.constantFrom('2031-03-13', '2031', 'PAST_REF'), { maxLength: 2 }),
  speakerless: fc.boolean(),
});

it('counts as many claims for a mark as the mark finds', () => {
  fc.assert(
    fc.property(fc.array(attribution), (attributions) => {
      const tally = new AttributionTally();
      tally.add(attributions);
      const found = tally.result();
      const marked = (mark: Parameters<typeof isOfMark>[1]) =>
        attributions.filter((one) => isOfMark(one, mark)).length;
      for (const { key, claims } of found.speakers) expect(claims).toBe(marked({ speaker: key }));
      for (const { key, claims } of found.places) expect(claims).toBe(marked({ place: key }));
      for (const { value, claims } of found.dates) expect(claims).toBe(marked({ dates: [value] }));
      for (const { claims, ...pair } of found.pairs) expect(claims).toBe(marked(pair));
      expect(found.attributed).toBe(marked({ status: 'attributed' }));
      expect(found.speakerless).toBe(marked({ status: 'speakerless' }));
      expect(found.unattributed).toBe(marked({ status: 'unattributed' }));
      expect(found.claims).toBe(marked({}));
    }),
  );
});

it('puts the most first, and of equals the one that was met first', () => {
  const of = (...keys: string[]): Attribution => ({
    claim: keys.join(),
    speakers: keys.map((key) => ({ key, entity: null, words: key })),
    places: [],
    dates: [],
    speakerless: false,
  });
  const tally = new AttributionTally();
  tally.add([of('x'), of('y', 'z'), of('z')]);
  expect(tally.result().speakers.map(({ key, claims }) => [key, claims])).toEqual([
    ['z', 2],
    ['x', 1],
    ['y', 1],
  ]);
  expect(tally.result().undated).toBe(3);
});
