import type { Page } from '@playwright/test';
import {
  annotations,
  card,
  expectAnnotations,
  expectCurrent,
  expectMarks,
  marks,
} from './gestures/annotations.ts';
import { articleFile } from './gestures/article-files.ts';
import { clickIn, expectCaret, expectText, selectWords } from './gestures/drawn-text.ts';
import { articleText, caretPoint } from './gestures/text-places.ts';
import { expect, test } from './harness/fixtures.ts';
import type { LaunchOptions, RunningApp } from './harness/launch.ts';
import { menu, menuItem } from './harness/menu.ts';
import { waitSaved } from './harness/saved.ts';

const text = [
  'Mayor opens the new bridge',
  'By Ann Lee',
  'Mayor Marek Ode said on Tuesday that the bridge in Brno was safe. “We tested it twice,” he said.',
  'The engineer Eva Novak disagreed. She told reporters in Prague that the tests were too short.',
].join('\n\n');

const claim = 'the bridge in Brno was safe';

async function open(launch: (options?: LaunchOptions) => Promise<RunningApp>): Promise<RunningApp> {
  const running = await launch({ files: [articleFile('bridge.txt', text)] });
  await expect(articleText(running.page)).toContainText('Marek Ode');
  await expect(articleText(running.page)).toBeFocused();
  return running;
}

function tagButton(page: Page, bar: 'Tags' | 'Annotate selection' | 'Change annotation', name: string) {
  return page
    .getByRole('toolbar', { name: bar, exact: true })
    .getByRole('button', { name: new RegExp(`^${name}`) });
}

/** Runs a command from the palette by some letters of its name. */
async function runFromPalette(page: Page, letters: string, name: RegExp): Promise<void> {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Command palette' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.insertText(letters);
  await expect(palette.getByRole('option').first()).toHaveAccessibleName(name);
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
}

function notice(page: Page, words: string | RegExp) {
  return page.getByRole('log', { name: 'Messages' }).getByText(words);
}

async function expectUndo(running: RunningApp, label: string): Promise<void> {
  await expect.poll(async () => (await menuItem(running.app, 'edit.undo'))?.label).toBe(label);
}

test('tags by key, toolbar, selection bar, menu and palette', async ({ launch }) => {
  const { app, page } = await open(launch);
  await selectWords(page, text, 'Marek Ode');
  await page.keyboard.press('1');
  await expectCurrent(page, 'Speaker', 'Marek Ode');
  await selectWords(page, text, claim);
  await tagButton(page, 'Tags', 'Claim').click();
  await expectCurrent(page, 'Claim', claim);
  await selectWords(page, text, 'Tuesday');
  await tagButton(page, 'Annotate selection', 'Date').click();
  await expectCurrent(page, 'Date', 'Tuesday');
  await selectWords(page, text, 'Prague');
  await menu(app, 'annotation.tag3');
  await expectCurrent(page, 'Location', 'Prague');
  await selectWords(page, text, 'Eva Novak');
  await runFromPalette(page, 'tag as speaker', /^Tag as Speaker/);
  await expectCurrent(page, 'Speaker', 'Eva Novak');
  await expectAnnotations(page, [
    'Speaker: Marek Ode',
    'Date: Tuesday',
    `Claim: ${claim}`,
    'Speaker: Eva Novak',
    'Location: Prague',
  ]);
  await expectText(page, text);
  await waitSaved(page);
});

