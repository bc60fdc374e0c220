import { expect, test } from 'vitest';
import { loadDateReader } from '../../../../src/core/dates/load-date-reader.ts';
import { quoteOf } from '../../../../src/core/model/fragment.ts';
import { Gazetteer } from '../../../../src/core/places/gazetteer.ts';
import {
  articleSuggestions,
  placeSuggestions,
  sameAgain,
} from '../../../../src/core/suggest/article-suggestions.ts';
import { KnownPhrases } from '../../../../src/core/suggest/same-again/known-phrases.ts';
import { ruleIds } from '../../../../src/core/suggest/suggestion.ts';
import { ruleWords } from '../../../../src/renderer/views/suggestions/rule-words.ts';
import { builtGazetteer } from '../../../core/places/built-gazetteer.ts';

/** What the others propose depends on what was tagged before. */
const here = ruleIds.filter((rule) => rule !== 'same-again' && rule !== 'learnt');

test.each(here)('the rule %s proposes what its example shows', async (rule) => {
  const { example } = ruleWords[rule];
  const text = example.join('');
  const blocks = [{ kind: 'paragraph' as const, start: 0, end: text.length }];
  const places = { gazetteer: new Gazetteer(builtGazetteer()), chosen: new Map<string, string>() };
  const made = [
    ...articleSuggestions(text, blocks, null, await loadDateReader(null)),
    ...placeSuggestions(text, blocks, places),
  ];
  const proposed = made
    .filter(({ of }) => of.rule === rule)
    .flatMap(({ fragments }) => fragments.map((fragment) => quoteOf(text, [fragment])));
  expect(proposed).toEqual(example.filter((_, i) => i % 2 === 1));
});

test('more of the same proposes what its example shows, once that was tagged elsewhere', () => {
  const { example } = ruleWords['same-again'];
  const text = example[1] ?? '';
  const before = { text, tagged: [{ tag: 'speaker', place: { start: 0, end: text.length } }] };
  const known = KnownPhrases.of([before], new Map([['speaker', 'Speaker']]));
  const made = [...sameAgain(example.join(''), known, { tag: undefined, proposed: [] })];
  expect(made.map(({ fragments }) => quoteOf(example.join(''), fragments))).toEqual([text]);
});
