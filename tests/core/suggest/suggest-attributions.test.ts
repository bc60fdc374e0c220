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
  // Who speaks stands before the quotation, or behind it with a dash.
  [
    'Ode wrote on his page:\n\n“Cool clock. Come and see us.”',
    ['direct Ode: “Cool clock. Come and see us.”'],
  ],
  ['“So far it is a long game.” - Ann Lee', ['direct Ann Lee: “So far it is a long game.”']],
  [
    'Ann Lee said that the rain goes on. “It will go on for days.”',
    ['indirect Ann Lee: the rain goes on', 'direct Ann Lee: “It will go on for days.”'],
  ],
  [
    'Ann Lee said that the rain goes on.\n\n“It will go on for days.”',
    ['indirect Ann Lee: the rain goes on', 'direct Ann Lee: “It will go on for days.”'],
  ],
  ['The letter seen by the paper says “we may extend it”.', ['direct the paper: “we may extend it”']],
  // Appositions, hearers, and clauses without “that”.
  [
    'Ann Lee, director of the study, and Chairman of the Centre, says that the rain goes on.',
    ['indirect Ann Lee: the rain goes on'],
  ],
  ['According to Ode the ship was sent back.', ['indirect Ode: the ship was sent back']],
  ['As Ode told the paper, the ship was sent back.', ['indirect Ode: the ship was sent back']],
  ['Officials told Ann Lee every claim is read.', ['indirect Officials: every claim is read']],
  ['She explained how the ship was saved.', ['indirect She: how the ship was saved']],
  [
    'Ode denied that he was there, adding that it rained.',
    ['indirect Ode: he was there, adding that it rained', 'indirect Ode: it rained'],
  ],
  // Words in inverted commas within a report, and a thought within a quotation.
  [
    'Ode said that on Monday he “walked in and gave himself up”.',
    ['mixed Ode: on Monday he “walked in and gave himself up”'],
  ],
  [
    '“I think the rain will go on,” said Ann Lee.',
    ['direct Ann Lee: “I think the rain will go on,”', 'indirect I: the rain will go on'],
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

test('a headline with a name and a colon says who says it; a kind of article does not', () => {
  const body = '\n\nIt rained in the town on Monday and all of the night.';
  expect(shown(`Ann Lee: the rain will go on for days${body}`)).toEqual([
    'indirect Ann Lee: the rain will go on for days',
  ]);
  expect(shown(`Analysis: the rain will go on for days${body}`)).toEqual([]);
});

test('a pronoun says whom it stands for', () => {
  const text = 'Ann Lee said that the rain goes on. She added that it would stop.';
  const [, second] = [...suggestAttributions(text, deriveBlocks(text))];
  expect(second?.standsFor).toEqual({ start: 0, end: 7 });
  expect(second?.reason.at(-1)).toBe('“Ann Lee” is the last with a name who spoke before');
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
  expect(shown(`“${'I think the rain is on. '.repeat(5_000)}”`).length).toBeLessThanOrEqual(5_000);
  expect(shown('Ode, a b, '.repeat(5_000)).length).toBeLessThan(10);
  expect(shown('\u202eabc said that \u202d'.repeat(5_000)).length).toBeLessThan(1_000);
});
