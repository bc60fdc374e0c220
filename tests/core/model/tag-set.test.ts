import { describe, expect, it } from 'vitest';
import { defaultTagSet, tagById, tagSetSchema } from '../../../src/core/model/tag-set.ts';

describe('the default tag set', () => {
  it('fits its own schema', () => {
    expect(tagSetSchema.parse(defaultTagSet)).toEqual(defaultTagSet);
  });

  it('has the ids and keys that datasets and users rely on', () => {
    expect(defaultTagSet.tags.map(({ id, key }) => [id, key])).toEqual([
      ['speaker', '1'],
      ['claim', '2'],
      ['location', '3'],
      ['date', '4'],
    ]);
  });

  it('links only tags that it has', () => {
    for (const { from, to } of defaultTagSet.relationTypes) {
      for (const id of [...from, ...to]) expect(tagById(defaultTagSet, id)?.id).toBe(id);
    }
  });

  it('tells tags apart without colour', () => {
    expect(new Set(defaultTagSet.tags.map(({ mark }) => mark)).size).toBe(defaultTagSet.tags.length);
  });

  it('has contrast of 4.5:1 on a white and on a nearly black page', () => {
    for (const { colour } of defaultTagSet.tags) {
      expect(contrast(colour.light, '#ffffff')).toBeGreaterThanOrEqual(4.5);
      expect(contrast(colour.dark, '#161616')).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('gives nothing for an id that it has not', () => {
    expect(tagById(defaultTagSet, 'nobody')).toBeUndefined();
  });
});

/** Contrast ratio of two colours as WCAG 2 defines it. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
