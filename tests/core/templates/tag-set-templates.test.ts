import { expect, test } from 'vitest';
import { confusedBy } from '../../../src/core/colour/colour-vision.ts';
import { contrastAtWorst, leastContrast } from '../../../src/core/colour/contrast.ts';
import { themes } from '../../../src/core/colour/page-colours.ts';
import { readTagSet } from '../../../src/core/formats/read-tag-set.ts';
import { tagSetBytes } from '../../../src/core/formats/write-tag-set.ts';
import { tagSetTemplates } from '../../../src/core/templates/tag-set-templates.ts';

test.each(tagSetTemplates)('“$name” is sound, readable, and nobody confuses its tags', ({ tagSet, name }) => {
  const read = readTagSet({ name: 't.json', bytes: tagSetBytes(tagSet, name) });
  expect(read).toEqual({ ok: true, value: { tagSet, notes: [] } });
  for (const [i, tag] of tagSet.tags.entries()) {
    for (const theme of themes) {
      expect(contrastAtWorst(tag.colour[theme], theme)).toBeGreaterThanOrEqual(leastContrast);
    }
    for (const other of tagSet.tags.slice(i + 1))
      expect([tag.id, other.id, confusedBy(tag, other)]).toEqual([tag.id, other.id, []]);
  }
});

test('the default tags have the same ids in every template that has them', () => {
  const cue = tagSetTemplates.find(({ id }) => id === 'attribution-with-cue')?.tagSet;
  expect(cue?.tags.map(({ id }) => id)).toEqual(['speaker', 'claim', 'location', 'date', 'cue']);
  expect(cue?.relationTypes.at(-1)).toEqual({ id: 'cue', name: 'cue', from: ['cue'], to: ['claim'] });
});
