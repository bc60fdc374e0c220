import { describe, expect, it } from 'vitest';
import { acceptAll, ofRule, reviewedSuggestion } from '../../../src/renderer/app/suggestions/review.ts';
import { SuggestionStore } from '../../../src/renderer/app/suggestions/suggestion-store.ts';
import { spansOf, type TestApplication, testApplication } from './test-application.ts';

const text =
  'Ferries will stop\n“We go,” said Marek Ode, “and we stay.” It snowed on 3 March 2026.\nIda Lund warned that the harbour would close.\n“It is late,” she said.';

async function reviewing(): Promise<TestApplication & { readonly open: () => number }> {
  const test = await testApplication(text);
  const { store } = test.app.suggestions;
  await expect.poll(() => store.getState().status).toBe('done');
  return { ...test, open: () => test.app.suggestions.now().length };
}

/** What waits until it is opened. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

describe('suggestions that are being made', () => {
  it('are shown as they come, in text order, and stay the same objects', async () => {
    const { app } = await reviewing();
    const [first, second, third] = app.suggestions.now();
    if (first === undefined || second === undefined || third === undefined) throw new Error('there are four');
    const gates = [gate(), gate()];
    const slow = new SuggestionStore(
      app.workbench.project,
      {
        async *inArticle() {
          yield [first, third];
          await gates[0]?.opened;
          yield [second];
          await gates[1]?.opened;
        },
        async *sameAgain() {},
      },
      app.settings.store,
      app.learnt.store,
    );
    const state = () => slow.store.getState();
    await expect.poll(() => state().open).toEqual([first, third]);
    expect(state().status).toBe('computing');
    gates[0]?.open();
    await expect.poll(() => state().open).toEqual([first, second, third]);
    expect(state().open[0]).toBe(first);
    expect(state().status).toBe('computing');
    gates[1]?.open();
    await expect.poll(() => state().status).toBe('done');
    slow.dispose();
  });
});

describe('reviewing', () => {
  it('goes from one to the next, in text order, and says where they end', async () => {
    const { app, run, notices, open } = await reviewing();
    const all = app.suggestions.now();
    expect(open()).toBe(4);
    for (const suggestion of all) {
      await run('suggestion.next');
      expect(reviewedSuggestion(app)).toBe(suggestion);
      expect(app.workbench.focus.getState().selection.focus).toBe(suggestion.fragments[0]?.start);
    }
    await run('suggestion.next');
    expect(reviewedSuggestion(app)).toBeNull();
    expect(notices().at(-1)).toBe('This is the last suggestion.');
    await run('suggestion.previous');
    expect(reviewedSuggestion(app)).toBe(all.at(-2));
  });

  it('takes one key for each that is accepted, with its speaker and link', async () => {
    const { app, run, open } = await reviewing();
    await run('suggestion.next');
    while (reviewedSuggestion(app) !== null) await run('suggestion.accept');
    expect(open()).toBe(0);
    expect(spansOf(app)).toEqual([
      'claim: “We go,” “and we stay.”',
      'speaker: Marek Ode',
      'date: 3 March 2026',
      'speaker: Ida Lund',
      'claim: the harbour would close',
      'claim: “It is late,”',
      'speaker: she',
    ]);
    expect(app.workbench.project.getState().open?.relations.size).toBe(3);
    await app.workbench.undo();
    expect(open()).toBe(1);
  });

  it('refuses for good, until it is undone', async () => {
    const { app, run, open } = await reviewing();
    const [first, second] = app.suggestions.now();
    await run('suggestion.next');
    await run('suggestion.refuse');
    expect(reviewedSuggestion(app)).toBe(second);
    expect(spansOf(app)).toEqual([]);
    expect(app.workbench.project.getState().open?.record.refused).toHaveLength(1);
    expect(app.suggestions.now()).not.toContain(first);
    await app.workbench.undo();
    expect(open()).toBe(4);
  });

  it('refuses all of a rule in one step, and accepts all of another', async () => {
    const { app, run, open } = await reviewing();
    await run('suggestion.next');
    await run('suggestion.refuseRule');
    expect(app.suggestions.now().map(({ of }) => of.rule)).toEqual(['date', 'reported-speech']);
    await app.workbench.undo();
    expect(open()).toBe(4);
    app.interface.setState({ review: ofRule(app, 'date')[0] ?? null });
    await run('suggestion.acceptRule');
    expect(app.interface.getState().dialog).toEqual({ kind: 'acceptRule', rule: 'date' });
    acceptAll(app, ofRule(app, 'date'));
    expect(spansOf(app)).toEqual(['date: 3 March 2026']);
    expect(open()).toBe(3);
  });

  it('stays with what is accepted to be edited', async () => {
    const { app, run } = await reviewing();
    await run('suggestion.next');
    await run('suggestion.acceptAndEdit');
    expect(reviewedSuggestion(app)).toBeNull();
    const { currentSpan } = app.workbench.focus.getState();
    expect(app.workbench.project.getState().open?.spans.get(currentSpan ?? '')?.tag).toBe('claim');
  });

  it('leaves out what a rule that is off proposes, and what is less sure than is asked of it, at once', async () => {
    const { app, run, open } = await reviewing();
    const rulesNow = () => app.suggestions.now().map(({ of }) => of.rule);
    expect(rulesNow()).toEqual(['quotation', 'date', 'reported-speech', 'quotation']);
    const sureness = app.suggestions.now().map(({ of }) => of.confidence);
    app.settings.change({ suggestionRules: { quotation: { isOn: false, least: 0.6 } } });
    expect(rulesNow()).toEqual(['date', 'reported-speech']);
    app.settings.change({ suggestionRules: { 'reported-speech': { isOn: true, least: 0.95 } } });
    expect(rulesNow()).toEqual(['quotation', 'date', 'quotation']);
    app.settings.change({ suggestionRules: {} });
    expect(app.suggestions.now().map(({ of }) => of.confidence)).toEqual(sureness);
    // What is looked at while its rule is switched off is looked at no more.
    await run('suggestion.next');
    app.settings.change({ suggestionRules: { quotation: { isOn: false, least: 0.6 } } });
    expect(reviewedSuggestion(app)).toBeNull();
    // What is made is known whether or not it is wanted.
    expect(app.suggestions.store.getState().made.length).toBeGreaterThanOrEqual(4);
    expect(open()).toBe(2);
  });

  it('shows what is hardly sure to who asks for it', async () => {
    const { app } = await testApplication('He bought bread. It was “the worst of all” they had.');
    await expect.poll(() => app.suggestions.store.getState().status).toBe('done');
    const { made } = app.suggestions.store.getState();
    expect(made.map(({ of }) => [of.rule, of.confidence])).toEqual([['quotation', 0.5]]);
    expect(app.suggestions.now()).toEqual([]);
    app.settings.change({ suggestionRules: { quotation: { isOn: true, least: 0.5 } } });
    expect(app.suggestions.now()).toEqual(made);
  });

  it('goes from the least sure to the surest where the person wants that, deciding on the way', async () => {
    const { app, run } = await reviewing();
    await run('suggestion.leastSureFirst');
    const seen: number[] = [];
    await run('suggestion.next');
    for (let now = reviewedSuggestion(app); now !== null; now = reviewedSuggestion(app)) {
      seen.push(now.of.confidence);
      await run(seen.length === 2 ? 'suggestion.refuse' : 'suggestion.accept');
    }
    expect(seen).toHaveLength(4);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    await run('suggestion.leastSureFirst');
    expect(app.settings.current.suggestionOrder).toBe('reading');
  });

  it('makes none while they are not shown, and shows them again for who goes to the next', async () => {
    const { app, run, open } = await reviewing();
    await run('suggestion.show');
    expect(app.suggestions.store.getState()).toEqual({ articleId: null, made: [], open: [], status: 'none' });
    await run('suggestion.next');
    await expect.poll(open).toBe(4);
  });
});
