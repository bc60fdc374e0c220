import { expect, test } from 'vitest';
import { suggestAttributions } from '../../../src/core/suggest/suggest-attributions.ts';
import { deriveBlocks } from '../../../src/core/text/blocks.ts';

/** Each proposal as `form speaker: claim`. */
function shown(text: string): string[] {
  return [...suggestAttributions(text, deriveBlocks(text))].map(({ form, speaker, claim }) => {
    const words = claim.map(({ start, end }) => text.slice(start, end)).join(' … ');
    return `${form} ${speaker === undefined ? '-' : text.slice(speaker.start, speaker.end)}: ${words}`;
  });
}

test.each([
  ['“It rains,” said Ann Lee, “and it will.”', ['direct Ann Lee: “It rains,” … “and it will.”']],
  ['The mayor said that the bridge would be mended.', ['indirect The mayor: the bridge would be mended']],
  ['The bridge is shut, the mayor said on Tuesday.', ['indirect the mayor: The bridge is shut']],
  ['According to the report, it will rain “for days”.', ['mixed the report: it will rain “for days”']],
  ['Paris claims that she was kept on the ship.', ['indirect Paris: she was kept on the ship']],
  ['The letter reads “we may extend the use of it”.', ['direct The letter: “we may extend the use of it”']],
  ['Devocht, who told Montalvo that he would help, left.', ['indirect Devocht: he would help, left']],
  [
    'Zuckerberg wrote to Mohamed and said the boy was welcome to come.',
    ['indirect Zuckerberg: the boy was welcome to come'],
  ],
])('%s', (text, expected) => {
  expect(shown(text)).toEqual(expected);
});

test.each([
  'The team had been denied visas to enter the country.',
  'She asked the council to help the girls.',
  'A film called “The Bridge” was shown.',
  'The claims of the ministry were long.',
  '',
  ' \n',
])('nothing is proposed for: %s', (text) => {
  expect(shown(text)).toEqual([]);
});

test('each proposal says why, and how sure it is', () => {
  const text = 'The rain goes on. “It rains again today,” said Ann Lee.';
  const [suggestion] = suggestAttributions(text, deriveBlocks(text));
  expect(suggestion).toMatchObject({
    rule: 'quotation',
    confidence: 0.9,
    reason: ['quotation marks', '“said” beside it', '“Ann Lee” stands at that'],
  });
});

test('text that was made to be hard is bounded: marks that nothing closes, one word of saying after another', () => {
  expect(shown('“a '.repeat(5_000)).length).toBeLessThan(100);
  expect(shown('said '.repeat(20_000)).length).toBeLessThan(1_000);
  expect(shown('\u202eabc said that \u202d'.repeat(5_000)).length).toBeLessThan(1_000);
});
