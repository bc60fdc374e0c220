import { describe, expect, it } from 'vitest';
import { loadDateReader } from '../../../../src/core/dates/load-date-reader.ts';
import type { Entity } from '../../../../src/core/model/entity.ts';
import { defaultTagSet, type TagSet } from '../../../../src/core/model/tag-set.ts';
import { apply } from '../../../../src/core/operations/apply.ts';
import {
  acceptSuggestions,
  isOpenSuggestion,
  openSuggestions,
  refuseSuggestions,
  ruleOfOrigin,
} from '../../../../src/core/operations/gestures/decide-suggestion.ts';
import type { GestureResult } from '../../../../src/core/operations/gestures/gesture.ts';
import { invert } from '../../../../src/core/operations/invert.ts';
import type { ArticleState } from '../../../../src/core/operations/project-state.ts';
import {
  type ArticleSuggestion,
  articleSuggestions,
  sameAgain,
} from '../../../../src/core/suggest/article-suggestions.ts';
import { KnownPhrases } from '../../../../src/core/suggest/same-again/known-phrases.ts';
import { suggestionKey } from '../../../../src/core/suggest/suggestion-key.ts';
import { someProject } from '../../arbitraries/operation-sequence.ts';
import { articleOf, author } from './builders.ts';
import { personOf } from './cast-builders.ts';

const reader = await loadDateReader(null);

function suggested(article: ArticleState, kind: 'attribution' | 'date' = 'attribution') {
  const published = { year: 2026, month: 11, day: 27 };
  const { text, blocks } = article.body;
  return [...articleSuggestions(text, blocks, published, reader)].filter((each) => each.kind === kind);
}

function deciding(cast: readonly Entity[] = [], tagSet: TagSet = defaultTagSet) {
  return { tagSet, cast, by: author() };
}

/** The article after the gesture, which one undo takes back. */
function afterDecision(article: ArticleState, result: GestureResult): ArticleState {
  if (!result.ok) throw new Error(result.reason.message);
  const before = { project: someProject, articles: new Map([[article.record.id, article]]) };
  const made = apply(before, result.value.operation);
  if (!made.ok) throw new Error(made.reason.message);
  const back = apply(made.value, invert(result.value.operation));
  if (!back.ok) throw new Error(back.reason.message);
  const [undone, state] = [back.value, made.value].map(({ articles }) => articles.get(article.record.id));
  expect(undone?.record).toEqual(article.record);
  expect(undone?.spans.ordered).toEqual(article.spans.ordered);
  if (state === undefined) throw new Error('the article is there');
  return state;
}

const said = '“We go,” said Marek Ode on Monday, “and we stay.” It rained.';

