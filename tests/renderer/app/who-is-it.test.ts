import { expect, test } from 'vitest';
import { entityOf } from '../../../src/core/model/known-attributes.ts';
import { assignTo, assignToNew, assignToNobody } from '../../../src/renderer/app/who-is-it.ts';
import { personOf } from '../../core/operations/gestures/cast-builders.ts';
import { currentOf, selectWords, testApplication } from './test-application.ts';

const text = 'Ilse Tarrant said “we go”. “We stay,” she added. Oslo waits.';

/** Speakers and claims tagged, the first claim linked. */
async function started() {
  const test = await testApplication(text);
  const { app, run } = test;
  for (const [words, command] of [
    ['Ilse Tarrant', 'annotation.tag1'],
    ['“we go”', 'annotation.tag2'],
    ['she', 'annotation.tag1'],
    ['“We stay,”', 'annotation.tag2'],
    ['Oslo', 'annotation.tag3'],
  ] as const) {
    selectWords(app, words);
    await run(command);
  }
  const byWords = (words: string) => {
    const span = app.workbench.project.getState().open?.spans.ordered.find(({ quote }) => quote === words);
    if (span === undefined) throw new Error(`no span reads ${words}`);
    return span;
  };
  app.workbench.setCurrentSpan(byWords('“we go”').id);
  await run('annotation.link');
  return { ...test, byWords };
}

test('the question is about the speaker, and for a claim about who says it; the claim stays current', async () => {
  const { app, run, byWords, notices } = await started();
  await run('annotation.entity');
  expect(app.interface.getState().who).toEqual({ span: byWords('Ilse Tarrant').id, attribute: 'entity' });
  expect(currentOf(app)).toBe('claim: “we go”');
  const who = app.interface.getState().who;
  if (who === null) throw new Error('somebody is asked for');
  assignToNew(app, who, 'Ilse Tarrant');
  expect(entityOf(byWords('Ilse Tarrant'))).toBe(app.workbench.project.getState().project.entities[0]?.id);
  expect(currentOf(app)).toBe('claim: “we go”');

  app.workbench.setCurrentSpan(byWords('“We stay,”').id);
  await run('annotation.entity');
  app.workbench.setCurrentSpan(byWords('Oslo').id);
  await run('annotation.entity');
  expect(notices()).toEqual([
    'This claim has no speaker yet. Press R to link the nearest one.',
    'Only speakers stand for somebody of the cast.',
  ]);
});

test('who joins the cast, and the assignment, are one step; clearing is another', async () => {
  const { app, run, byWords } = await started();
  const who = { span: byWords('she').id, attribute: 'entity' };
  assignToNew(app, who, '  Eva   Novak ');
  const [eva] = app.workbench.project.getState().project.entities;
  expect(eva).toMatchObject({ name: 'Eva Novak', kind: 'person', aliases: [] });
  expect(app.interface.getState().recentEntities).toEqual([eva?.id]);
  assignToNobody(app, who);
  expect(byWords('she').attributes).toEqual({});
  await run('edit.undo');
  expect(entityOf(byWords('she'))).toBe(eva?.id);
  await run('edit.undo');
  expect(byWords('she').attributes).toEqual({});
  expect(app.workbench.project.getState().project.entities).toEqual([]);
});

test('a name that the cast knows is assigned with the tag, unless the person wants it otherwise', async () => {
  const { app, run } = await testApplication(text);
  app.workbench.commit({ type: 'entity.add', entity: personOf('Ilse Tarrant'), at: 0 }, 'add');
  selectWords(app, 'Ilse Tarrant');
  await run('annotation.tag1');
  const first = () => app.workbench.project.getState().open?.spans.ordered[0];
  expect(first()?.attributes).toEqual({ entity: 'Ilse Tarrant' });
  await run('edit.undo');
  expect(first()).toBeUndefined();
  await run('edit.assignKnownNames');
  selectWords(app, 'Ilse Tarrant');
  await run('annotation.tag1');
  expect(first()?.attributes).toEqual({});
});

test('spans of an entity are found in any article, saved or not', async () => {
  const { app, byWords } = await started();
  const ilse = personOf('Ilse Tarrant');
  app.workbench.commit({ type: 'entity.add', entity: ilse, at: 0 }, 'add');
  await app.workbench.whenSaved(5_000);
  assignTo(app, { span: byWords('she').id, attribute: 'entity' }, ilse);
  assignTo(app, { span: byWords('Ilse Tarrant').id, attribute: 'entity' }, ilse);
  const words = async () => (await app.workbench.spansOfEntity(ilse.id)).map(({ quote }) => quote).sort();
  expect(await words()).toEqual(['Ilse Tarrant', 'she']);
  await app.workbench.whenSaved(5_000);
  expect(await words()).toEqual(['Ilse Tarrant', 'she']);
  assignToNobody(app, { span: byWords('she').id, attribute: 'entity' });
  expect(await words()).toEqual(['Ilse Tarrant']);
  const { articleId, id } = byWords('she');
  expect(
    await app.workbench.spansAt([
      [articleId, id],
      ['gone', 'gone'],
    ]),
  ).toEqual([byWords('she')]);
});
