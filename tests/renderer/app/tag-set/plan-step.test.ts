import { expect, test } from 'vitest';
import { deleteTagStep, type TagSetStep } from '../../../../src/core/operations/gestures/tag-set-step.ts';
import type { Application } from '../../../../src/renderer/app/application.ts';
import { commitPlan, planStep } from '../../../../src/renderer/app/tag-set/plan-step.ts';
import { selectWords, spansOf, testApplication } from '../test-application.ts';

async function taggedProject() {
  const test = await testApplication('Anna waits in Oslo.');
  selectWords(test.app, 'Anna');
  await test.run('annotation.tag1');
  selectWords(test.app, 'Oslo');
  await test.run('annotation.tag3');
  return test;
}

function deleting(app: Application, id: string): TagSetStep {
  const result = deleteTagStep(app.workbench.project.getState().project.tagSet, id);
  if (!result.ok) throw new Error(result.reason.message);
  return result.value;
}

async function planned(app: Application, step: TagSetStep, signal = new AbortController().signal) {
  const { history } = app.workbench.project.getState();
  const heard: string[] = [];
  const progress = (done: number, total: number) => heard.push(`${done}/${total}`);
  return { plan: await planStep(app, step, { history, progress, signal }), heard };
}

test('a tag in use goes with its spans in one step, and undo brings both back', async () => {
  const { app, run } = await taggedProject();
  const { plan, heard } = await planned(app, deleting(app, 'speaker'));
  if (plan === null) throw new Error('nobody aborted it');
  expect(heard).toEqual(['0/1']);
  expect(plan.effect).toMatchObject({ deleted: 1, articles: 1 });
  expect(commitPlan(app, plan)).toBe(true);
  expect(spansOf(app)).toEqual(['location: Oslo']);
  await run('edit.undo');
  expect(spansOf(app)).toEqual(['speaker: Anna', 'location: Oslo']);
  expect(app.workbench.project.getState().project.tagSet.tags).toHaveLength(4);
});

test('a plan that the project has left behind is not made', async () => {
  const { app, run } = await taggedProject();
  const { plan } = await planned(app, deleting(app, 'speaker'));
  if (plan === null) throw new Error('nobody aborted it');
  await run('edit.undo');
  expect(commitPlan(app, plan)).toBe(false);
  expect(spansOf(app)).toEqual(['speaker: Anna']);
});

test('an article without the tag is not read', async () => {
  const { app } = await taggedProject();
  const { plan, heard } = await planned(app, deleting(app, 'date'));
  expect(heard).toEqual([]);
  expect(plan?.effect.articles).toBe(0);
});

test('an aborted plan comes to nothing', async () => {
  const { app } = await taggedProject();
  const stopped = new AbortController();
  stopped.abort();
  expect((await planned(app, deleting(app, 'speaker'), stopped.signal)).plan).toBeNull();
});
