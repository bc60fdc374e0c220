import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultTagSet } from '../../../../src/core/model/tag-set.ts';
import {
  mergeable,
  mergeSpans,
  removeFragment,
  splitSpan,
} from '../../../../src/core/operations/gestures/change-fragments.ts';
import { linkSpans } from '../../../../src/core/operations/gestures/link-spans.ts';
import { invert } from '../../../../src/core/operations/invert.ts';
import type { ArticleState } from '../../../../src/core/operations/project-state.ts';
import { afterGesture, articleOf, author, spanIn } from './builders.ts';

const text = '“We go,” said Marek Ode, “and we stay here.” Dahl said “no”.';
const article = articleOf(
  text,
  ['a', 'claim', '“We go,”', '“and we stay here.”'],
  ['b', 'claim', '“no”'],
  ['ode', 'speaker', 'Marek Ode'],
  ['dahl', 'speaker', 'Dahl'],
);

function selected(words: string) {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

function caretIn(words: string) {
  const start = text.indexOf(words) + 1;
  return { start, end: start };
}

function quotes(state: ArticleState): string[] {
  return state.spans.ordered.filter(({ tag }) => tag === 'claim').map(({ quote }) => quote);
}

function links(state: ArticleState): string[] {
  return [...state.relations.values()].map(({ type, from, to }) => `${from} ${type} ${to}`).sort();
}

function linked(state: ArticleState, ...pairs: [string, string][]): ArticleState {
  return pairs.reduce((now, [a, b], i) => {
    const by = author();
    const ids = { ...by, newId: () => `link-${i}` };
    return afterGesture(now, linkSpans(now, spanIn(now, a), spanIn(now, b), defaultTagSet, ids));
  }, state);
}

describe('removeFragment', () => {
  it('takes the fragment at the caret, or the selected words, out of the span', () => {
    const claim = spanIn(article, 'a');
    expect(
      quotes(afterGesture(article, removeFragment(article, claim, caretIn('and we'), author())))[0],
    ).toBe('“We go,”');
    expect(
      quotes(afterGesture(article, removeFragment(article, claim, selected('we stay'), author())))[0],
    ).toBe('“We go,” “and here.”');
    expect(
      quotes(
        afterGesture(
          article,
          removeFragment(article, claim, selected('go,” said Marek Ode, “and'), author()),
        ),
      )[0],
    ).toBe('“We we stay here.”');
  });

  it('leaves the last one', () => {
    expect(removeFragment(article, spanIn(article, 'b'), caretIn('“no”'), author())).toMatchObject({
      reason: { code: 'not-allowed' },
    });
    expect(removeFragment(article, spanIn(article, 'b'), selected(text), author())).toMatchObject({
      reason: { code: 'not-allowed' },
    });
    expect(removeFragment(article, spanIn(article, 'b'), caretIn('Marek'), author())).toMatchObject({
      reason: { code: 'nothing-selected' },
    });
    expect(removeFragment(article, spanIn(article, 'b'), selected('Marek'), author())).toMatchObject({
      reason: { code: 'unchanged' },
    });
  });
});

describe('mergeSpans', () => {
  it('makes fragments of one span, with what was said of both', () => {
    const notes = {
      ...article,
      spans: article.spans.with(
        { ...spanIn(article, 'a'), note: 'one', attributes: { form: 'direct' } },
        {
          ...spanIn(article, 'b'),
          note: 'two',
          flagged: true,
          attributes: { form: 'mixed', stance: 'opposes' },
        },
      ),
    };
    const before = linked(notes, ['a', 'ode'], ['b', 'ode'], ['b', 'dahl'], ['a', 'b']);
    const after = afterGesture(
      before,
      mergeSpans(before, spanIn(before, 'a'), spanIn(before, 'b'), author()),
    );
    expect(quotes(after)).toEqual(['“We go,” “and we stay here.” “no”']);
    expect(spanIn(after, 'a')).toMatchObject({
      note: 'one\ntwo',
      flagged: true,
      attributes: { form: 'direct', stance: 'opposes' },
    });
    expect(links(after)).toEqual(['dahl says a', 'ode says a']);
  });

  it('offers and takes only spans of the same tag', () => {
    expect(mergeable(article, spanIn(article, 'b')).map(({ id }) => id)).toEqual(['a']);
    expect(mergeSpans(article, spanIn(article, 'a'), spanIn(article, 'ode'), author())).toMatchObject({
      reason: { code: 'not-allowed' },
    });
  });
});

describe('splitSpan', () => {
  it('makes a span of each fragment, each with the links', () => {
    const before = linked(article, ['a', 'ode']);
    const after = afterGesture(
      before,
      splitSpan(before, spanIn(before, 'a'), { start: 0, end: 0 }, author()),
    );
    expect(quotes(after)).toEqual(['“We go,”', '“and we stay here.”', '“no”']);
    expect(links(after)).toEqual(['ode says a', 'ode says new-1']);
  });

  it('cuts a single fragment at the caret or around the selection', () => {
    const single = articleOf(text, ['a', 'claim', '“and we stay here.”']);
    const at = text.indexOf('stay');
    expect(
      quotes(afterGesture(single, splitSpan(single, spanIn(single, 'a'), { start: at, end: at }, author()))),
    ).toEqual(['“and we', 'stay here.”']);
    expect(
      quotes(afterGesture(single, splitSpan(single, spanIn(single, 'a'), selected('we stay'), author()))),
    ).toEqual(['“and', 'we stay', 'here.”']);
    expect(splitSpan(single, spanIn(single, 'a'), { start: 0, end: 0 }, author())).toMatchObject({
      reason: { code: 'nothing-selected' },
    });
  });
});

it('undoes removing, merging and splitting exactly', () => {
  const before = linked(article, ['a', 'ode'], ['b', 'dahl'], ['a', 'b']);
  const offsets = fc
    .tuple(fc.nat(text.length), fc.nat(text.length))
    .map(([x, y]) => ({ start: Math.min(x, y), end: Math.max(x, y) }));
  fc.assert(
    fc.property(
      fc.constantFrom('a', 'b'),
      fc.constantFrom('remove', 'merge', 'split'),
      offsets,
      (id, kind, selection) => {
        const span = spanIn(before, id);
        const other = spanIn(before, id === 'a' ? 'b' : 'a');
        const result =
          kind === 'remove'
            ? removeFragment(before, span, selection, author())
            : kind === 'merge'
              ? mergeSpans(before, span, other, author())
              : splitSpan(before, span, selection, author());
        if (!result.ok) return;
        const after = afterGesture(before, result);
        const back = afterGesture(after, {
          ok: true,
          value: { ...result.value, operation: invert(result.value.operation) },
        });
        expect(back.spans.ordered).toEqual(before.spans.ordered);
        expect(new Map(back.relations)).toEqual(before.relations);
      },
    ),
  );
});
