import { expect, test } from 'vitest';
import { completeRelationType, completeTag, spareColours } from '../../../src/core/formats/tag-defaults.ts';
import { defaultTagSet, tagSchema } from '../../../src/core/model/tag-set.ts';

/** Contrast of two colours (WCAG 2.2, "contrast ratio"). */
function contrast(a: string, b: string): number {
  const luminance = (colour: string) =>
    [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
      .reduce((sum, c, i) => sum + c * ([0.2126, 0.7152, 0.0722][i] ?? 0), 0);
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

test.each(spareColours)('$light and $dark are readable on their pages', ({ light, dark }) => {
  expect(contrast(light, '#fdfcf9')).toBeGreaterThanOrEqual(4.5);
  expect(contrast(dark, '#1b1c1e')).toBeGreaterThanOrEqual(4.5);
});

test('a known tag is completed as the default tag set has it', () => {
  expect(completeTag({ id: 'claim', name: 'Claim' }, 0)).toEqual(defaultTagSet.tags[1]);
});

test('what a tag brings is kept', () => {
  const [tag] = defaultTagSet.tags;
  const own = { ...tag, id: 'claim', name: 'Behauptung', key: '9', guideline: 'Was gesagt wird.' };
  expect(completeTag(tagSchema.parse(own), 3)).toEqual(own);
});

test('unknown tags get different looks and no key', () => {
  const tags = ['a', 'b', 'c'].map((id, place) => tagSchema.parse(completeTag({ id, name: id }, place)));
  expect(new Set(tags.map(({ colour, mark }) => colour.light + mark)).size).toBe(3);
  expect(tags.every(({ key }) => key === '')).toBe(true);
});

test('an unknown relation type links the tags at which it was seen', () => {
  const seen = { from: new Set(['speaker']), to: new Set(['claim', 'date']) };
  expect(completeRelationType({ id: 'denies' }, seen)).toEqual({
    id: 'denies',
    name: 'denies',
    from: ['speaker'],
    to: ['claim', 'date'],
  });
});
