import { expect, test } from 'vitest';
import { addTag } from '../../../../src/core/operations/gestures/change-tag.ts';
import { isChecked } from '../../../../src/renderer/app/command-registry.ts';
import { changeTagSetNow } from '../../../../src/renderer/app/tag-set/change-tag-set-now.ts';
import { currentOf, selectWords, testApplication } from '../test-application.ts';

const look = { mark: 'wavy', colour: { light: '#552200', dark: '#ffddcc' } } as const;

test('the view of the tag set opens and closes by its command', async () => {
  const { app, run } = await testApplication('Anna waits.');
  await run('view.tagSet');
  expect(app.interface.getState().view).toBe('tagSet');
  expect(isChecked(app, 'view.tagSet')).toBe(true);
});

test('the guideline is shown and put away by its key', async () => {
  const { app, run } = await testApplication('Anna waits.');
  await run('annotation.guideline');
  expect(app.interface.getState().guidelineShown).toBe(true);
  await run('annotation.guideline');
  expect(app.interface.getState().guidelineShown).toBe(false);
});

test('a change of the tag set leaves the current annotation be; a refusal is said where it was asked for', async () => {
  const { app, run, notices } = await testApplication('Anna waits.');
  selectWords(app, 'Anna');
  await run('annotation.tag1');
  expect(changeTagSetNow(app, (project) => addTag(project, 'Cue', look))).toBeNull();
  expect(currentOf(app)).toBe('speaker: Anna');
  expect(changeTagSetNow(app, (project) => addTag(project, 'cue', look))).toBe('“Cue” is there already.');
  expect(notices()).toEqual([]);
  selectWords(app, 'waits');
  await run('annotation.tag5');
  expect(currentOf(app)).toBe('cue: waits');
});
