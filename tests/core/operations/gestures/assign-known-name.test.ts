import { expect, test } from 'vitest';
import { entityOf } from '../../../../src/core/model/known-attributes.ts';
import { defaultTagSet } from '../../../../src/core/model/tag-set.ts';
import { withKnownName } from '../../../../src/core/operations/gestures/assign-known-name.ts';
import { tagSelection } from '../../../../src/core/operations/gestures/tag-selection.ts';
import { articleOf, author, tag } from './builders.ts';
import { personOf } from './cast-builders.ts';

const text = 'Ilse Tarrant said so. Tarrant left. He stayed.';
const ilse = personOf('Ilse Tarrant', ['Tarrant', 'He']);

function assigned(words: string, cast = [ilse], tagId = 'speaker', isMentioned = false): string | undefined {
  const bare = articleOf(text, ['old', 'speaker', 'said']);
  const [old] = bare.spans.ordered;
  if (old === undefined) throw new Error('there is one span');
  const article = isMentioned
    ? { ...bare, spans: bare.spans.with({ ...old, attributes: { entity: ilse.id } }) }
    : bare;
  const start = text.indexOf(words);
  const tagged = tagSelection(article, { start, end: start + words.length }, tag(tagId), true, author());
  const result = withKnownName(tagged, article, cast, defaultTagSet);
  if (!result.ok || result.value.operation.type !== 'span.add') throw new Error('tagging adds a span');
  return entityOf(result.value.operation.span);
}

test('a whole name that one member of the cast has is assigned with the tag', () => {
  expect(assigned('Ilse Tarrant')).toBe('Ilse Tarrant');
});

test('a single word is assigned only when the article mentions that member already', () => {
  expect(assigned('Tarrant')).toBeUndefined();
  expect(assigned('Tarrant', [ilse], 'speaker', true)).toBe('Ilse Tarrant');
});

test('a name that two have, a pronoun, and tags that name nobody stay as they are', () => {
  expect(assigned('Ilse Tarrant', [ilse, personOf('Another', ['Ilse Tarrant'])])).toBeUndefined();
  expect(assigned('He', [ilse], 'speaker', true)).toBeUndefined();
  expect(assigned('Ilse Tarrant', [ilse], 'location')).toBeUndefined();
});

test('a refusal is passed on', () => {
  const result = withKnownName(
    { ok: false, reason: { code: 'missing', message: 'no' } },
    articleOf(text),
    [],
    defaultTagSet,
  );
  expect(result).toMatchObject({ ok: false });
});