test('a caret tags its word, and ends inside a word move out unless Alt is held or snapping is off', async ({
  launch,
}) => {
  const { app, page } = await open(launch);
  await clickIn(page, text, 'Prague', 3);
  await page.keyboard.press('3');
  await expectCurrent(page, 'Location', 'Prague');
  await selectWords(page, text, 'ek O');
  await page.keyboard.press('1');
  await expectCurrent(page, 'Speaker', 'Marek Ode');
  await selectWords(page, text, 'ngine');
  await page.keyboard.press('Alt+1');
  await expectCurrent(page, 'Speaker', 'ngine');
  await menu(app, 'edit.snapToWords');
  await expect.poll(async () => (await menuItem(app, 'edit.snapToWords'))?.checked).toBe(false);
  await selectWords(page, text, ' uesda'.trim());
  await page.keyboard.press('4');
  await expectCurrent(page, 'Date', 'uesda');
  await menu(app, 'edit.snapToWords');
  await expect.poll(async () => (await menuItem(app, 'edit.snapToWords'))?.checked).toBe(true);
  await selectWords(page, text, ' told ');
  await page.keyboard.press('2');
  await expectCurrent(page, 'Claim', 'told');
});

test('the same words with the same tag are refused softly, with another tag not', async ({ launch }) => {
  const running = await open(launch);
  const { page } = running;
  await selectWords(page, text, 'Brno');
  await page.keyboard.press('3');
  await expectCurrent(page, 'Location', 'Brno');
  await page.keyboard.press('Escape');
  await selectWords(page, text, 'Brno');
  await page.keyboard.press('3');
  await expect(notice(page, 'This is already tagged as Location.')).toBeVisible();
  await expectCurrent(page, 'Location', 'Brno');
  await expectAnnotations(page, ['Location: Brno']);
  await page.keyboard.press('1');
  await expect(annotations(page)).toHaveCount(2);
});

test('nested, overlapping and cross-block spans draw as segments that name all of them', async ({
  launch,
}) => {
  const { page } = await open(launch);
  await selectWords(page, text, claim);
  await page.keyboard.press('2');
  await selectWords(page, text, 'Brno');
  await page.keyboard.press('3');
  await selectWords(page, text, 'was safe. “We tested');
  await page.keyboard.press('2');
  const crossing = 'he said.\n\nThe engineer';
  await selectWords(page, text, crossing);
  await page.keyboard.press('1');
  await expectMarks(page, [
    { tag: 'claim', text: 'the bridge in ' },
    { tag: 'location', text: 'Brno' },
    { tag: 'claim', text: ' ' },
    { tag: 'claim', text: 'was safe' },
    { tag: 'claim', text: '. “We tested' },
    { tag: 'speaker', text: 'he said.' },
    { tag: 'speaker', text: 'The engineer' },
  ]);
  const drawn = await marks(page);
  const [outer, nested, , shared, later, before, after] = drawn.map(({ ids }) => ids);
  expect(nested).toEqual([...(outer ?? []), expect.any(String)]);
  expect(new Set(shared)).toEqual(new Set([...(outer ?? []), ...(later ?? [])]));
  expect(before).toEqual(after);
  await expectText(page, text);
});

test('retags, deletes, moves ends, walks and cycles', async ({ launch }) => {
  const running = await open(launch);
  const { page } = running;
  await selectWords(page, text, claim);
  await page.keyboard.press('2');
  await selectWords(page, text, 'Brno');
  await page.keyboard.press('3');
  await selectWords(page, text, 'Novak');
  await page.keyboard.press('3');

  await page.keyboard.press('t');
  await expect(tagButton(page, 'Change annotation', 'Speaker')).toBeFocused();
  await page.keyboard.press('1');
  await expectCurrent(page, 'Speaker', 'Novak');
  await expectUndo(running, 'Undo change tag to speaker');

  await page.keyboard.press('{');
  await expectCurrent(page, 'Speaker', 'Eva Novak');
  await page.keyboard.press(']');
  await expectCurrent(page, 'Speaker', 'Eva Novak disagreed');
  await page.keyboard.press('[');
  await expectCurrent(page, 'Speaker', 'Eva Novak');
  await page.keyboard.press('Alt+[');
  await expectCurrent(page, 'Speaker', 'Eva Nova');
  await page.keyboard.press('Alt+]');
  await page.keyboard.press('Alt+}');
  await expectCurrent(page, 'Speaker', 'va Novak');
  await page.keyboard.press('Alt+{');
  await page.keyboard.press('}');
  await expectCurrent(page, 'Speaker', 'Novak');
  await expectUndo(running, 'Undo move end of annotation');

  await page.keyboard.press('k');
  await expectCurrent(page, 'Location', 'Brno');
  await page.keyboard.press('k');
  await expectCurrent(page, 'Claim', claim);
  await page.keyboard.press('j');
  await expectCurrent(page, 'Location', 'Brno');

  await clickIn(page, text, 'Brno', 2);
  await expectCurrent(page, 'Location', 'Brno');
  await page.keyboard.press('Enter');
  await expectCurrent(page, 'Claim', claim);
  await page.keyboard.press('Enter');
  await expectCurrent(page, 'Location', 'Brno');

  await page.keyboard.press('Delete');
  await expectAnnotations(page, [`Claim: ${claim}`, 'Speaker: Novak']);
  await expectUndo(running, 'Undo delete annotation');
  await page.keyboard.press('Control+z');
  await expectAnnotations(page, [`Claim: ${claim}`, 'Location: Brno', 'Speaker: Novak']);
  await expectText(page, text);
});

