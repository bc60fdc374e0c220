import { expect, test } from 'vitest';
import { tagSetSchema } from '../../../../src/core/model/tag-set.ts';
import {
  addTag,
  moveTag,
  renameTag,
  setTagColour,
  setTagExamples,
  setTagGuideline,
  setTagKey,
  setTagMark,
} from '../../../../src/core/operations/gestures/change-tag.ts';
import { changed, project, refusal, tagSetAfter } from './tag-set-builders.ts';

const look = { mark: 'wavy', colour: { light: '#552200', dark: '#ffddcc' } } as const;
const idsOf = (result: Parameters<typeof tagSetAfter>[0]) => tagSetAfter(result).tags.map(({ id }) => id);
const keysOf = (result: Parameters<typeof tagSetAfter>[0]) => tagSetAfter(result).tags.map(({ key }) => key);

test('a new tag stands last, with a readable id and the first free key', () => {
  const after = tagSetAfter(addTag(project, ' Cue  word ', look));
  expect(tagSetSchema.safeParse(after).success).toBe(true);
  expect(after.tags.at(-1)).toMatchObject({ id: 'cue-word', name: 'Cue word', key: '5', mark: 'wavy' });
});

test('two tags of one name are refused, two that come to one id get two', () => {
  const one = changed(addTag(project, 'Cue', look));
  expect(refusal(addTag(one, 'cUE', look))).toBe('duplicate');
  expect(tagSetAfter(addTag(one, 'Cue?', look)).tags.at(-1)?.id).toBe('cue-2');
});

test('an id that only a relation type names is not given to a new tag', () => {
  const odd = {
    ...project,
    tagSet: { ...project.tagSet, relationTypes: [{ id: 'r', name: 'r', from: ['ghost'], to: [] }] },
  };
  expect(tagSetAfter(addTag(odd, 'Ghost', look)).tags.at(-1)?.id).toBe('ghost-2');
});

test('renaming keeps the id', () => {
  const after = tagSetAfter(renameTag(project, 'claim', 'Quotation'));
  expect(after.tags[1]).toMatchObject({ id: 'claim', name: 'Quotation' });
  expect(refusal(renameTag(project, 'claim', ' '))).toBe('not-allowed');
  expect(refusal(renameTag(project, 'claim', 'Date'))).toBe('duplicate');
  expect(refusal(renameTag(project, 'claim', 'Claim'))).toBe('unchanged');
  expect(refusal(renameTag(project, 'ghost', 'X'))).toBe('missing');
});

test('colour, mark, guideline and examples change alone', () => {
  expect(tagSetAfter(setTagColour(project, 'date', look.colour)).tags[3]?.colour).toEqual(look.colour);
  expect(tagSetAfter(setTagMark(project, 'date', 'double')).tags[3]?.mark).toBe('double');
  expect(tagSetAfter(setTagGuideline(project, 'date', ' a\nb ')).tags[3]?.guideline).toBe('a\nb');
  const examples = tagSetAfter(setTagExamples(project, 'date', ['on Thursday', ' ', ' 1 May'])).tags[3];
  expect(examples?.examples).toEqual(['on Thursday', '1 May']);
});

test('a key that another tag has is refused, or swapped', () => {
  expect(refusal(setTagKey(project, 'speaker', '3', 'refuse'))).toBe('duplicate');
  expect(keysOf(setTagKey(project, 'speaker', '3', 'swap'))).toEqual(['3', '2', '1', '4']);
  expect(keysOf(setTagKey(project, 'speaker', '7', 'refuse'))).toEqual(['7', '2', '3', '4']);
});

test('several tags can be without a key', () => {
  const one = changed(setTagKey(project, 'speaker', '', 'refuse'));
  expect(keysOf(setTagKey(one, 'claim', '', 'refuse'))).toEqual(['', '', '3', '4']);
  expect(keysOf(setTagKey(one, 'speaker', '4', 'swap'))).toEqual(['4', '2', '3', '']);
});

test('letters and words are no keys', () => {
  for (const key of ['q', '0', '12'])
    expect(refusal(setTagKey(project, 'speaker', key, 'swap'))).toBe('not-allowed');
});

test('tags move to any place and no further', () => {
  expect(idsOf(moveTag(project, 'date', 0))).toEqual(['date', 'speaker', 'claim', 'location']);
  expect(idsOf(moveTag(project, 'speaker', 2))).toEqual(['claim', 'location', 'speaker', 'date']);
  for (const to of [-1, 0, 4]) expect(refusal(moveTag(project, 'speaker', to))).toBe('unchanged');
});
