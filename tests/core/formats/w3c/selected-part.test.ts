import { describe, expect, test } from 'vitest';
import { SourceText } from '../../../../src/core/formats/source-text.ts';
import { selectedPart } from '../../../../src/core/formats/w3c/selected-part.ts';

const text = '😀 Ana met Bob. Ana left, and Bob stayed.';
const source = new SourceText(text);
const quote = (exact: string, more: object = {}) => ({ type: 'TextQuoteSelector', exact, ...more });
const position = (start: number, end: number) => ({ type: 'TextPositionSelector', start, end });

function select(...selectors: Record<string, unknown>[]) {
  const part = selectedPart(source, selectors);
  if (!part.ok) return part.reason;
  const { start, end, isFound } = part.value;
  return `${start}-${end} ${source.words(start, end)}${isFound ? ' (found)' : ''}`;
}

describe('a position', () => {
  test('counts code points', () => expect(select(position(2, 5))).toBe('2-5 Ana'));
  test('is checked by the quote beside it', () =>
    expect(select(quote('Ana'), position(2, 5))).toBe('2-5 Ana'));
  test('may count UTF-16 units where the quote says so', () =>
    expect(select(position(3, 6), quote('Ana'))).toBe('2-5 Ana'));
  test('that reads something else gives way to the quote', () =>
    expect(select(quote('Bob stayed'), position(0, 10))).toBe('29-39 Bob stayed (found)'));
  test('may be a fragment of plain text', () => {
    expect(select({ type: 'FragmentSelector', value: 'char=2,5' })).toBe('2-5 Ana');
    expect(select({ type: 'FragmentSelector', value: 'char=29,' })).toBe('29-40 Bob stayed.');
    expect(select({ type: 'FragmentSelector', value: 'char=,1' })).toBe('0-1 😀');
  });
  test('may go from the start of one part to the start of another', () => {
    const range = { type: 'RangeSelector', startSelector: quote('met'), endSelector: position(15, 18) };
    expect(select(range)).toBe('6-15 met Bob. ');
  });
});

describe('a quote', () => {
  test('stands where the text has it', () => expect(select(quote('met Bob'))).toBe('6-13 met Bob'));
  test('that recurs is told by what stands around it', () => {
    expect(select(quote('Bob', { prefix: 'and ' }))).toBe('29-32 Bob');
    expect(select(quote('Ana', { suffix: ' met' }))).toBe('2-5 Ana');
  });
  test('that recurs without context is nowhere', () =>
    expect(select(quote('Ana'))).toBe('the text reads "Ana" in several places'));
  test('that is not there is nowhere', () => {
    expect(select(quote('Carol'))).toBe('the text does not read "Carol"');
    expect(select(quote(''))).toBe('the text does not read ""');
  });
});

describe('refinement', () => {
  test('selects within what is selected', () => {
    expect(select({ ...position(15, 40), refinedBy: quote('Ana') })).toBe('15-18 Ana');
    expect(
      select({ ...position(15, 40), refinedBy: [{ ...position(14, 24), refinedBy: position(0, 3) }] }),
    ).toBe('29-32 Bob');
  });
  test('gives way to an alternative where it leads nowhere', () =>
    expect(select({ type: 'CssSelector', value: 'p', refinedBy: quote('Ana') }, position(2, 5))).toBe(
      '2-5 Ana',
    ));
  test('does not go on for ever', () => {
    let selector: Record<string, unknown> = quote('Ana');
    for (let i = 0; i < 30; i++) selector = { ...position(0, 40), refinedBy: selector };
    expect(select(selector)).toBe('its selectors refine one another too often');
  });
});

test('selectors of other kinds of resources tell no place', () => {
  expect(select({ type: 'XPathSelector', value: '/p' }, { type: 'SvgSelector' })).toBe(
    'it is selected by XPathSelector, SvgSelector, which does not tell a place in plain text',
  );
  expect(select()).toContain('selected by nothing');
  expect(select(position(5, 2))).toContain('TextPositionSelector');
  expect(select({ type: 'TextPositionSelector', start: -1, end: 1.5 })).toContain('TextPositionSelector');
});
