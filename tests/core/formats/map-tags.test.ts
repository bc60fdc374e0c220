import { expect, test } from 'vitest';
import { incomingProject } from '../../../src/core/formats/from-dataset.ts';
import { foreignKinds, mapTags } from '../../../src/core/formats/map-tags.ts';
import { defaultTagSet } from '../../../src/core/model/tag-set.ts';

const spans = [
  { id: 'p', tag: 'PER', start: 0, end: 3, text: 'Ana' },
  { id: 'q', tag: 'PER', start: 4, end: 8, text: 'said' },
  { id: 'l', tag: 'LOCATION', start: 9, end: 13, text: 'Rome' },
  { id: 'c', tag: 'claim', start: 4, end: 13, text: 'said Rome', attributes: { Cue: 'said', mood: 1 } },
];
const relations = [
  { id: 'r', type: 'Says', from: 'p', to: 'c' },
  { id: 's', type: 'near', from: 'q', to: 'l' },
];
const incoming = incomingProject(
  {
    format: 'ascribe-dataset',
    version: 1,
    offsetUnit: 'codePoint',
    articles: [{ id: 'a', text: 'Ana said Rome', spans, relations }],
  },
  { now: '2030-01-01T00:00:00.000Z', projectId: 'x' },
);

test('what a project does not have is listed, the most used first, beside its own of the same name', () => {
  expect(foreignKinds(incoming, defaultTagSet)).toEqual({
    tags: [
      { id: 'PER', name: 'PER', count: 2, namesake: undefined },
      { id: 'LOCATION', name: 'LOCATION', count: 1, namesake: 'location' },
    ],
    relationTypes: [
      { id: 'Says', name: 'Says', count: 1, namesake: 'says' },
      { id: 'near', name: 'near', count: 1, namesake: undefined },
    ],
    attributes: [
      { id: 'Cue', name: 'Cue', count: 1, namesake: 'cue' },
      { id: 'mood', name: 'mood', count: 1, namesake: undefined },
    ],
  });
});

test('tags and relation types become those of the project, or stay out with what leads to them', () => {
  const mapped = mapTags(incoming, {
    tags: { PER: 'speaker', LOCATION: null },
    relationTypes: { Says: 'says' },
    attributes: { Cue: 'cue', mood: null },
  });
  expect(mapped.articles[0]?.spans.at(-1)?.attributes).toEqual({ cue: 'said' });
  const [article] = mapped.articles;
  expect(article?.spans.map(({ id, tag }) => [id, tag])).toEqual([
    ['p', 'speaker'],
    ['q', 'speaker'],
    ['c', 'claim'],
  ]);
  expect(article?.relations.map(({ id, type }) => [id, type])).toEqual([['r', 'says']]);
  const { tags, relationTypes } = mapped.project.tagSet;
  expect(tags.some(({ id }) => id === 'PER' || id === 'LOCATION')).toBe(false);
  expect(relationTypes.map(({ id }) => id)).not.toContain('near');
});

test('a mapping that says nothing changes nothing', () => {
  expect(mapTags(incoming, { tags: {}, relationTypes: {}, attributes: {} })).toBe(incoming);
});
