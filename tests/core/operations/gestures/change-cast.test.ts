import { describe, expect, it } from 'vitest';
import {
  addEntity,
  changeEntity,
  removeEntity,
  unknownBut,
} from '../../../../src/core/operations/gestures/change-cast.ts';
import { changesOf } from '../../../../src/core/operations/operation.ts';
import { articleOf, author, spanIn } from './builders.ts';
import { personOf } from './cast-builders.ts';

const cast = [personOf('Ilse Tarrant'), personOf('Marek Ode')];

describe('addEntity', () => {
  it('adds to the end of the cast, tidied', () => {
    const result = addEntity(
      cast,
      { ...unknownBut(' Eva\n Novak ', 'person'), aliases: ['Novak', 'eva novak'] },
      author(),
      'span',
    );
    expect(result).toMatchObject({
      ok: true,
      value: {
        label: 'add Eva Novak to the cast',
        current: 'span',
        operation: {
          type: 'entity.add',
          at: 2,
          entity: { id: 'new-1', name: 'Eva Novak', aliases: ['Novak'] },
        },
      },
    });
  });

  it('wants a name', () => {
    expect(addEntity(cast, unknownBut('  ', 'person'), author(), null)).toMatchObject({ ok: false });
  });
});

describe('changeEntity', () => {
  it('changes what is said and leaves the rest', () => {
    const [ilse] = cast;
    if (ilse === undefined) throw new Error('there is one');
    expect(changeEntity(ilse, { role: 'minister' }, author(), null)).toMatchObject({
      value: {
        label: 'edit Ilse Tarrant',
        operation: { before: ilse, after: { ...ilse, role: 'minister' } },
      },
    });
    expect(changeEntity(ilse, { name: 'I. Tarrant' }, author(), null)).toMatchObject({
      value: { label: 'rename Ilse Tarrant' },
    });
    expect(changeEntity(ilse, { aliases: ['ilse tarrant'] }, author(), null)).toMatchObject({
      reason: { code: 'unchanged' },
    });
    expect(changeEntity(ilse, { name: ' ' }, author(), null)).toMatchObject({
      reason: { code: 'not-allowed' },
    });
  });
});

describe('removeEntity', () => {
  it('clears the spans that stood for it in the same step', () => {
    const article = articleOf('She said so.', ['s', 'speaker', 'She']);
    const span = { ...spanIn(article, 's'), attributes: { entity: 'Marek Ode', sure: true } };
    const [, marek] = cast;
    if (marek === undefined) throw new Error('there are two');
    const result = removeEntity(cast, marek, [span], author(), null);
    if (!result.ok) throw new Error(result.reason.message);
    expect(changesOf(result.value.operation)).toMatchObject([
      { type: 'span.update', before: span, after: { attributes: { sure: true } } },
      { type: 'entity.remove', entity: marek, at: 1 },
    ]);
    expect(changesOf(result.value.operation)[0]).not.toHaveProperty('after.attributes.entity');
  });

  it('refuses what is not in the cast', () => {
    expect(removeEntity(cast, personOf('Nobody'), [], author(), null)).toMatchObject({
      reason: { code: 'missing' },
    });
  });
});