describe('accepting', () => {
  it('makes the claim with all its pieces, its speaker and the link, and says which rule proposed them', () => {
    const article = articleOf(said);
    const state = afterDecision(article, acceptSuggestions(article, suggested(article), deciding()));
    const [claim] = state.spans.ordered.filter(({ tag }) => tag === 'claim');
    const [speaker] = state.spans.ordered.filter(({ tag }) => tag === 'speaker');
    expect(claim?.quote).toBe('“We go,” “and we stay.”');
    expect(claim?.fragments).toHaveLength(2);
    expect(claim?.attributes).toMatchObject({ form: 'direct', cue: 'said' });
    expect(speaker?.quote).toBe('Marek Ode');
    expect([...state.relations.values()]).toMatchObject([
      { type: 'says', from: speaker?.id, to: claim?.id, origin: 'suggestion:quotation@0.90' },
    ]);
    expect([claim, speaker].map((span) => span?.origin)).toEqual(Array(2).fill('suggestion:quotation@0.90'));
    expect(ruleOfOrigin(claim?.origin ?? '')).toBe('quotation');
    expect(ruleOfOrigin('manual')).toBeUndefined();
  });

  it('links the speaker who is tagged there already', () => {
    const article = articleOf(said, ['s', 'speaker', 'Marek Ode']);
    const state = afterDecision(article, acceptSuggestions(article, suggested(article), deciding()));
    expect(state.spans.ordered.filter(({ tag }) => tag === 'speaker').map(({ id }) => id)).toEqual(['s']);
    expect([...state.relations.values()].map(({ from }) => from)).toEqual(['s']);
  });

  it('assigns a full name that one member of the cast has, and no other', () => {
    const article = articleOf(said);
    const entities = [personOf('Marek Ode', [], { id: 'ode' })];
    const assigned = afterDecision(
      article,
      acceptSuggestions(article, suggested(article), deciding(entities)),
    );
    const who = (state: ArticleState) =>
      state.spans.ordered.find(({ tag }) => tag === 'speaker')?.attributes.entity;
    expect(who(assigned)).toBe('ode');
    const two = [...entities, personOf('Marek Ode', [], { id: 'other' })];
    expect(
      who(afterDecision(article, acceptSuggestions(article, suggested(article), deciding(two)))),
    ).toBeUndefined();
  });

  it('tags words for a time with what they come to', () => {
    const article = articleOf(said);
    const state = afterDecision(article, acceptSuggestions(article, suggested(article, 'date'), deciding()));
    expect(state.spans.ordered).toMatchObject([
      { tag: 'date', quote: 'Monday', attributes: { value: { value: '2026-11-23' } } },
    ]);
  });

  it('makes of many what can be made, in one step', () => {
    const text = `${said} “It is late,” she said.`;
    const article = articleOf(text);
    const all = suggested(article);
    expect(all.length).toBeGreaterThan(1);
    const state = afterDecision(article, acceptSuggestions(article, [...all, ...all], deciding()));
    expect(state.spans.ordered.filter(({ tag }) => tag === 'claim')).toHaveLength(all.length);
    expect(all.filter((each) => isOpenSuggestion(state, each, defaultTagSet))).toEqual([]);
    const again = acceptSuggestions(state, all, deciding());
    expect(again.ok).toBe(false);
  });

  it('takes for thousands as long for each as for a few', () => {
    const line = (i: number) => `“We go to port ${i},” said Marek Ode of Sund. It rained in ${i}.`;
    const text = Array.from({ length: 4_000 }, (_, i) => line(i)).join('\n');
    const blocks = [...text.matchAll(/.+/g)].map(({ index, 0: words }) => {
      return { kind: 'paragraph' as const, start: index, end: index + words.length };
    });
    const article = { ...articleOf(text), body: { text, blocks } };
    const all = suggested(article);
    const started = performance.now();
    const state = afterDecision(article, acceptSuggestions(article, all, deciding()));
    // A twentieth of a second; eleven seconds while index and links were built anew for each.
    expect(performance.now() - started).toBeLessThan(4_000);
    expect(state.spans.size).toBe(8_000);
    expect(state.relations.size).toBe(4_000);
  });

  it('tags what was tagged elsewhere, as whom of the cast it named there', () => {
    const article = articleOf('The minister came to Sund.');
    const known = KnownPhrases.of(
      [
        {
          text: 'A minister and Sund',
          tagged: [
            { tag: 'speaker', place: { start: 2, end: 10 }, entity: 'ode' },
            { tag: 'location', place: { start: 15, end: 19 } },
          ],
        },
      ],
      new Map(defaultTagSet.tags.map(({ id, name }) => [id, name])),
    );
    const all = [...sameAgain(article.body.text, known, { tag: 'speaker', proposed: [] })];
    const cast = [personOf('Marek Ode', [], { id: 'ode' })];
    const state = afterDecision(article, acceptSuggestions(article, all, deciding(cast)));
    expect(state.spans.ordered).toMatchObject([
      {
        tag: 'speaker',
        quote: 'minister',
        attributes: { entity: 'ode' },
        origin: 'suggestion:same-again@0.67',
      },
      { tag: 'location', quote: 'Sund', attributes: {} },
    ]);
    const without = afterDecision(article, acceptSuggestions(article, all, deciding()));
    expect(without.spans.ordered[0]?.attributes).toEqual({});
    const refused = afterDecision(article, refuseSuggestions(article, all, deciding()));
    expect(all.filter((each) => isOpenSuggestion(refused, each, defaultTagSet))).toEqual([]);
    const gone = { ...defaultTagSet, tags: defaultTagSet.tags.filter(({ id }) => id !== 'location') };
    expect(all.filter((each) => isOpenSuggestion(article, each, gone))).toHaveLength(1);
  });

  it('comes to nothing where the tag set has no such tag', () => {
    const article = articleOf(said);
    const tagSet = { ...defaultTagSet, relationTypes: [], tags: defaultTagSet.tags.slice(0, 2) };
    for (const each of [...suggested(article), ...suggested(article, 'date')]) {
      expect(isOpenSuggestion(article, each, tagSet)).toBe(false);
      expect(acceptSuggestions(article, [each], deciding([], tagSet)).ok).toBe(false);
    }
  });
});

