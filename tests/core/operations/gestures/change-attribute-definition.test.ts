import { expect, test } from 'vitest';
import type { Project } from '../../../../src/core/model/project.ts';
import {
  addAttribute,
  moveAttribute,
  removeAttribute,
  renameAttribute,
  setAttributeType,
} from '../../../../src/core/operations/gestures/change-attribute-definition.ts';
import {
  addOption,
  moveOption,
  removeOption,
  renameOption,
} from '../../../../src/core/operations/gestures/change-attribute-options.ts';
import type { GestureResult } from '../../../../src/core/operations/gestures/gesture.ts';
import { changed, project, refusal, tagSetAfter } from './tag-set-builders.ts';

const attributesOf = (result: GestureResult, tag: string) =>
  tagSetAfter(result).tags.find(({ id }) => id === tag)?.attributes ?? [];
const form = { tag: 'claim', attribute: 'form' };
const optionsOf = (result: GestureResult) =>
  attributesOf(result, 'claim')
    .find(({ id }) => id === 'form')
    ?.options.map(({ id, name }) => `${id}=${name}`);

test('a new attribute stands last, with an id of its own', () => {
  const after = attributesOf(addAttribute(project, 'date', { name: 'How sure', type: 'number' }), 'date');
  expect(after.at(-1)).toEqual({ id: 'how-sure', name: 'How sure', type: 'number', options: [] });
});

test('an id under which the app itself keeps something goes to an attribute of that type only', () => {
  const idOf = (name: string, type: 'text' | 'place') =>
    attributesOf(addAttribute(project, 'claim', { name, type }), 'claim').at(-1)?.id;
  expect(idOf('Place', 'text')).toBe('place-2');
  expect(idOf('Place', 'place')).toBe('place');
});

test('two attributes of a tag have two names; of two tags they may have one', () => {
  expect(refusal(addAttribute(project, 'claim', { name: 'form', type: 'text' }))).toBe('duplicate');
  expect(attributesOf(addAttribute(project, 'date', { name: 'Form', type: 'text' }), 'date')).toHaveLength(2);
});

test('renaming and another type keep the id', () => {
  expect(attributesOf(renameAttribute(project, 'claim', 'form', 'Kind'), 'claim')[0]).toMatchObject({
    id: 'form',
    name: 'Kind',
  });
  expect(refusal(renameAttribute(project, 'claim', 'form', 'Stance'))).toBe('duplicate');
  const typed = attributesOf(setAttributeType(project, 'claim', 'form', 'manyOf'), 'claim')[0];
  expect(typed).toMatchObject({ id: 'form', type: 'manyOf' });
  expect(typed?.options).toHaveLength(3);
});

test('the type of what the app itself works with stays', () => {
  expect(refusal(setAttributeType(project, 'location', 'place', 'text'))).toBe('not-allowed');
});

test('attributes are removed and moved', () => {
  const names = (result: GestureResult) => attributesOf(result, 'claim').map(({ id }) => id);
  expect(names(removeAttribute(project, 'claim', 'stance'))).toEqual([
    'form',
    'checkWorthiness',
    'cue',
    'noSpeaker',
  ]);
  expect(names(moveAttribute(project, 'claim', 'cue', 0))[0]).toBe('cue');
  expect(refusal(moveAttribute(project, 'claim', 'form', -1))).toBe('unchanged');
  expect(refusal(removeAttribute(project, 'claim', 'ghost'))).toBe('missing');
});

test('options are added, renamed, moved and removed; ids stay', () => {
  let now: Project = changed(addOption(project, form, 'Free speech'));
  now = changed(renameOption(now, form, 'direct', 'Verbatim'));
  now = changed(moveOption(now, form, 'free-speech', 0));
  const after = removeOption(now, form, 'mixed');
  expect(optionsOf(after)).toEqual([
    'free-speech=Free speech',
    'direct=Verbatim',
    'indirect=indirect speech',
  ]);
  expect(refusal(addOption(now, form, 'verbatim'))).toBe('duplicate');
  expect(refusal(renameOption(now, form, 'ghost', 'X'))).toBe('missing');
  expect(refusal(removeOption(now, form, 'ghost'))).toBe('missing');
});
