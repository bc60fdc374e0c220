import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteOf } from '../../../src/core/model/fragment.ts';
import { checkSpan, reanchor } from '../../../src/core/text/anchor.ts';
import { canonicalText } from '../../../src/core/text/canonical-text.ts';
import { spanArbitrary, spanOf } from '../arbitraries/span.ts';
import { unicodeText } from '../arbitraries/unicode-text.ts';

const text = 'Putin said on Thursday: “We want guarantees,” he added, “and now.” Thursday was cold.';

function spanOn(quote: string, source = text): ReturnType<typeof spanOf> {
  const start = source.indexOf(quote);
  return spanOf(source, [{ start, end: start + quote.length }]);
}

describe('checkSpan', () => {
  it('finds every span anchored where it was made', () => {
    const both = unicodeText()
      .map((raw) => `a${canonicalText(raw).text}`)
      .chain((source) => spanArbitrary(source).map((span) => ({ source, span })));
    fc.assert(
      fc.property(both, ({ source, span }) => {
        expect(checkSpan(source, span)).toEqual({ status: 'anchored' });
      }),
    );
  });

  it('never throws, and what it moves reads as the quote, whatever was done to the text', () => {
    const damaged = unicodeText()
      .map((raw) => `title ${canonicalText(raw).text}`)
      .chain((source) =>
        fc.record({
          span: spanArbitrary(source),
          other: fc.oneof(
            unicodeText(),
            unicodeText(4).map((more) => more + source),
            fc.nat({ max: source.length }).map((cut) => source.slice(cut) + source),
          ),
        }),
      );
    fc.assert(
      fc.property(damaged, ({ span, other }) => {
        const anchoring = checkSpan(other, span);
        if (anchoring.status === 'moved') expect(quoteOf(other, anchoring.fragments)).toBe(span.quote);
        if (anchoring.status === 'anchored') expect(quoteOf(other, span.fragments)).toBe(span.quote);
      }),
      { numRuns: 300 },
    );
  });

  it('follows the only occurrence however far it went', () => {
    const span = spanOn('guarantees');
    const moved = `${'New first paragraph. '.repeat(500)}${text}`;
    const start = moved.indexOf('guarantees');
    expect(checkSpan(moved, span)).toEqual({ status: 'moved', fragments: [{ start, end: start + 10 }] });
  });

  it('follows the one clearly nearest of several', () => {
    const span = spanOn('Thursday');
    const moved = `A ${text}`;
    expect(checkSpan(moved, span)).toEqual({ status: 'moved', fragments: [{ start: 16, end: 24 }] });
  });

  it('gives up between two that are about as near', () => {
    const source = 'He said so. Lee. He said so. Lee. He said so.';
    const span = { fragments: [{ start: 20, end: 23 }], quote: 'Lee' };
    expect(checkSpan(source, span)).toEqual({ status: 'lost', reason: 'ambiguous' });
  });

  it('gives up when the nearest of several is out of reach', () => {
    const source = `${'x '.repeat(2000)}Lee and Lee`;
    expect(checkSpan(source, { fragments: [{ start: 0, end: 3 }], quote: 'Lee' })).toEqual({
      status: 'lost',
      reason: 'ambiguous',
    });
  });

  it('gives up when the clearly nearest is out of reach', () => {
    const source = `${'x '.repeat(750)}Lee${' x'.repeat(3000)} Lee`;
    expect(checkSpan(source, { fragments: [{ start: 0, end: 3 }], quote: 'Lee' }).status).toBe('lost');
    expect(checkSpan(source.slice(1000), { fragments: [{ start: 0, end: 3 }], quote: 'Lee' }).status).toBe(
      'moved',
    );
  });

  it('does not take the inside of a word for the word', () => {
    const source = 'There, then, he is.';
    const span = { fragments: [{ start: 0, end: 2 }], quote: 'he' };
    expect(checkSpan(source, span)).toEqual({ status: 'moved', fragments: [{ start: 13, end: 15 }] });
  });

  it('takes the inside of a word when the quote stands nowhere else', () => {
    const span = { fragments: [{ start: 5, end: 8 }], quote: 'arm' };
    expect(checkSpan('disarmed', span)).toEqual({ status: 'moved', fragments: [{ start: 3, end: 6 }] });
  });

  it('says when the text does not hold the quote, or the span reads nothing', () => {
    expect(checkSpan('Other text', spanOn('guarantees'))).toEqual({ status: 'lost', reason: 'absent' });
    expect(checkSpan(text, { fragments: [{ start: 0, end: 1 }], quote: '' })).toEqual({
      status: 'lost',
      reason: 'absent',
    });
    expect(checkSpan('', spanOn('guarantees'))).toEqual({ status: 'lost', reason: 'absent' });
  });

  it('does not lose itself in a quote that stands everywhere', () => {
    const span = { fragments: [{ start: 1_000_000, end: 1_000_001 }], quote: 'e' };
    expect(checkSpan('e '.repeat(200_000), span)).toEqual({ status: 'lost', reason: 'ambiguous' });
  });
});

describe('a discontinuous span', () => {
  const claim = spanOf(text, [
    { start: text.indexOf('We want'), end: text.indexOf(',” he') },
    { start: text.indexOf('and now'), end: text.indexOf('.” Thu') },
  ]);

  it('is followed piece by piece', () => {
    const moved = `On Friday. ${text.replace('he added', 'the president of Russia added')}`;
    const anchoring = checkSpan(moved, claim);
    expect(anchoring.status).toBe('moved');
    if (anchoring.status !== 'moved') return;
    expect(anchoring.fragments.map(({ start, end }) => moved.slice(start, end))).toEqual([
      'We want guarantees',
      'and now',
    ]);
  });

  it('is lost when a piece is gone, or they stand in another order', () => {
    expect(checkSpan(` ${text.replace('and now', 'at once')}`, claim)).toEqual({
      status: 'lost',
      reason: 'absent',
    });
    expect(checkSpan('“and now,” he said, “We want guarantees.”', claim).status).toBe('lost');
  });

  it('never puts a piece before the text', () => {
    const span = {
      fragments: [
        { start: 0, end: 1 },
        { start: 2, end: 4 },
      ],
      quote: 't tl',
    };
    expect(reanchor('tle or title', span)).toEqual({ status: 'lost', reason: 'ambiguous' });
  });

  it('is lost when its quote does not fit its fragments', () => {
    expect(reanchor(text, { ...claim, quote: `${claim.quote} more` }).status).toBe('lost');
  });
});

describe('reanchor with a context', () => {
  const source = 'Lee spoke. Kim spoke. Lee slept. Lee left.';
  const span = { fragments: [{ start: 0, end: 3 }], quote: 'Lee' };

  it('takes the only one that stands in it', () => {
    expect(reanchor(source, span, { before: 'slept. ', after: ' left' })).toEqual({
      status: 'moved',
      fragments: [{ start: 33, end: 36 }],
    });
    expect(reanchor(source, span, { after: ' slept' })).toEqual({
      status: 'moved',
      fragments: [{ start: 22, end: 25 }],
    });
  });

  it('does as without one where none stands in it', () => {
    expect(reanchor(`The ${source}`, span, { before: 'never there' })).toEqual(
      reanchor(`The ${source}`, span),
    );
  });
});
