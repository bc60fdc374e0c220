import { describe, expect, it } from 'vitest';
import { defaultTagSet, type TagSet } from '../../../../src/core/model/tag-set.ts';
import { articleAfter } from '../../../../src/core/operations/article-after.ts';
import { linkRole } from '../../../../src/core/operations/gestures/link-nearest.ts';
import { claimChanges } from '../../../../src/core/operations/gestures/make-claim.ts';
import { planClaim } from '../../../../src/core/operations/gestures/plan-claim.ts';
import { proposedSpeaker } from '../../../../src/core/operations/gestures/propose-speaker.ts';
import { articleOf, author, spanIn } from './builders.ts';

/** What C makes at `|`, or of what stands between two `|`. */
function claim(source: string, tagSet: TagSet = defaultTagSet, ...spans: Parameters<typeof articleOf>[1][]) {
  const [before = '', inside, after] = source.split('|');
  const text = source.replaceAll('|', '');
  const start = before.length;
  const end = after === undefined ? start : start + (inside ?? '').length;
  const article = articleOf(text, ...spans);
  const plan = planClaim(article, tagSet, { start, end }, true);
  if (!plan.ok) return { refused: plan.reason.code, span: plan.reason.span };
  const { claim: made, changes } = claimChanges(article, plan.value, tagSet, author());
  const state = articleAfter(article, changes);
  const role = linkRole(tagSet, made.tag, 'speaker');
  const speaker =
    role === undefined ? undefined : proposedSpeaker(state, made, plan.value.speaker, role, tagSet);
  return {
    fragments: made.fragments.map((fragment) => text.slice(fragment.start, fragment.end)),
    attributes: made.attributes,
    speaker:
      speaker?.kind === 'span'
        ? speaker.span.id
        : speaker === undefined
          ? undefined
          : text.slice(speaker.words.start, speaker.words.end),
    others: state.spans.ordered
      .filter(({ id }) => id !== made.id)
      .map(({ tag, quote }) => `${tag}: ${quote}`),
    relations: [...state.relations.values()].map(({ type }) => type),
  };
}

describe('the claim as it is spoken', () => {
  it('has all halves of a quotation, form, cue and the words for its speaker', () => {
    expect(claim('“We g|o,” said Marek Ode, “and we stay.” It rained.')).toMatchObject({
      fragments: ['“We go,”', '“and we stay.”'],
      attributes: { form: 'direct', cue: 'said' },
      speaker: 'Marek Ode',
    });
  });

  it('links the speaker who is tagged at those words', () => {
    expect(
      claim(
        'Dahl left. “We g|o,” said Marek Ode.',
        defaultTagSet,
        ['d', 'speaker', 'Dahl'],
        ['o', 'speaker', 'Ode'],
      ).speaker,
    ).toBe('o');
    expect(
      claim('Dahl left. “We g|o,” said Marek Ode.', defaultTagSet, ['d', 'speaker', 'Dahl']).speaker,
    ).toBe('Marek Ode');
  });

  it('takes a speaker who stands close by where no words say who speaks', () => {
    expect(claim('Dahl shook her head. “We g|o.”', defaultTagSet, ['d', 'speaker', 'Dahl']).speaker).toBe(
      'd',
    );
    expect(
      claim(`Dahl left. ${'It rained and rained. '.repeat(20)}“We g|o.”`, defaultTagSet, [
        'd',
        'speaker',
        'Dahl',
      ]).speaker,
    ).toBeUndefined();
  });

  it('takes what is reported where nothing is quoted', () => {
    expect(claim('According to the Port Authority, the fe|e was high.')).toMatchObject({
      fragments: ['the fee was high'],
      attributes: { form: 'indirect', cue: 'According to' },
      speaker: 'the Port Authority',
    });
    expect(claim('Ode sa|id that the fee was “a toll”.')).toMatchObject({
      fragments: ['the fee was “a toll”'],
      attributes: { form: 'mixed', cue: 'said' },
    });
  });

  it('takes what is selected; a selected half stands for its quotation', () => {
    expect(claim('“|We go|,” said Ode, “and we stay.”')).toMatchObject({
      fragments: ['“We go,”', '“and we stay.”'],
    });
    expect(claim('“|We go,” said Ode, “and we stay.”|')).toMatchObject({
      fragments: ['“We go,”', '“and we stay.”'],
    });
    expect(claim('“We go,” said Ode, “and |we stay|.”')).toMatchObject({
      fragments: ['we stay'],
      attributes: { form: 'direct' },
      speaker: 'Ode',
    });
    expect(claim('Ode said |the fee was high| today.')).toMatchObject({
      fragments: ['the fee was high'],
      attributes: { form: 'indirect', cue: 'said' },
      speaker: 'Ode',
    });
  });

  it('takes the outer of two quotations, then the inner, then says that both are there', () => {
    const source = '“He told me ‘g|o’ twice,” she said.';
    const outer = '“He told me ‘go’ twice,”';
    expect(claim(source).fragments).toEqual(['‘go’']);
    expect(claim('“The ‘fr|ee’ port is closed,” she said.').fragments).toEqual([
      '“The ‘free’ port is closed,”',
    ]);
    expect(claim(source, defaultTagSet, ['c', 'claim', '‘go’']).fragments).toEqual([outer]);
    expect(claim(source, defaultTagSet, ['b', 'claim', '‘go’'], ['c', 'claim', outer])).toEqual({
      refused: 'duplicate',
      span: 'b',
    });
  });

  it('refuses where nothing is said, and where the tag set has no claims', () => {
    expect(claim('It rai|ned in Velmar.')).toMatchObject({ refused: 'nothing-selected' });
    expect(claim('“We g|o.”', { ...defaultTagSet, relationTypes: [] })).toMatchObject({
      refused: 'not-allowed',
    });
    expect(claim('|')).toMatchObject({ refused: 'nothing-selected' });
  });

  it('says only what the tag has attributes for, and tags the cue where there is a tag for it', () => {
    const tags = defaultTagSet.tags.map((tag) => ({ ...tag, attributes: [] }));
    expect(claim('“We g|o,” said Ode.', { ...defaultTagSet, tags }).attributes).toEqual({});
    const [any] = defaultTagSet.tags;
    if (any === undefined) throw new Error('the default tag set has tags');
    const own: TagSet = {
      tags: [...defaultTagSet.tags, { ...any, id: 'cue', name: 'Cue', key: '5', attributes: [] }],
      relationTypes: [
        ...defaultTagSet.relationTypes,
        { id: 'cues', name: 'cues', from: ['cue'], to: ['claim'] },
      ],
    };
    expect(claim('“We g|o,” said Ode.', own)).toMatchObject({
      attributes: { form: 'direct' },
      others: ['cue: said'],
      relations: ['cues'],
    });
    expect(claim('“We g|o,” said Ode.', own, ['q', 'cue', 'said'])).toMatchObject({
      others: ['cue: said'],
      relations: ['cues'],
    });
  });

  it('keeps the words that were quoted', () => {
    const article = articleOf('“Yes.”', ['c', 'claim', '“Yes.”']);
    expect(spanIn(article, 'c').quote).toBe('“Yes.”');
  });
});
