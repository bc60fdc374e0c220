import { expect, test, vi } from 'vitest';
import type { Application } from '../../../src/renderer/app/application.ts';
import { proposalOf } from '../../../src/renderer/app/proposals/settle-proposal.ts';
import { pressInText } from '../../../src/renderer/panels/text/text-gestures.ts';
import { currentOf, selectWords, spansOf, testApplication } from './test-application.ts';

const text =
  'Dahl of the port was there. “We go,” said Anna Berg, “and we stay.” It rained in Oslo on Monday. Carl Ek came. “No,” Ek wrote.';

/** Relations as `speaker → claim`. */
function links(app: Application): string[] {
  const { open } = app.workbench.project.getState();
  return [...(open?.relations.values() ?? [])].map(
    ({ from, to }) => `${open?.spans.get(from)?.quote} → ${open?.spans.get(to)?.quote}`,
  );
}

function steps(app: Application): string[] {
  return app.workbench.project.getState().history.undo.map(({ label }) => label);
}

function putCaret(app: Application, words: string): void {
  selectWords(app, words);
  const { anchor } = app.workbench.focus.getState().selection;
  app.workbench.select({ anchor, focus: anchor });
}

async function tagged(...speakers: string[]) {
  const started = await testApplication(text);
  for (const words of speakers) {
    selectWords(started.app, words);
    await started.run('annotation.tag1');
  }
  return started;
}

const claim = '“We go,” “and we stay.”';

test('C makes the claim with all halves, and Enter tags and links the words beside it: one step', async () => {
  const { app, run } = await tagged();
  const before = steps(app).length;
  putCaret(app, 'we stay');
  await run('annotation.claimHere');
  expect(currentOf(app)).toBe(`claim: ${claim}`);
  expect(spansOf(app)).toEqual([`claim: ${claim}`]);
  await run('annotation.atCaret');
  expect(spansOf(app)).toEqual([`claim: ${claim}`, 'speaker: Anna Berg']);
  expect(links(app)).toEqual([`Anna Berg → ${claim}`]);
  expect(steps(app).length).toBe(before + 1);
  await app.workbench.undo();
  expect(spansOf(app)).toEqual([]);
});

test('C links the speaker who is tagged there in the same step; Escape leaves the claim without him', async () => {
  const { app, run } = await tagged('Dahl', 'Anna Berg');
  const before = steps(app).length;
  putCaret(app, 'We go');
  await run('annotation.claimHere');
  expect(links(app)).toEqual([`Anna Berg → ${claim}`]);
  expect(steps(app).length).toBe(before + 1);
  await pressEscape(app);
  expect(links(app)).toEqual([]);
  expect(currentOf(app)).toBe(`claim: ${claim}`);
  expect(steps(app).length).toBe(before + 1);
});

test('R links the nearest speaker, again the next, then the first again, always as one step', async () => {
  const { app, run } = await tagged('Dahl', 'Anna Berg');
  selectWords(app, '“We go,”');
  await run('annotation.tag2');
  const before = steps(app);
  await run('annotation.link');
  expect(links(app)).toEqual(['Anna Berg → “We go,”']);
  await run('annotation.link');
  expect(links(app)).toEqual(['Dahl → “We go,”']);
  expect(steps(app)).toEqual([...before, 'link speaker']);
  await run('annotation.link');
  expect(links(app)).toEqual(['Anna Berg → “We go,”']);
  expect(steps(app)).toEqual([...before, 'link speaker']);
  await pressEscape(app);
  expect(links(app)).toEqual([]);
  expect(steps(app)).toEqual(before);
});

test('R after C begins with the nearest', async () => {
  const { app, run } = await tagged('Dahl', 'Anna Berg');
  putCaret(app, 'We go');
  await run('annotation.claimHere');
  await run('annotation.link');
  expect(links(app)).toEqual([`Anna Berg → ${claim}`]);
  await run('annotation.link');
  expect(links(app)).toEqual([`Dahl → ${claim}`]);
  expect(spansOf(app).filter((span) => span.startsWith('claim'))).toHaveLength(1);
});

test('other work keeps the link, and Escape then takes nothing back', async () => {
  const { app, run } = await tagged('Dahl', 'Anna Berg');
  selectWords(app, '“We go,”');
  await run('annotation.tag2');
  await run('annotation.link');
  expect(proposalOf(app)).not.toBeNull();
  await run('annotation.flag');
  expect(proposalOf(app)).toBeNull();
  await pressEscape(app);
  expect(links(app)).toEqual(['Anna Berg → “We go,”']);
});

