import { expect, test } from 'vitest';
import { addToTagSet, replaceTagSet } from '../../../src/core/formats/adopt-tag-set.ts';
import { defaultTagSet, type TagSet } from '../../../src/core/model/tag-set.ts';
import { attributionWithCue } from '../../../src/core/templates/attribution-with-cue.ts';
import { namedEntities } from '../../../src/core/templates/named-entities.ts';

const nothing = { tags: new Set<string>(), relationTypes: new Set<string>() };
const tagsOf = ({ tags }: TagSet) => tags.map(({ id, key }) => `${id} ${key}`.trim());

test('adding a template brings what is missing and leaves the rest', () => {
  const { tagSet, effects } = addToTagSet(defaultTagSet, attributionWithCue.tagSet);
  expect(tagsOf(tagSet)).toEqual(['speaker 1', 'claim 2', 'location 3', 'date 4', 'cue 5']);
  expect(tagSet.tags.slice(0, 4)).toEqual(defaultTagSet.tags);
  expect(tagSet.relationTypes.map(({ id }) => id)).toContain('cue');
  expect(effects).toEqual([
    'Adds the tags: Cue.',
    'Adds the relations: cue.',
    'Leaves as they are, though the file defines them otherwise: Speaker, Claim.',
  ]);
});

test('a tag whose key is taken gets the first free one', () => {
  const { tagSet, effects } = addToTagSet(defaultTagSet, namedEntities.tagSet);
  const keys = tagSet.tags.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(effects.at(-1)).toContain('Person (7)');
});

test('adding what is there changes nothing', () => {
  expect(addToTagSet(defaultTagSet, defaultTagSet)).toEqual({ tagSet: defaultTagSet, effects: [] });
});

test('replacing keeps what annotations have, and takes the rest away', () => {
  const use = { tags: new Set(['claim']), relationTypes: new Set<string>() };
  const { tagSet, effects } = replaceTagSet(defaultTagSet, namedEntities.tagSet, use);
  expect(tagsOf(tagSet)).toEqual([
    'person 1',
    'organisation 2',
    'location 3',
    'date 4',
    'event 5',
    'quantity 6',
    'claim 7',
  ]);
  expect(tagSet.relationTypes).toEqual([]);
  expect(effects).toContain('Keeps, because annotations have them: Claim.');
  expect(effects).toContain('Takes away, because no annotation has them: Speaker.');
});

test('relation types in use stay, and their ends only grow', () => {
  const narrow: TagSet = {
    ...defaultTagSet,
    relationTypes: [{ id: 'says', name: 'utters', from: ['speaker'], to: ['date'] }],
  };
  const use = { tags: new Set(['claim']), relationTypes: new Set(['says', 'at']) };
  const { relationTypes } = replaceTagSet(defaultTagSet, narrow, use).tagSet;
  expect(relationTypes).toEqual([
    { id: 'says', name: 'utters', from: ['speaker'], to: ['date', 'claim'] },
    { id: 'at', name: 'at', from: ['claim'], to: ['location'] },
  ]);
});

test('an unused project simply takes the other tag set', () => {
  expect(replaceTagSet(defaultTagSet, attributionWithCue.tagSet, nothing).tagSet).toEqual(
    attributionWithCue.tagSet,
  );
});