test('note and flag, each undone by its name, also after a restart', async ({ launch }) => {
  const first = await open(launch);
  const { page } = first;
  await selectWords(page, text, claim);
  await page.keyboard.press('2');
  await expectUndo(first, 'Undo tag claim');
  await page.keyboard.press('n');
  const note = card(page).getByRole('textbox', { name: 'Note' });
  await expect(note).toBeFocused();
  await page.keyboard.type('2 of 3 tests, R');
  await page.keyboard.press('Control+Enter');
  await expect(articleText(page)).toBeFocused();
  await expectUndo(first, 'Undo edit note');
  await page.keyboard.press('f');
  await expect(card(page).getByRole('button', { name: 'Flag for discussion' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expectUndo(first, 'Undo flag');
  await waitSaved(page);
  await first.close();

  const second = await launch({ profile: first.profile });
  await expectText(second.page, text);
  await expectUndo(second, 'Undo flag');
  await menu(second.app, 'edit.undo');
  await expectUndo(second, 'Undo edit note');
  await menu(second.app, 'edit.undo');
  await expectUndo(second, 'Undo tag claim');
  await annotations(second.page).getByRole('button').click();
  await expectCurrent(second.page, 'Claim', claim);
  await expect(card(second.page).getByRole('textbox', { name: 'Note' })).toHaveValue('');
  await menu(second.app, 'edit.undo');
  await expectAnnotations(second.page, []);
  await expect.poll(async () => (await menuItem(second.app, 'edit.redo'))?.label).toBe('Redo tag claim');
  for (let step = 0; step < 3; step++) {
    await expect.poll(async () => (await menuItem(second.app, 'edit.redo'))?.enabled).toBe(true);
    await menu(second.app, 'edit.redo');
  }
  await expectUndo(second, 'Undo flag');
  await annotations(second.page).getByRole('button').click();
  await expect(card(second.page).getByRole('textbox', { name: 'Note' })).toHaveValue('2 of 3 tests, R');
});

test('with the pen out selections become annotations, by mouse and by Shift', async ({ launch }) => {
  const { app, page } = await open(launch);
  await page.keyboard.press('p');
  await expect(tagButton(page, 'Tags', 'Speaker')).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(async () => (await menuItem(app, 'annotation.pen'))?.checked).toBe(true);
  await selectWords(page, text, 'Marek Ode');
  await expectCurrent(page, 'Speaker', 'Marek Ode');
  await clickIn(page, text, 'Prague', 0);
  await page.keyboard.press('3');
  await expect(tagButton(page, 'Tags', 'Location')).toHaveAttribute('aria-pressed', 'true');
  await expectAnnotations(page, ['Speaker: Marek Ode']);
  await page.keyboard.press('Shift+Control+ArrowRight');
  await expectCurrent(page, 'Location', 'Prague');
  await page.keyboard.press('Escape');
  await expect(tagButton(page, 'Tags', 'Location')).not.toHaveAttribute('aria-pressed');
  await selectWords(page, text, 'Tuesday');
  await expectAnnotations(page, ['Speaker: Marek Ode', 'Location: Prague']);
});

test('the handles of the current span move its ends, and undo takes that back', async ({ launch }) => {
  const running = await open(launch);
  const { page } = running;
  await selectWords(page, text, 'Eva');
  await page.keyboard.press('1');
  await expectCurrent(page, 'Speaker', 'Eva');
  const handle = await page.locator('.article-handle-end').boundingBox();
  if (handle === null) throw new Error('the current span has a handle');
  const to = await caretPoint(page, text.indexOf('Eva Novak') + 'Eva Novak'.length, 'after');
  await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x - 10, to.y);
  await page.mouse.move(to.x, to.y);
  await page.mouse.up();
  await expectCurrent(page, 'Speaker', 'Eva Novak');
  await expectUndo(running, 'Undo move end of annotation');
  await page.keyboard.press('Control+z');
  await expectCurrent(page, 'Speaker', 'Eva');
});

test('links with R, with the list of ends, and fragments with +', async ({ launch }) => {
  const running = await open(launch);
  const { page } = running;
  const tags: [string, string][] = [
    ['Marek Ode', '1'],
    ['Eva Novak', '1'],
    ['Prague', '3'],
    [claim, '2'],
  ];
  for (const [words, key] of tags) {
    await selectWords(page, text, words);
    await page.keyboard.press(key);
  }
  await expectCurrent(page, 'Claim', claim);
  const links = card(page).getByRole('list', { name: 'Links' }).getByRole('listitem');
  await page.keyboard.press('r');
  await expect(links).toHaveText(['saysMarek Ode']);
  await page.keyboard.press('r');
  await expect(links).toHaveText(['saysEva Novak']);
  await page.keyboard.press('r');
  await expect(links).toHaveText(['saysMarek Ode']);
  await expectUndo(running, 'Undo link speaker');

  await card(page).getByRole('button', { name: 'Link…' }).click();
  const ends = page.getByRole('listbox', { name: 'Link to' });
  await expect(ends.getByRole('option')).toHaveText(['Speaker: Eva Novak', 'Location: Prague']);
  await ends.getByRole('option', { name: 'Location: Prague' }).click();
  await expect(ends).toBeHidden();
  await expect(links).toHaveText(['saysMarek Ode', 'atPrague']);
  await expectUndo(running, 'Undo link');
  await page.keyboard.press('Control+z');
  await expect(links).toHaveText(['saysMarek Ode']);

  await selectWords(page, text, 'We tested it twice');
  await page.keyboard.press('+');
  await expect(card(page).locator('blockquote')).toHaveText(`${claim} … We tested it twice`);
  const drawn = await marks(page);
  expect(drawn.find((mark) => mark.text === 'We tested it twice')?.ids).toEqual(
    drawn.find((mark) => mark.text === claim)?.ids,
  );
  await expectUndo(running, 'Undo add fragment');
  await page.keyboard.press('Control+z');
  await expectCurrent(page, 'Claim', claim);
});

test('no key, paste, drop, cut or input method alters the text', async ({ launch }) => {
  const { app, page } = await open(launch);
  const session = await page.context().newCDPSession(page);
  await clickIn(page, text, 'bridge in', 2);
  await page.keyboard.type('xyz äß 漢字\t', { delay: 0 });
  await articleText(page).focus();
  await page.keyboard.insertText('typed at once');
  await session.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 });
  await expectText(page, text);
  await session.send('Input.insertText', { text: '日本' });
  await selectWords(page, text, 'Marek Ode');
  await page.keyboard.press('Control+x');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Backspace');
  await session.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 });
  await session.send('Input.insertText', { text: '你' });
  await expectText(page, text);
  await expectAnnotations(page, []);

  // The selection stays in the text when the focus goes to a button; what is inserted then must not follow it there.
  await page.getByRole('button', { name: 'Filter articles' }).focus();
  await page.keyboard.insertText('inserted from elsewhere');
  await expectText(page, text);
  await articleText(page).focus();
  await page.keyboard.insertText('typed again');
  await expectText(page, text);

  const from = await caretPoint(page, text.indexOf('Marek Ode') + 3, 'before');
  const at = await caretPoint(page, text.indexOf('Prague'), 'before');
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', {
      type,
      x: at.x,
      y: at.y,
      data: { items: [{ mimeType: 'text/plain', data: 'dropped words' }], dragOperationsMask: 1 },
    });
  }
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(at.x, at.y, { steps: 3 });
  await page.mouse.up();
  await expectText(page, text);

  // Pasting leaves the article as it is and says what makes a new one of the text.
  await app.evaluate(({ clipboard }) => clipboard.writeText('Pasted headline\n\nPasted words.'));
  await articleText(page).focus();
  await page.keyboard.press('Control+v');
  await expect(page.getByText('stays as it is').first()).toBeVisible();
  await expectText(page, text);
  await page.keyboard.press('Control+Shift+v');
  await expect(articleText(page)).toContainText('Pasted words.');
  await page
    .getByRole('navigation', { name: 'Articles' })
    .getByRole('button', { name: 'Mayor opens' })
    .click();
  await expectText(page, text);
});

