import { describe, expect, it } from 'vitest';
import { assignEntity, unassignEntity } from '../../../../src/core/operations/gestures/assign-entity.ts';
import { changesOf } from '../../../../src/core/operations/operation.ts';
import { afterGesture, articleOf, author, spanIn } from './builders.ts';
import { personOf } from './cast-builders.ts';

const article = articleOf(
  'Ilse Tarrant said so. Tarrant’s aide and the minister agreed. She left.',
  ['full', 'speaker', 'Ilse Tarrant'],
  ['short', 'speaker', 'Tarrant’s'],
  ['role', 'speaker', 'the minister'],
  ['she', 'speaker', 'She'],
);
const ilse = personOf('Ilse Tarrant');

function changes(...parameters: Parameters<typeof assignEntity>) {
  const result = assignEntity(...parameters);
  if (!result.ok) throw new Error(result.reason.message);
  return changesOf(result.value.operation);
}

describe('assignEntity', () => {
  it('sets the attribute and leaves the others', () => {
    const span = { ...spanIn(article, 'full'), attributes: { sure: true } };
    expect(changes({ spans: [span], entity: ilse, cast: [ilse] }, author(), 'full')).toMatchObject([
      { type: 'span.update', before: span, after: { attributes: { sure: true, entity: 'Ilse Tarrant' } } },
    ]);
  });

  it('learns names as aliases, once each and without the possessive', () => {
    const spans = [spanIn(article, 'short'), spanIn(article, 'full')];
    expect(changes({ spans, entity: ilse, cast: [ilse] }, author(), null)[0]).toMatchObject({
      type: 'entity.update',
      before: ilse,
      after: { aliases: ['Tarrant'] },
    });
  });

  it('learns nothing from pronouns and descriptions', () => {
    const spans = [spanIn(article, 'she'), spanIn(article, 'role')];
    expect(changes({ spans, entity: ilse, cast: [ilse] }, author(), null).map(({ type }) => type)).toEqual([
      'span.update',
      'span.update',
    ]);
  });

  it('lets somebody new join the cast in the same step', () => {
    const marek = personOf('Marek Ode');
    const found = changes({ spans: [spanIn(article, 'she')], entity: ilse, cast: [marek] }, author(), null);
    expect(found).toMatchObject([{ type: 'entity.add', entity: ilse, at: 1 }, { type: 'span.update' }]);
  });

  it('changes nothing when it is so already', () => {
    const span = { ...spanIn(article, 'she'), attributes: { entity: ilse.id } };
    expect(assignEntity({ spans: [span], entity: ilse, cast: [ilse] }, author(), null)).toMatchObject({
      reason: { code: 'unchanged' },
    });
  });

  it('works on another attribute of the type', () => {
    const span = spanIn(article, 'she');
    expect(
      changes({ spans: [span], entity: ilse, cast: [ilse], attribute: 'about' }, author(), null),
    ).toMatchObject([{ after: { attributes: { about: ilse.id } } }]);
  });
});

describe('unassignEntity', () => {
  it('takes the attribute away', () => {
    const assigned = afterGesture(
      article,
      unassignEntity(
        [{ ...spanIn(article, 'she'), attributes: { entity: 'x', sure: true } }],
        author(),
        null,
      ),
    );
    expect(spanIn(assigned, 'she').attributes).toEqual({ sure: true });
    expect(unassignEntity([spanIn(article, 'she')], author(), null)).toMatchObject({
      reason: { code: 'unchanged' },
    });
  });
});
