import { expect, test } from 'vitest';
import { currentOf, selectWords, spansOf, testApplication } from './test-application.ts';

const text = 'Anna Berg said on Monday that Oslo waits.\n\n“We go,” she said.';

test('a tag’s command tags the selection, widened to whole words, and puts the caret behind it', async () => {
  const { app, run } = await testApplication(text);
  selectWords(app, 'nna Ber');
  await run('annotation.tag1');
  expect(spansOf(app)).toEqual(['speaker: Anna Berg']);
  expect(currentOf(app)).toBe('speaker: Anna Berg');
  expect(app.workbench.focus.getState().selection).toEqual({ anchor: 9, focus: 9 });
});

test('with Alt, or with the setting off, exactly what is selected is tagged', async () => {
  const { app, run } = await testApplication(text);
  selectWords(app, 'nna Ber');
  await run('annotation.tag1', { alt: true });
  await run('edit.snapToWords');
  selectWords(app, 'slo');
  await run('annotation.tag3');
  expect(spansOf(app)).toEqual(['speaker: nna Ber', 'location: slo']);
});

test('with only a caret the word at it is tagged, and the caret stays', async () => {
  const { app, run } = await testApplication(text);
  app.workbench.select({ anchor: 20, focus: 20 });
  await run('annotation.tag4');
  expect(spansOf(app)).toEqual(['date: Monday']);
  expect(app.workbench.focus.getState().selection).toEqual({ anchor: 20, focus: 20 });
});

test('the same range with the same tag is refused with a word, and the span there is current', async () => {
  const { app, run, notices } = await testApplication(text);
  selectWords(app, 'Monday');
  await run('annotation.tag4');
  app.workbench.setCurrentSpan(null);
  selectWords(app, 'Monday');
  await run('annotation.tag4');
  expect(spansOf(app)).toEqual(['date: Monday']);
  expect(currentOf(app)).toBe('date: Monday');
  expect(notices()).toEqual(['This is already tagged as Date.']);
});

test('a backward selection is tagged like a forward one', async () => {
  const { app, run } = await testApplication(text);
  app.workbench.select({ anchor: 9, focus: 0 });
  await run('annotation.tag1');
  expect(spansOf(app)).toEqual(['speaker: Anna Berg']);
});

test('a key without a tag behind it does nothing', async () => {
  const { app, run } = await testApplication(text);
  selectWords(app, 'Monday');
  await run('annotation.tag5');
  expect(spansOf(app)).toEqual([]);
});

test('a key stands for the tag that has it, wherever the tag stands in the list', async () => {
  const { app, run } = await testApplication(text);
  const { project } = app.workbench.project.getState();
  const tags = project.tagSet.tags.toReversed();
  const after = { ...project, tagSet: { ...project.tagSet, tags } };
  app.workbench.commit({ type: 'project.update', before: project, after }, 'reverse tags');
  selectWords(app, 'Monday');
  await run('annotation.tag4');
  expect(spansOf(app)).toEqual(['date: Monday']);
});

test('with the pen out, a tag’s command fills the pen, and tags only what is selected', async () => {
  const { app, run } = await testApplication(text);
  await run('annotation.pen');
  expect(app.workbench.focus.getState().pen).toBe('speaker');
  await run('annotation.tag3');
  expect(app.workbench.focus.getState().pen).toBe('location');
  expect(spansOf(app)).toEqual([]);
  selectWords(app, 'Oslo');
  await run('annotation.tag3');
  expect(spansOf(app)).toEqual(['location: Oslo']);
  await run('annotation.pen');
  expect(app.workbench.focus.getState().pen).toBeNull();
});

test('retagging waits for the next tag', async () => {
  const { app, run } = await testApplication(text);
  selectWords(app, 'Oslo');
  await run('annotation.tag1');
  await run('annotation.retag');
  expect(app.interface.getState().selectionBar).toBe('retag');
  await run('annotation.tag3');
  expect(spansOf(app)).toEqual(['location: Oslo']);
  expect(app.interface.getState().selectionBar).toBe('auto');
});