test('carets never stand inside a character, in any script', async ({ launch }) => {
  const family = '👩‍👩‍👧';
  const mixed = [
    'Скопление e\u0301 знаков',
    `קָמָץ שלום ${family} עולם`,
    'قال الوَزِيرُ إن الجسر آمن',
    `東京都知事は「安全だ」と述べた${family}🇨🇿.`,
    'Plain e\u0301nd',
  ].join('\n\n');
  const { page } = await launch({ files: [articleFile('mixed.txt', mixed)] });
  await expectText(page, mixed);
  await expect(articleText(page)).toBeFocused();
  const boundaries = new Set([0]);
  const points = (units: number) => [...mixed.slice(0, units)].length;
  for (const { index, segment } of new Intl.Segmenter().segment(mixed)) {
    boundaries.add(points(index + segment.length));
  }
  await page.keyboard.press('Control+Home');
  const place = page.getByRole('contentinfo').locator('.caret-place');
  const last = points(mixed.length);
  const seen: number[] = [];
  for (let at = 0; at < last && seen.length < mixed.length; ) {
    seen.push(at);
    // Arrows follow the eye: in a right-to-left paragraph the left one goes forward.
    const units = unitsTo(mixed, at);
    const first = mixed.charAt(mixed.lastIndexOf('\n', units - 1) + 1);
    const isRightToLeft = /\p{Script=Hebrew}|\p{Script=Arabic}/u.test(first);
    await page.keyboard.press(isRightToLeft ? 'ArrowLeft' : 'ArrowRight');
    await expect(place).not.toHaveText(new RegExp(`· ${at}$`));
    at = Number((await place.innerText()).split(' · ')[1]);
    expect(boundaries).toContain(at);
  }
  expect(seen.at(-1)).toBe(last - 1);

  await page.keyboard.press('Control+Home');
  for (const boundary of [...boundaries].slice(1, 12)) {
    await page.keyboard.press('Shift+ArrowRight');
    await expectCaret(page, `0–${boundary}`);
  }
  await selectWords(page, mixed, family);
  await page.keyboard.press('Alt+1');
  await expectAnnotations(page, [`Speaker: ${family}`]);
  await selectWords(page, mixed, '東京都知事');
  await page.keyboard.press('1');
  await selectWords(page, mixed, 'الجسر');
  await page.keyboard.press('3');
  await expectAnnotations(page, [`Speaker: ${family}`, 'Location: الجسر', 'Speaker: 東京都知事']);
  await expectText(page, mixed);
});

/** UTF-16 units before a code point. */
function unitsTo(text: string, codePoints: number): number {
  return [...text].slice(0, codePoints).join('').length;
}
