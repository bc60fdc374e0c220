import { expect, test } from 'vitest';
import {
  addRelationType,
  moveRelationType,
  renameRelationType,
} from '../../../../src/core/operations/gestures/change-relation-type.ts';
import { project, refusal, tagSetAfter } from './tag-set-builders.ts';

test('a new kind of link stands last, with an id of its own', () => {
  const after = tagSetAfter(addRelationType(project, 'Denies', { from: ['claim'], to: ['claim'] }));
  expect(after.relationTypes.at(-1)).toEqual({
    id: 'denies',
    name: 'Denies',
    from: ['claim'],
    to: ['claim'],
  });
  expect(refusal(addRelationType(project, 'Says', { from: [], to: [] }))).toBe('duplicate');
});

test('renaming keeps the id', () => {
  expect(tagSetAfter(renameRelationType(project, 'says', 'utters')).relationTypes[0]).toMatchObject({
    id: 'says',
    name: 'utters',
  });
  expect(refusal(renameRelationType(project, 'says', 'at'))).toBe('duplicate');
  expect(refusal(renameRelationType(project, 'ghost', 'x'))).toBe('missing');
});

test('kinds of link move', () => {
  const after = tagSetAfter(moveRelationType(project, 'reports', 0));
  expect(after.relationTypes.map(({ id }) => id)).toEqual(['reports', 'says', 'at', 'on']);
});
