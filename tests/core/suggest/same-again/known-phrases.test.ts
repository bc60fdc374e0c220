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

const tags = new Set(['speaker', 'location']);
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
  expect(first?.reason).toEqual(['tagged as speaker in 2 articles', 'never left alone']);
  const [other] = KnownPhrases.of(articles, tags).suggest('Turin');
  expect(other?.reason).toEqual(['tagged as location in 1 article', 'left alone once']);
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
