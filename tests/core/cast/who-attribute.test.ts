import { expect, test } from 'vitest';
import { namesEntity, whoAttribute } from '../../../src/core/cast/who-attribute.ts';
import { defaultTagSet, type TagSet } from '../../../src/core/model/tag-set.ts';

function tagSetWith(...ids: string[]): TagSet {
  const [speaker, ...tags] = defaultTagSet.tags;
  if (speaker === undefined) throw new Error('the default tag set has tags');
  const attributes = ids.map((id) => ({ id, name: id, type: 'entity' as const, options: [] }));
  return { ...defaultTagSet, tags: [{ ...speaker, attributes }, ...tags] };
}

test('a speaker names somebody, whatever its tag says of it', () => {
  expect(whoAttribute(defaultTagSet, 'speaker')).toBe('entity');
  expect(whoAttribute(tagSetWith(), 'speaker')).toBe('entity');
  expect(whoAttribute(tagSetWith('about', 'entity'), 'speaker')).toBe('entity');
  expect(whoAttribute(defaultTagSet, 'claim')).toBeUndefined();
  expect(whoAttribute(defaultTagSet, 'rumour')).toBeUndefined();
});

test('an attribute of another name is used, but not found across the project', () => {
  const tagSet = tagSetWith('about');
  expect(whoAttribute(tagSet, 'speaker')).toBe('about');
  expect(namesEntity(tagSet, 'speaker')).toBe(false);
});
