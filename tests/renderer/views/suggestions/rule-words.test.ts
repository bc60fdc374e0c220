import { expect, test } from 'vitest';
import { loadDateReader } from '../../../../src/core/dates/load-date-reader.ts';
import { quoteOf } from '../../../../src/core/model/fragment.ts';
import { articleSuggestions } from '../../../../src/core/suggest/article-suggestions.ts';
import { ruleIds } from '../../../../src/core/suggest/suggestion.ts';
import { ruleWords } from '../../../../src/renderer/views/suggestions/rule-words.ts';

const here = ruleIds.filter((rule) => ruleWords[rule].isOfCommandLine !== true);

test.each(here)('the rule %s proposes what its example shows', async (rule) => {
  const { example } = ruleWords[rule];
  const text = example.join('');
  const blocks = [{ kind: 'paragraph' as const, start: 0, end: text.length }];
  const made = [...articleSuggestions(text, blocks, null, await loadDateReader(null))];
  const proposed = made
    .filter(({ of }) => of.rule === rule)
    .flatMap(({ fragments }) => fragments.map((fragment) => quoteOf(text, [fragment])));
  expect(proposed).toEqual(example.filter((_, i) => i % 2 === 1));
});
