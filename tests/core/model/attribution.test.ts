import { describe, expect, it } from 'vitest';
import { attributionOf, claimTags, spansTogether } from '../../../src/core/model/attribution.ts';
import { relationsAt } from '../../../src/core/model/relations-at.ts';
import { defaultTagSet } from '../../../src/core/model/tag-set.ts';
import { relationOf } from '../arbitraries/operation-sequence.ts';
import { articleOf, spanIn } from '../operations/gestures/builders.ts';

const links = [
  relationOf('ann', 'first', { id: 'r1' }),
  relationOf('bob', 'first', { id: 'r2' }),
  relationOf('first', 'paris', { id: 'r3', type: 'at' }),
  relationOf('first', 'friday', { id: 'r4', type: 'on' }),
  relationOf('ann', 'second', { id: 'r5' }),
  relationOf('second', 'first', { id: 'r6', type: 'reports' }),
  relationOf('gone', 'second', { id: 'r7' }),
];
const article = {
  ...articleOf(
    'Bob and Ann said in Paris on Friday that it rains. Ann said so twice. Cleo did not.',
    ['bob', 'speaker', 'Bob'],
    ['ann', 'speaker', 'Ann'],
    ['paris', 'location', 'Paris'],
    ['friday', 'date', 'Friday'],
    ['first', 'claim', 'it rains'],
    ['second', 'claim', 'so twice'],
    ['cleo', 'speaker', 'Cleo'],
  ),
  relations: new Map(links.map((relation) => [relation.id, relation])),
};

function together(id: string): string[] {
  return [...spansTogether(article, spanIn(article, id), defaultTagSet)].sort();
}

describe('relationsAt', () => {
  it('finds the relations at either end, a loop once', () => {
    const at = (id: string) => relationsAt(article.relations, id).map((relation) => relation.id);
    expect(at('ann')).toEqual(['r1', 'r5']);
    expect(at('first')).toEqual(['r1', 'r2', 'r3', 'r4', 'r6']);
    expect(at('cleo')).toEqual([]);
    expect(relationsAt(new Map([['x', relationOf('a', 'a', { id: 'x' })]]), 'a')).toHaveLength(1);
  });
});

describe('attributionOf', () => {
  it('tells who, where and when, each in text order', () => {
    const { speakers, places, dates } = attributionOf(article, spanIn(article, 'first'));
    expect([speakers, places, dates].map((list) => list.map(({ id }) => id))).toEqual([
      ['bob', 'ann'],
      ['paris'],
      ['friday'],
    ]);
  });

  it('passes over ends that are gone, and claims that report others', () => {
    const { speakers, places, dates } = attributionOf(article, spanIn(article, 'second'));
    expect(speakers.map(({ id }) => id)).toEqual(['ann']);
    expect([...places, ...dates]).toEqual([]);
  });
});

describe('spansTogether', () => {
  it('is a claim with all that is linked to it', () => {
    expect(together('first')).toEqual(['ann', 'bob', 'first', 'friday', 'paris', 'second']);
  });

  it('is, for another span, its claims and the rest of their attributions', () => {
    expect(together('paris')).toEqual(['ann', 'bob', 'first', 'friday', 'paris']);
    expect(together('bob')).toEqual(['ann', 'bob', 'first', 'friday', 'paris']);
    expect(together('cleo')).toEqual(['cleo']);
  });
});

describe('claimTags', () => {
  it('are the tags whose spans somebody says', () => {
    expect([...claimTags(defaultTagSet)]).toEqual(['claim']);
    expect(claimTags({ tags: [], relationTypes: [] }).size).toBe(0);
  });
});
