import { expect, test } from 'vitest';
import { defaultTagSet } from '../../../src/core/model/tag-set.ts';
import { spanName, spanWords } from '../../../src/renderer/panels/span-name.ts';
import { articleOf } from '../../core/arbitraries/article.ts';
import { spanOf } from '../fakes/project.ts';

test('a span is called by its tag and its words, on one line', () => {
  const article = articleOf('Vladimir\n  Putin said so', 'a');
  expect(spanName(defaultTagSet, spanOf(article, 's', 0, 16, 'speaker'))).toBe('Speaker: Vladimir Putin');
  expect(spanName(defaultTagSet, spanOf(article, 's', 0, 8, 'rumour'))).toBe('rumour: Vladimir');
});

test('long words are kept whole up to 300 units and never cut inside a pair', () => {
  const words = 'x'.repeat(300);
  const whole = articleOf(words, 'a');
  expect(spanWords(spanOf(whole, 's', 0, 300))).toBe(words);
  const longer = articleOf(`${'x'.repeat(299)}😀 and more`, 'a');
  expect(spanWords(spanOf(longer, 's', 0, longer.body.text.length))).toBe(`${'x'.repeat(299)}…`);
});
