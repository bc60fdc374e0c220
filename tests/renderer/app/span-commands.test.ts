import { expect, test } from 'vitest';
import { currentOf, selectWords, spansOf, testApplication } from './test-application.ts';

const text = '“We go,” said Anna Berg, “and we stay.” Oslo waits for her.';

async function tagged() {
  const started = await testApplication(text);
  const { app, run } = started;
  for (const [words, tag] of [
    ['“We go,”', 'annotation.tag2'],
    ['Anna Berg', 'annotation.tag1'],
    ['Anna', 'annotation.tag4'],
    ['Oslo', 'annotation.tag3'],
  ] as const) {
    selectWords(app, words);
    await run(tag);
  }
  return started;
}

test('next and previous walk through the spans in text order and say when there is no further one', async () => {
  const { app, run, notices } = await tagged();
  app.workbench.setCurrentSpan(null);
  app.workbench.select({ anchor: 10, focus: 10 });
  await run('annotation.next');
  expect(currentOf(app)).toBe('speaker: Anna Berg');
  expect(app.workbench.focus.getState().selection).toEqual({ anchor: 14, focus: 14 });
  await run('annotation.next');
  expect(currentOf(app)).toBe('date: Anna');
  await run('annotation.previous');
  await run('annotation.previous');
  expect(currentOf(app)).toBe('claim: “We go,”');
  await run('annotation.previous');
  expect(currentOf(app)).toBe('claim: “We go,”');
  expect(notices()).toEqual(['This is the first annotation.']);
});

test('without a current span, previous finds the last that starts before the caret', async () => {
  const { app, run } = await tagged();
  app.workbench.setCurrentSpan(null);
  app.workbench.select({ anchor: text.length, focus: text.length });
  await run('annotation.previous');
  expect(currentOf(app)).toBe('location: Oslo');
});

test('next goes on from the caret once it was moved away from the current span', async () => {
  const { app, run } = await tagged();
  app.workbench.select({ anchor: text.length, focus: text.length });
  await run('annotation.previous');
  expect(currentOf(app)).toBe('location: Oslo');
  app.workbench.select({ anchor: 10, focus: 10 });
  await run('annotation.next');
  expect(currentOf(app)).toBe('speaker: Anna Berg');
});

test('the span at the caret is selected innermost first, then the ones around it, in a circle', async () => {
  const { app, run } = await tagged();
  app.workbench.setCurrentSpan(null);
  app.workbench.select({ anchor: 15, focus: 15 });
  const seen = [];
  for (let i = 0; i < 3; i++) {
    await run('annotation.atCaret');
    seen.push(currentOf(app));
  }
  expect(seen).toEqual(['date: Anna', 'speaker: Anna Berg', 'date: Anna']);
});

test('a span that ends at the caret counts as under it', async () => {
  const { app, run } = await tagged();
  app.workbench.setCurrentSpan(null);
  app.workbench.select({ anchor: 23, focus: 23 });
  await run('annotation.atCaret');
  expect(currentOf(app)).toBe('speaker: Anna Berg');
});

test('a selection is added to the current span as a fragment', async () => {
  const { app, run, notices } = await tagged();
  const claim = app.workbench.project.getState().open?.spans.ordered[0];
  app.workbench.setCurrentSpan(claim?.id ?? null);
  selectWords(app, '“and we stay.”');
  await run('annotation.addFragment');
  expect(currentOf(app)).toBe('claim: “We go,” “and we stay.”');
  app.workbench.select({ anchor: 8, focus: 9 });
  await run('annotation.addFragment');
  expect(notices()).toEqual(['Select the words to add to the annotation first.']);
});

test('ends move by words and characters', async () => {
  const { app, run } = await tagged();
  app.workbench.setCurrentSpan(app.workbench.project.getState().open?.spans.ordered.at(-1)?.id ?? null);
  await run('annotation.growEnd');
  expect(currentOf(app)).toBe('location: Oslo waits');
  await run('annotation.shrinkEndByCharacter');
  expect(currentOf(app)).toBe('location: Oslo wait');
  await run('annotation.shrinkEnd');
  expect(currentOf(app)).toBe('location: Oslo');
});

test('deleting, flagging, undo and redo keep the current span in step', async () => {
  const { app, run } = await tagged();
  app.workbench.setCurrentSpan(app.workbench.project.getState().open?.spans.ordered.at(-1)?.id ?? null);
  await run('annotation.flag');
  expect(app.workbench.project.getState().open?.spans.ordered.at(-1)?.flagged).toBe(true);
  await run('annotation.delete');
  expect(spansOf(app)).not.toContain('location: Oslo');
  expect(currentOf(app)).toBeNull();
  await run('edit.undo');
  expect(currentOf(app)).toBe('location: Oslo');
  await run('edit.redo');
  expect(spansOf(app)).not.toContain('location: Oslo');
});

test('a claim is linked to the nearest speaker', async () => {
  const { app, run } = await tagged();
  const [claim] = app.workbench.project.getState().open?.spans.ordered ?? [];
  app.workbench.setCurrentSpan(claim?.id ?? null);
  await run('annotation.link');
  const [relation] = app.workbench.project.getState().open?.relations.values() ?? [];
  expect(relation).toMatchObject({ type: 'says', to: claim?.id });
  expect(app.workbench.project.getState().history.undo.at(-1)?.label).toBe('link speaker');
});
