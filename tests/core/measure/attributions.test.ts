import { describe, expect, it } from 'vitest';
import { attributionsOf } from '../../../src/core/measure/attributions.ts';
import type { Attributes } from '../../../src/core/model/attribute-value.ts';
import type { Span } from '../../../src/core/model/span.ts';
import { relationOf } from '../arbitraries/operation-sequence.ts';
import { articleOf, spanIn } from '../operations/gestures/builders.ts';

const article = articleOf(
  '“It rose,” said Ilse  Tarrant in Velmar on Thursday. Officials denied it.',
  ['claim', 'claim', 'It rose,'],
  ['denial', 'claim', 'denied it'],
  ['ilse', 'speaker', 'Ilse  Tarrant'],
  ['officials', 'speaker', 'Officials'],
  ['velmar', 'location', 'Velmar'],
  ['thursday', 'date', 'Thursday'],
);

function endsWith(attributes: Readonly<Record<string, Attributes>>): Map<string, Span> {
  return new Map(
    ['ilse', 'officials', 'velmar', 'thursday'].map((id) => [
      id,
      { ...spanIn(article, id), attributes: attributes[id] ?? {} },
    ]),
  );
}

const says = relationOf('ilse', 'claim', { id: 'r1' });
const at = relationOf('claim', 'velmar', { id: 'r2', type: 'at' });
const on = relationOf('claim', 'thursday', { id: 'r3', type: 'on' });

describe('attributionsOf', () => {
  it('names speaker and place by their words, and leaves out a date without a value', () => {
    expect(attributionsOf(['claim', 'denial'], new Set(), endsWith({}), [says, at, on])).toEqual([
      {
        claim: 'claim',
        speakers: [{ key: 'words:ilse tarrant', entity: null, words: 'Ilse Tarrant' }],
        places: [{ key: 'words:velmar', entity: null, words: 'Velmar' }],
        dates: [],
        speakerless: false,
      },
      { claim: 'denial', speakers: [], places: [], dates: [], speakerless: false },
    ]);
  });

  it('names them by entity, gazetteer and normalised value where they have one', () => {
    const ends = endsWith({
      ilse: { entity: 'e1' },
      velmar: {
        place: {
          name: 'Velmar City',
          latitude: 1,
          longitude: 2,
          source: 'geonames',
          sourceId: '7',
          unlocatable: false,
        },
      },
      thursday: { value: { type: 'date', value: '2031-03-13', granularity: 'day', modifier: null } },
    });
    const [first] = attributionsOf(['claim'], new Set(), ends, [says, at, on]);
    expect(first?.speakers).toEqual([{ key: 'entity:e1', entity: 'e1', words: 'Ilse Tarrant' }]);
    expect(first?.places).toEqual([{ key: 'geonames:7', entity: null, words: 'Velmar City' }]);
    expect(first?.dates).toEqual(['2031-03-13']);
  });

  it('counts two mentions of one speaker once, and keeps two speakers', () => {
    const ends = endsWith({ ilse: { entity: 'e1' }, officials: { entity: 'e1' } });
    const second = relationOf('officials', 'claim', { id: 'r4' });
    expect(attributionsOf(['claim'], new Set(), ends, [says, second])[0]?.speakers).toHaveLength(1);
    expect(attributionsOf(['claim'], new Set(), endsWith({}), [says, second])[0]?.speakers).toHaveLength(2);
  });

  it('takes no duration for a point in time, and knows who is marked as speakerless', () => {
    const ends = endsWith({
      thursday: { value: { type: 'duration', value: 'P3D', granularity: 'day', modifier: null } },
    });
    const [first] = attributionsOf(['claim'], new Set(['claim']), ends, [on]);
    expect([first?.dates, first?.speakerless]).toEqual([[], true]);
  });
});
