import { expect, test } from 'vitest';
import type { Mention } from '../../../src/core/cast/article-mentions.ts';
import { type RankingQuestion, rankEntities } from '../../../src/core/cast/rank-entities.ts';
import { personOf } from '../operations/gestures/cast-builders.ts';

const ilse = personOf('Ilse Tarrant', ['Madame Toll'], { role: 'minister of transport' });
const marek = personOf('Marek Ode');
const ministry = personOf('Ministry of Transport', [], { kind: 'organisation' });
const fund = personOf('International Grain Fund', [], { kind: 'organisation' });
const cast = [fund, marek, ministry, ilse];

function asked(words: string, parts: Partial<RankingQuestion> = {}): string[] {
  const question = { words, start: 100, cast, mentions: [], recent: [], ...parts };
  return rankEntities(question).map(({ entity, reason }) => `${entity.name}: ${reason}`);
}

function mention(entity: string, start: number, words = entity.toLowerCase()): Mention {
  return { entity, start, words };
}

test('a name or alias comes first, then the rest by name', () => {
  expect(asked('ILSE TARRANT’s')).toEqual([
    'Ilse Tarrant: name',
    'International Grain Fund: cast',
    'Marek Ode: cast',
    'Ministry of Transport: cast',
  ]);
  expect(asked('Madame Toll')[0]).toBe('Ilse Tarrant: name');
});

test('a surname, a given name, a title with a surname and initials find the whole name', () => {
  expect(asked('Tarrant')[0]).toBe('Ilse Tarrant: partOfName');
  expect(asked('Ms Tarrant')[0]).toBe('Ilse Tarrant: partOfName');
  expect(asked('Minister Tarrant')[0]).toBe('Ilse Tarrant: partOfName');
  expect(asked('Marek')[0]).toBe('Marek Ode: partOfName');
  expect(asked('IGF')[0]).toBe('International Grain Fund: partOfName');
  expect(asked('the ministry')[0]).toBe('Ministry of Transport: partOfName');
});

test('an office finds who holds it', () => {
  expect(asked('the minister')[0]).toBe('Ilse Tarrant: role');
});

test('what the same words stood for in this article comes before parts of names', () => {
  const mentions = [mention('Marek Ode', 10, 'the ministry')];
  expect(asked('The ministry', { mentions }).slice(0, 2)).toEqual([
    'Marek Ode: sameWords',
    'Ministry of Transport: partOfName',
  ]);
});

test('a pronoun is whoever was mentioned last before it, of its kind', () => {
  const mentions = [
    mention('Ilse Tarrant', 10),
    mention('Marek Ode', 50, 'he'),
    mention('Ministry of Transport', 80),
    mention('International Grain Fund', 120),
  ];
  expect(asked('he', { mentions })).toEqual([
    'Marek Ode: mentionedBefore',
    'Ilse Tarrant: mentionedBefore',
    'Ministry of Transport: inArticle',
    'International Grain Fund: inArticle',
  ]);
  expect(asked('it', { mentions })[0]).toBe('Ministry of Transport: mentionedBefore');
  expect(asked('they', { mentions }).slice(0, 3)).toEqual([
    'Ministry of Transport: mentionedBefore',
    'Marek Ode: mentionedBefore',
    'Ilse Tarrant: mentionedBefore',
  ]);
});

test('the same pronoun may stand for somebody else further on', () => {
  const mentions = [mention('Marek Ode', 10), mention('Marek Ode', 20, 'she'), mention('Ilse Tarrant', 90)];
  expect(asked('she', { mentions })[0]).toBe('Ilse Tarrant: mentionedBefore');
});

test('of those without a tie to the words, who was mentioned or assigned lately comes first', () => {
  const options = {
    mentions: [mention('International Grain Fund', 300)],
    recent: ['Ministry of Transport', 'Marek Ode'],
  };
  expect(asked('somebody', options)).toEqual([
    'International Grain Fund: inArticle',
    'Ministry of Transport: recent',
    'Marek Ode: recent',
    'Ilse Tarrant: cast',
  ]);
});

test('of two who go by one name, the one that the article mentions comes first', () => {
  const paul = personOf('Paul Tarrant', ['Tarrant']);
  const other = personOf('Anna Tarrant', ['Tarrant']);
  const question = { cast: [other, paul], mentions: [mention('Paul Tarrant', 30)] };
  expect(asked('Tarrant', question)).toEqual(['Paul Tarrant: name', 'Anna Tarrant: name']);
});

test('empty words have no ties', () => {
  expect(asked('“”').every((line) => line.endsWith(': cast'))).toBe(true);
});
