import { expect, test } from 'vitest';
import { KnownPhrases, type TaggedText } from '../../../../src/core/suggest/same-again/known-phrases.ts';

/** A text with what is tagged in it as `tag: words`, at the first place of the words. */
function tagged(text: string, ...tags: string[]): TaggedText {
  return {
    text,
    tagged: tags.map((each) => {
      const [tag = '', words = ''] = each.split(': ');
      const start = text.indexOf(words);
      return { tag, place: { start, end: start + words.length } };
    }),
  };
}

const tags = new Map([
  ['speaker', 'Speaker'],
  ['location', 'Location'],
]);
const found = (articles: readonly TaggedText[], text: string) =>
  [...KnownPhrases.of(articles, tags).suggest(text)].map(
    ({ tag, fragments: [{ start, end }], confidence }) => [tag, text.slice(start, end), confidence],
  );

test('finds what was tagged elsewhere, as sure as it was tagged and not left alone', () => {
  const articles = [
    tagged('Ann Lee said so in Turin. Turin is wet.', 'speaker: Ann Lee', 'location: Turin'),
    tagged('Ann Lee denied it.', 'speaker: Ann Lee'),
  ];
  expect(found(articles, 'It was Ann Lee’s day in Turin, in TURIN; turin is no name.')).toEqual([
    ['speaker', 'Ann Lee', 0.75],
    ['location', 'Turin', 0.5],
    ['location', 'TURIN', 0.5],
  ]);
  const [first] = KnownPhrases.of(articles, tags).suggest('Ann Lee');
  expect(first?.reason).toEqual(['tagged as Speaker in 2 articles', 'never left alone']);
  const [other] = KnownPhrases.of(articles, tags).suggest('Turin');
  expect(other?.reason).toEqual(['tagged as Location in 1 article', 'left alone once']);
});

test('finds roles in the plural and the singular, and names only as they are', () => {
  const articles = [
    tagged(
      'The minister and two party officials of Wells left.',
      'speaker: minister',
      'speaker: party officials',
      'location: Wells',
    ),
  ];
  expect(found(articles, 'Ministers and a party official saw a Well.').map(([, words]) => words)).toEqual([
    'Ministers',
    'party official',
  ]);
});

test('looks for no pronouns, no claims, and nothing too short or too long to be a name', () => {
  const long = `The ${'very '.repeat(20)}long one`;
  const articles = [
    tagged(
      `She said it rains in Ny. ${long}`,
      'speaker: She',
      'claim: it rains',
      'location: Ny',
      `speaker: ${long}`,
    ),
  ];
  expect(KnownPhrases.of(articles, tags).size).toBe(0);
  expect(found(articles, `She it rains Ny ${long}`)).toEqual([]);
});

test('finds in a long text what stands behind each piece', () => {
  const text = `${'It rained.\n'.repeat(20_000)}In Turin.`;
  expect(found([tagged('In Turin.', 'location: Turin')], text)).toEqual([['location', 'Turin', 0.67]]);
});

test('counts what stands behind the last that was tagged as left alone only where all was gone through', () => {
  const text = 'Ann Lee said so. Ann Lee and Ann Lee left.';
  const whole = tagged(text, 'speaker: Ann Lee');
  expect(found([whole], 'Ann Lee')).toEqual([['speaker', 'Ann Lee', 0.4]]);
  expect(found([{ ...whole, until: 16 }], 'Ann Lee')).toEqual([['speaker', 'Ann Lee', 0.67]]);
});

test('finds the names of the cast, and says whom of it all of the same words name', () => {
  const [{ text, tagged: [stretch] = [] }, other] = [
    tagged('The minister spoke.', 'speaker: minister'),
    tagged('A minister spoke.', 'speaker: minister'),
  ];
  const given = { text, tagged: stretch === undefined ? [] : [{ ...stretch, entity: 'lee' }] };
  const name = { tag: 'speaker', words: 'Ann Lee', entity: 'lee', of: 'Ann Lee' };
  const suggest = (articles: readonly TaggedText[]) => [
    ...KnownPhrases.of(articles, tags, [name]).suggest('Ministers met Ann Lee.'),
  ];
  expect(suggest([given])).toMatchObject([
    { entity: 'lee', reason: ['tagged as Speaker in 1 article', 'never left alone'] },
    { entity: 'lee', reason: ['a name of Ann Lee in the cast', 'never left alone'], confidence: 0.67 },
  ]);
  expect(suggest([given, other])[0]).not.toHaveProperty('entity');
});

test('looks for no more than the five thousand phrases that were tagged most', () => {
  const names = Array.from({ length: 5_100 }, (_, i) => `Ann ${i + 100}`);
  const rare = tagged(names.join('; '), ...names.map((name) => `speaker: ${name}`));
  const usual = tagged('It was Bo Lee.', 'speaker: Bo Lee');
  const known = KnownPhrases.of([rare, usual, usual], tags);
  expect(known.size).toBe(5_000);
  expect([...known.suggest('So Bo Lee left.')]).toHaveLength(1);
});
