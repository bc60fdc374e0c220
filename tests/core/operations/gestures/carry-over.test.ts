import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleStateOf } from '../../../../src/core/formats/annotated-article.ts';
import { fragmentsSchema, quoteOf } from '../../../../src/core/model/fragment.ts';
import type { Relation } from '../../../../src/core/model/relation.ts';
import { carryOver, fatesOf } from '../../../../src/core/operations/gestures/carry-over.ts';
import { articleOf, someTime } from '../../arbitraries/article.ts';
import { spanArbitrary, spanOf } from '../../arbitraries/span.ts';

const before = `Ferry stays

“We asked for a timetable,” said Edda Lorne. “Nobody asked for a favour.”

The night boat will run three times a week instead of seven.

Officials in Port Carrow denied it.`;

function at(text: string, words: string) {
  const start = text.indexOf(words);
  if (start === -1) throw new Error(`“${words}” is not there`);
  return { start, end: start + words.length };
}

const lorne = spanOf(before, [at(before, 'Edda Lorne')], { id: 'lorne', tag: 'speaker' });
const claim = spanOf(
  before,
  [at(before, '“We asked for a timetable,”'), at(before, '“Nobody asked for a favour.”')],
  {
    id: 'claim',
    tag: 'claim',
  },
);
const boat = spanOf(before, [at(before, 'three times a week instead of seven')], {
  id: 'boat',
  tag: 'claim',
});
const officials = spanOf(before, [at(before, 'Officials in Port Carrow')], {
  id: 'officials',
  tag: 'speaker',
});
const spans = [lorne, claim, boat, officials];

const fates = (after: string) =>
  fatesOf(spans, before, after).map(({ span, fate, quote }) => [span.id, fate, quote]);

test('nothing moves in the same text', () => {
  expect(fates(before)).toEqual(spans.map((span) => [span.id, 'unmoved', span.quote]));
});

test('what stands behind an insertion moves, and what was rewritten changes', () => {
  const after = before
    .replace('\n\n“We', '\n\nBy our correspondent\n\n“We')
    .replace('three times a week instead of seven', 'four times a week instead of seven');
  expect(fates(after)).toEqual([
    ['lorne', 'moved', 'Edda Lorne'],
    ['claim', 'moved', claim.quote],
    ['boat', 'changed', 'four times a week instead of seven'],
    ['officials', 'moved', 'Officials in Port Carrow'],
  ]);
});

test('a paragraph that went elsewhere takes its annotations along; one that went takes them away', () => {
  const paragraph = '\n\nThe night boat will run three times a week instead of seven.';
  expect(fates(`${before.replace(paragraph, '')}${paragraph}`)[2]).toEqual(['boat', 'moved', boat.quote]);
  expect(fates(before.replace(paragraph, ''))[2]).toEqual(['boat', 'vanished', '']);
});

test('fragments that come to touch become one', () => {
  const after = before.replace(' said Edda Lorne. ', '');
  const carried = fatesOf([claim], before, after)[0];
  expect(carried).toMatchObject({
    fate: 'changed',
    quote: '“We asked for a timetable,”“Nobody asked for a favour.”',
  });
  expect(carried?.fragments).toHaveLength(1);
});

test('whatever is done to a text, fragments are sound and words are what the fate says', () => {
  const edit = fc.record({
    at: fc.nat(before.length),
    cut: fc.nat(60),
    put: fc.constantFrom('', ' new words ', '\n\nA line.\n\n', '😀'),
  });
  fc.assert(
    fc.property(
      fc.array(spanArbitrary(before), { maxLength: 6 }),
      fc.array(edit, { maxLength: 4 }),
      (some, edits) => {
        const after = edits.reduce(
          (text, { at: place, cut, put }) => text.slice(0, place) + put + text.slice(place + cut),
          before,
        );
        for (const { span, fate, fragments, quote } of fatesOf(some, before, after)) {
          if (fate === 'vanished') {
            expect(fragments).toEqual([]);
            continue;
          }
          expect(fragmentsSchema.safeParse(fragments).success).toBe(true);
          expect(quote).toBe(quoteOf(after, fragments));
          if (fate !== 'changed') expect(quote).toBe(quoteOf(before, span.fragments));
        }
      },
    ),
    { numRuns: 400 },
  );
});

test('carried spans and relations are new ones of the later version, and what is there is passed over', () => {
  const after = `Update\n\n${before}`;
  const article = articleStateOf({ ...articleOf(after, 'later'), spans: [], relations: [] });
  const relation: Relation = {
    id: 'r',
    articleId: 'article',
    type: 'says',
    from: 'lorne',
    to: 'claim',
    attributes: {},
    annotator: 'a',
    origin: 'manual',
    createdAt: someTime,
    updatedAt: someTime,
  };
  let made = 0;
  const by = { now: someTime, newId: () => `new-${++made}` };
  const carried = fatesOf(spans, before, after);
  const result = carryOver(article, carried, [relation], by);
  if (!result.ok) throw new Error(result.reason.message);
  expect(result.value.label).toBe('carry over 4 annotations');
  const { operation } = result.value;
  const changes = 'changes' in operation ? operation.changes : [operation];
  expect(changes.map((change) => change.type)).toEqual([...spans.map(() => 'span.add'), 'relation.add']);
  expect(changes.at(-1)).toMatchObject({ relation: { articleId: 'later', from: 'new-1', to: 'new-2' } });

  const there = changes.flatMap((change) => (change.type === 'span.add' ? [change.span] : []));
  const links = changes.flatMap((change) => (change.type === 'relation.add' ? [change.relation] : []));
  const again = carryOver(
    articleStateOf({ ...articleOf(after, 'later'), spans: there, relations: links }),
    carried,
    [relation],
    by,
  );
  expect(again).toMatchObject({ ok: false, reason: { code: 'unchanged' } });
});
