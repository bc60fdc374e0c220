import { expect, test } from 'vitest';
import { proposedMapping, rememberedMapping } from '../../../../src/renderer/app/exchange/import-mapping.ts';

const kind = (id: string, namesake?: string) => ({ id, name: id, count: 1, namesake });
const foreign = {
  tags: [kind('PER'), kind('LOC', 'location'), kind('MISC')],
  relationTypes: [kind('Says', 'says')],
  attributes: [kind('Cue', 'cue')],
};
const isOwn = (_: string, id: string) => ['speaker', 'location', 'says', 'cue'].includes(id);

test('at first the project’s own of the same name is proposed', () => {
  expect(proposedMapping('conll', foreign, {}, isOwn)).toEqual({
    tags: { LOC: 'location' },
    relationTypes: { Says: 'says' },
    attributes: { Cue: 'cue' },
  });
});

test('what was chosen for a format is proposed for that format again', () => {
  const chosen = rememberedMapping('conll', foreign, {
    tags: { PER: 'speaker', LOC: 'LOC', MISC: null },
    relationTypes: {},
    attributes: {},
  });
  expect(proposedMapping('conll', foreign, chosen, isOwn)).toEqual({
    tags: { PER: 'speaker', MISC: null },
    relationTypes: {},
    attributes: {},
  });
  expect(proposedMapping('brat', foreign, chosen, isOwn).tags).toEqual({ LOC: 'location' });
});

test('what the project no longer has is not proposed', () => {
  const chosen = rememberedMapping('conll', foreign, {
    tags: { PER: 'gone' },
    relationTypes: {},
    attributes: {},
  });
  expect(proposedMapping('conll', foreign, chosen, isOwn).tags.PER).toBeUndefined();
});