test('a claim that has a speaker goes on with the one behind him, and Escape brings him back', async () => {
  const { app, run } = await tagged('Dahl', 'Anna Berg');
  selectWords(app, '“We go,”');
  await run('annotation.tag2');
  await run('annotation.link');
  await run('annotation.atCaret');
  expect(proposalOf(app)).toBeNull();
  await run('annotation.link');
  expect(links(app)).toEqual(['Dahl → “We go,”']);
  await pressEscape(app);
  expect(links(app)).toEqual(['Anna Berg → “We go,”']);
});

test('with no speaker tagged the likely words are offered, and nothing is made until they are taken', async () => {
  const { app, run } = await tagged();
  selectWords(app, '“No,”');
  await run('annotation.tag2');
  const before = steps(app);
  await run('annotation.link');
  expect(steps(app)).toEqual(before);
  expect(proposalOf(app)?.words).not.toBeNull();
  await run('annotation.atCaret');
  expect(links(app)).toEqual(['Ek → “No,”']);
  expect(steps(app).length).toBe(before.length + 1);
});

test('place and date are linked by their keys, and what cannot be linked says so', async () => {
  const { app, run, notices } = await tagged();
  selectWords(app, 'Oslo');
  await run('annotation.tag3');
  selectWords(app, 'Monday');
  await run('annotation.tag4');
  putCaret(app, 'We go');
  await run('annotation.claimHere');
  await run('annotation.linkPlace');
  await run('annotation.linkDate');
  expect(links(app)).toEqual([`${claim} → Oslo`, `${claim} → Monday`]);
  const monday = app.workbench.project.getState().open?.spans.ordered.find(({ tag }) => tag === 'date');
  app.workbench.setCurrentSpan(monday?.id ?? null);
  await run('annotation.link');
  expect(notices()).toContain('Select a claim or a speaker first.');
});

test('Enter on a selection makes the claim with its speaker in one step', async () => {
  const { app, run } = await tagged('Anna Berg');
  const before = steps(app).length;
  selectWords(app, '“We go,”');
  await run('annotation.atCaret');
  expect(links(app)).toEqual([`Anna Berg → ${claim}`]);
  selectWords(app, '“No,”');
  await run('annotation.atCaret');
  expect(links(app)).toEqual([`Anna Berg → ${claim}`, 'Ek → “No,”']);
  expect(steps(app).length).toBe(before + 2);
});

test('a claim is marked as without speaker; its link goes with it, and comes back with one undo', async () => {
  const { app, run, notices } = await tagged('Anna Berg');
  putCaret(app, 'We go');
  await run('annotation.claimHere');
  await run('annotation.noSpeaker');
  expect(links(app)).toEqual([]);
  expect(notices()).toContain('The claim is marked as without a speaker; its link to one was removed.');
  await app.workbench.undo();
  expect(links(app)).toEqual([`Anna Berg → ${claim}`]);
  await run('annotation.noSpeaker');
  await run('annotation.link');
  expect(links(app)).toEqual([`Anna Berg → ${claim}`]);
  expect(
    app.workbench.project.getState().open?.spans.ordered.some(({ attributes }) => 'noSpeaker' in attributes),
  ).toBe(false);
});

test('Q goes to what is said and no claim yet', async () => {
  const { app, run, notices } = await tagged();
  app.workbench.select({ anchor: 0, focus: 0 });
  await run('go.nextQuote');
  expect(app.workbench.focus.getState().selection.focus).toBe(text.indexOf('“We go'));
  await run('annotation.claimHere');
  await run('go.nextQuote');
  expect(app.workbench.focus.getState().selection.focus).toBe(text.indexOf('“No'));
  await run('annotation.claimHere');
  await run('go.nextQuote');
  expect(notices()).toContain('Nothing more is quoted or reported without a claim from here to the end.');
});

/** Presses Escape in the text and waits for what it takes back. */
async function pressEscape(app: Application): Promise<void> {
  const seen = app.workbench.project.getState();
  const event = Object.assign(new Event('keydown'), { key: 'Escape' }) as KeyboardEvent;
  const hasProposal = proposalOf(app) !== null;
  expect(pressInText(app, event)).toBe(true);
  if (hasProposal) await vi.waitUntil(() => app.workbench.project.getState() !== seen);
  // Steps are taken back one after the other: this one waits for the last.
  await app.workbench.whenSaved(5000);
}
