import { expect, test } from 'vitest';
import type { Fragment } from '../../../../src/core/model/fragment.ts';
import { SuggestionStore } from '../../../../src/renderer/app/suggestions/suggestion-store.ts';
import { showSuggestions } from '../../../../src/renderer/panels/text/show-suggestions.ts';
import { testApplication } from '../../app/test-application.ts';

/** Suggestions of an open article that come when they are let, and what a view is told of them. */
async function waiting() {
  const { app } = await testApplication('“We go,” said Marek Ode, “and we stay.” It snowed on 3 March 2026.');
  const own = app.suggestions.store;
  await expect.poll(() => own.getState().status).toBe('done');
  const made = app.suggestions.now();
  expect(made.length).toBeGreaterThan(0);
  let go = () => {};
  const gone = new Promise<void>((resolve) => {
    go = resolve;
  });
  const suggestions = new SuggestionStore(
    app.workbench.project,
    {
      async *inArticle() {
        await gone;
        yield made;
      },
      async *sameAgain() {},
    },
    app.settings.store,
    app.learnt.store,
  );
  let told: readonly Fragment[] = [];
  const view = {
    setSuggested: (all: readonly Fragment[]) => {
      told = all;
    },
  };
  const shown = showSuggestions({ interface: app.interface, suggestions }, view);
  return {
    shown,
    articleId: own.getState().articleId,
    told: () => told,
    makeThem: async () => {
      go();
      await expect.poll(() => suggestions.store.getState().open).toEqual(made);
    },
    [Symbol.dispose]() {
      shown.stop();
      suggestions.dispose();
    },
  };
}

test('suggestions that are there before their text is drawn are shown once it is', async () => {
  using made = await waiting();
  made.shown.drawn(null);
  await made.makeThem();
  expect(made.told()).toEqual([]);
  made.shown.drawn('another article');
  expect(made.told()).toEqual([]);
  made.shown.drawn(made.articleId);
  expect(made.told()).not.toEqual([]);
  made.shown.drawn(null);
  expect(made.told()).toEqual([]);
});

test('suggestions that come after their text are shown at once', async () => {
  using made = await waiting();
  made.shown.drawn(made.articleId);
  expect(made.told()).toEqual([]);
  await made.makeThem();
  expect(made.told()).not.toEqual([]);
});
