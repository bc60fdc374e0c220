import { describe, expect, it } from 'vitest';
import type { Attribution } from '../../../../src/core/model/attribution.ts';
import type { Span } from '../../../../src/core/model/span.ts';
import { noteName, noteWords } from '../../../../src/renderer/panels/margin/note-words.ts';
import { entityOf } from '../../../core/arbitraries/operation-sequence.ts';
import { spanOf } from '../../editor/span-of.ts';

const claim = spanOf('c', 'claim', [0, 5]);

function saying(id: string, quote: string, attributes: Span['attributes'] = {}): Span {
  return { ...spanOf(id, 'any', [10, 20]), quote, attributes };
}

function of(parts: Partial<Attribution>): Attribution {
  return { claim, speakers: [], places: [], dates: [], ...parts };
}

function nameOf(attribution: Attribution): string {
  return noteName(noteWords(attribution, new Map([['entity-1', { ...entityOf(1), name: 'Ilse Tarrant' }]])));
}

describe('the name of a note', () => {
  it('says who, how, where and when', () => {
    const attribution = of({
      claim: { ...claim, attributes: { cue: ' told ' } },
      speakers: [saying('s', 'Ilse\nTarrant')],
      places: [saying('p', 'parliament')],
      dates: [saying('d', 'Thursday')],
    });
    expect(nameOf(attribution)).toBe('Ilse Tarrant: told parliament, Thursday');
  });

  it('leaves out what is not known', () => {
    expect(nameOf(of({ speakers: [saying('s', 'Marek Ode')] }))).toBe('Marek Ode');
    expect(nameOf(of({ speakers: [saying('s', 'she')], dates: [saying('d', 'Friday')] }))).toBe(
      'she: Friday',
    );
    expect(nameOf(of({ places: [saying('p', 'Sund')] }))).toBe('no speaker yet: Sund');
  });

  it('tells a claim without a speaker from one that has none yet', () => {
    expect(nameOf(of({}))).toBe('no speaker yet');
    const speakerless = { ...claim, attributes: { noSpeaker: true } };
    expect(nameOf(of({ claim: speakerless }))).toBe('no speaker named');
    // What is linked counts for more than what was said before.
    expect(nameOf(of({ claim: speakerless, speakers: [saying('s', 'Ode')] }))).toBe('Ode');
  });

  it('goes by the canonical name of the cast, once for all the words that mean one person', () => {
    const speakers = [
      saying('a', 'she', { entity: 'entity-1' }),
      saying('b', 'the minister', { entity: 'entity-1' }),
      saying('c', 'Marek Ode', { entity: 'gone' }),
    ];
    expect(nameOf(of({ speakers }))).toBe('Ilse Tarrant, Marek Ode');
  });
});

describe('noteWords', () => {
  it('has the normalised date beside its words, and nothing for a value that is no date', () => {
    const value = { type: 'date', value: '2031-03-13', granularity: 'day', modifier: null };
    const dates = [saying('a', 'Thursday', { value }), saying('b', 'then', { value: 'some day' })];
    expect(noteWords(of({ dates }), new Map()).when).toEqual([
      { id: 'a', words: 'Thursday', value: '2031-03-13' },
      { id: 'b', words: 'then', value: '' },
    ]);
  });

  it('cuts long words without halving a character', () => {
    const [who] = noteWords(of({ speakers: [saying('s', `${'x'.repeat(79)}😀 and more`)] }), new Map()).who;
    expect(who).toBe(`${'x'.repeat(79)}…`);
  });
});