describe('refusing', () => {
  it('holds where the text before has changed, and lines are broken elsewhere', () => {
    const article = articleOf(`Yesterday it snowed in the north of the country. ${said}`);
    const refused = afterDecision(article, refuseSuggestions(article, suggested(article), deciding()));
    expect(suggested(article).some((each) => isOpenSuggestion(refused, each, defaultTagSet))).toBe(false);
    const later = articleOf(
      `New: much was added here.\n\nYesterday it snowed in the north\nof the country. ${said}`,
    );
    const carried = { ...later, record: { ...later.record, refused: refused.record.refused } };
    const open = suggested(carried).filter((each) => isOpenSuggestion(carried, each, defaultTagSet));
    expect(open).toEqual([]);
  });

  it('is about these words here: the same elsewhere is still proposed, and so are others', () => {
    const article = articleOf(`“We go,” said Ode. It rained all day and all night.\n“We go,” said Lee.`);
    const [first, second] = suggested(article);
    if (first === undefined || second === undefined) throw new Error('two are proposed');
    const refused = afterDecision(article, refuseSuggestions(article, [first], deciding()));
    expect(isOpenSuggestion(refused, first, defaultTagSet)).toBe(false);
    expect(isOpenSuggestion(refused, second, defaultTagSet)).toBe(true);
    expect(refused.record.refused).toMatchObject([{ tag: 'claim', rule: 'quotation', words: first.key }]);
    expect(refuseSuggestions(refused, [first], deciding()).ok).toBe(false);
  });

  it('of a wrong speaker leaves the right one suggested', () => {
    const article = articleOf(said);
    const [right] = suggested(article);
    if (right?.kind !== 'attribution') throw new Error('an attribution is suggested');
    const at = said.indexOf('It rained');
    const speaker = { start: at, end: at + 2 };
    const wrong = {
      ...right,
      of: { ...right.of, speaker },
      key: suggestionKey(said, right.fragments, speaker),
    };
    const refused = afterDecision(article, refuseSuggestions(article, [wrong], deciding()));
    expect(isOpenSuggestion(refused, wrong, defaultTagSet)).toBe(false);
    expect(isOpenSuggestion(refused, right, defaultTagSet)).toBe(true);
  });
});

describe('a place and the same words tagged elsewhere', () => {
  const article = articleOf('Rain in Velmar. Snow in Velmar too.');
  const [first, second] = [
    { start: 8, end: 14 },
    { start: 24, end: 30 },
  ];
  const place: ArticleSuggestion = {
    kind: 'place',
    fragments: [first],
    key: suggestionKey(article.body.text, [first]),
    of: {
      rule: 'gazetteer',
      confidence: 0.8,
      reason: ['a town'],
      fragments: [first],
      place: null,
      others: 0,
    },
  };
  const phrases = (tag: string) => {
    const tagged = [{ tag, place: { start: 0, end: 6 } }];
    const known = KnownPhrases.of([{ text: 'Velmar', tagged }], new Map([[tag, tag]]));
    return [...sameAgain(article.body.text, known, { tag: 'speaker', proposed: [] })];
  };

  it('are suggested once, as the place, and elsewhere in the text still as the words', () => {
    const open = openSuggestions(article, [...phrases('location'), place], defaultTagSet);
    expect(open.map(({ kind, fragments }) => [kind, ...fragments])).toEqual([
      ['phrase', second],
      ['place', first],
    ]);
  });

  it('are both suggested where the words have another tag', () => {
    expect(openSuggestions(article, [...phrases('speaker'), place], defaultTagSet)).toHaveLength(3);
  });

  it('are refused together', () => {
    const all = [...phrases('location'), place];
    const key = suggestionKey(article.body.text, [first]);
    const refused = afterDecision(article, refuseSuggestions(article, [place], deciding()));
    // The same words with the same tag: refusing the one refuses the other, whichever rule it comes of.
    expect(openSuggestions(refused, all, defaultTagSet).map((each) => each.key)).not.toContain(key);
    expect(openSuggestions(refused, all, defaultTagSet)).toHaveLength(1);
  });
});
