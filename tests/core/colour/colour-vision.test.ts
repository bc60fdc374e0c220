import { expect, test } from 'vitest';
import {
  colourDifference,
  confusedBy,
  leastDifference,
  visions,
} from '../../../src/core/colour/colour-vision.ts';
import { freshLook } from '../../../src/core/colour/fresh-look.ts';
import { tagColourOf } from '../../../src/core/colour/tag-colours.ts';
import { tintPresets } from '../../../src/core/colour/tint-presets.ts';
import { defaultTagSet, type Tag } from '../../../src/core/model/tag-set.ts';

test('each two presets can be told apart by everybody', () => {
  for (const [i, a] of tintPresets.entries()) {
    for (const b of tintPresets.slice(i + 1)) {
      for (const vision of visions) {
        const difference = colourDifference(tagColourOf(a), tagColourOf(b), vision);
        expect([a.name, b.name, vision, difference > leastDifference]).toEqual([
          a.name,
          b.name,
          vision,
          true,
        ]);
      }
    }
  }
});

test('red and green of one depth are confused without the cones for them, when the mark is the same', () => {
  const red = { mark: 'solid', colour: tagColourOf({ hue: 40, chroma: 0.12, depth: 'bright' }) } as const;
  const green = { mark: 'solid', colour: tagColourOf({ hue: 125, chroma: 0.12, depth: 'bright' }) } as const;
  expect(confusedBy(red, green)).toContain('deuteranopia');
  expect(confusedBy(red, green)).not.toContain('full');
  expect(confusedBy(red, { ...green, mark: 'dotted' })).toEqual([]);
});

test('one colour is confused with itself by everybody', () => {
  const look = { mark: 'wavy', colour: tagColourOf({ hue: 10, chroma: 0.1, depth: 'deep' }) } as const;
  expect(confusedBy(look, look)).toEqual([...visions]);
});

test('thirty more tags get looks that nobody confuses', () => {
  let tags: Tag[] = [...defaultTagSet.tags];
  const [sample] = tags;
  if (sample === undefined) throw new Error('there are default tags');
  for (let i = 0; i < 30; i++) {
    const look = freshLook(tags);
    for (const tag of tags) expect(confusedBy(tag, look)).toEqual([]);
    tags = [...tags, { ...sample, ...look, id: `tag-${i}` }];
  }
});
