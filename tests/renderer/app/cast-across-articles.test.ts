import { expect, test } from 'vitest';
import { entityOf } from '../../../src/core/model/known-attributes.ts';
import { assignEntity } from '../../../src/core/operations/gestures/assign-entity.ts';
import { removeEntity, unknownBut } from '../../../src/core/operations/gestures/change-cast.ts';
import { mergeEntities, splitEntity } from '../../../src/core/operations/gestures/merge-entities.ts';
import { operationOf } from '../../../src/core/operations/operation.ts';
import { openCast, performOnCast } from '../../../src/renderer/app/cast.ts';
import { articleOf } from '../../core/arbitraries/article.ts';
import { personOf } from '../../core/operations/gestures/cast-builders.ts';
import { spanOf } from '../fakes/project.ts';
import { testApplication } from './test-application.ts';

const ilse = personOf('Ilse');
const minister = personOf('Minister');

/** Two articles of which the first is open; in each one speaker is Ilse, one the minister. */
async function started() {
  const test = await testApplication();
  const { app } = test;
  for (const id of ['a', 'b']) {
    const article = articleOf('Ilse said so. The minister agreed.', id);
    const spans = [
      { ...spanOf(article, `${id}-i`, 0, 4, 'speaker'), attributes: { entity: 'Ilse' } },
      { ...spanOf(article, `${id}-m`, 14, 26, 'speaker'), attributes: { entity: 'Minister' } },
    ];
    app.workbench.commit(
      operationOf([
        { type: 'article.add', article },
        ...spans.map((span) => ({ type: 'span.add' as const, span })),
      ]),
      'open',
    );
  }
  app.workbench.commit(
    operationOf([
      { type: 'entity.add', entity: ilse, at: 0 },
      { type: 'entity.add', entity: minister, at: 1 },
    ]),
    'add',
  );
  await app.workbench.openArticle('a');
  await app.workbench.whenComplete();
  /** Who every speaker stands for, open article or not, saved or not. */
  const assigned = async () => {
    const articles = await Promise.all(['a', 'b'].map((id) => app.workbench.readArticle(id)));
    return articles.flatMap(({ spans }) => spans.ordered.map((span) => entityOf(span) ?? null));
  };
  const names = () => app.workbench.project.getState().project.entities.map(({ name }) => name);
  return { ...test, assigned, names };
}

const before = ['Ilse', 'Minister', 'Ilse', 'Minister'];

test('two are merged in every article, and one undo parts them again', async () => {
  const { app, run, assigned, names } = await started();
  const spans = await app.workbench.spansOfEntity('Minister');
  expect(spans.map(({ id }) => id).sort()).toEqual(['a-m', 'b-m']);
  performOnCast(app, (cast, by, current) => mergeEntities(cast, minister, ilse, spans, by, current));
  expect(names()).toEqual(['Ilse']);
  expect(await assigned()).toEqual(['Ilse', 'Ilse', 'Ilse', 'Ilse']);
  expect(await app.workbench.spansOfEntity('Ilse')).toHaveLength(4);
  await run('edit.undo');
  expect(names()).toEqual(['Ilse', 'Minister']);
  expect(await assigned()).toEqual(before);
  await run('edit.redo');
  expect(await assigned()).toEqual(['Ilse', 'Ilse', 'Ilse', 'Ilse']);
});

test('who is taken out of the cast leaves the spans to nobody, until undo', async () => {
  const { app, run, assigned, names } = await started();
  const spans = await app.workbench.spansOfEntity('Ilse');
  performOnCast(app, (cast, by, current) => removeEntity(cast, ilse, spans, by, current));
  expect(await assigned()).toEqual([null, 'Minister', null, 'Minister']);
  await run('edit.undo');
  expect(names()).toEqual(['Ilse', 'Minister']);
  expect(await assigned()).toEqual(before);
});

test('mentions of a closed article become somebody new', async () => {
  const { app, run, assigned, names } = await started();
  await app.workbench.whenSaved(5_000);
  const spans = await app.workbench.spansAt([['b', 'b-i']]);
  performOnCast(app, (cast, by, current) =>
    splitEntity(cast, spans, unknownBut('Other Ilse', 'person'), by, current),
  );
  const other = app.workbench.project.getState().project.entities.at(-1);
  expect(names()).toEqual(['Ilse', 'Minister', 'Other Ilse']);
  expect(await assigned()).toEqual(['Ilse', 'Minister', other?.id, 'Minister']);
  await run('edit.undo');
  expect(await assigned()).toEqual(before);
});

test('many are assigned at once; nothing is current that was not', async () => {
  const { app, assigned } = await started();
  app.workbench.setCurrentSpan('a-i');
  const spans = await app.workbench.spansAt([
    ['a', 'a-m'],
    ['b', 'b-m'],
    ['b', 'gone'],
  ]);
  performOnCast(app, (cast, by, current) => assignEntity({ spans, entity: ilse, cast }, by, current));
  expect(await assigned()).toEqual(['Ilse', 'Ilse', 'Ilse', 'Ilse']);
  expect(app.workbench.focus.getState().currentSpan).toBe('a-i');
  openCast(app, { kind: 'unassigned' });
  expect(app.interface.getState()).toMatchObject({ view: 'cast', castSubject: { kind: 'unassigned' } });
});
