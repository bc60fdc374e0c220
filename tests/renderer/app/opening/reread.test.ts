import { expect, test } from 'vitest';
import { openArrival } from '../../../../src/renderer/app/opening/open-arrival.ts';
import { selectWords, spansOf, type TestApplication, testApplication } from '../test-application.ts';

const page = `<!doctype html><html><head><title>The mayor speaks</title></head><body><nav>Home News Sport</nav><article><h1>The mayor speaks</h1>
${'<p>The mayor said on Tuesday that the bridge would be mended before the winter, and that nobody would have to pay for it twice.</p>'.repeat(8)}
</article><footer>Terms of use and other things</footer></body></html>`;

/** Opens a page as a file that main gives under a token. */
async function withPage(started: TestApplication, keeps: boolean): Promise<void> {
  const token = crypto.randomUUID();
  started.app.settings.change({ keepOriginals: keeps });
  let isThere = true;
  started.bridge.overrides['files.read'] = () =>
    isThere
      ? { ok: true, value: { name: 'page.html', bytes: new TextEncoder().encode(page) } }
      : { ok: false, reason: { code: 'vanished', message: '“page.html” is not there any more.' } };
  started.bridge.overrides['files.choose'] = () => ({
    files: [],
    refused: [{ name: 'x', message: 'A person was asked.' }],
  });
  await openArrival(started.app, { files: [{ token, name: 'page.html', byteLength: 1 }], refused: [] });
  isThere = false;
}

const textOf = ({ app }: TestApplication) => app.workbench.project.getState().open?.body.text ?? '';
const records = ({ app }: TestApplication) =>
  [...app.workbench.project.getState().articles.values()].map(({ record }) => record);

test('a kept original is read again when its file is gone; without one the person is asked', async () => {
  const keeping = await testApplication();
  await withPage(keeping, true);
  await keeping.run('article.readWholePage');
  expect(textOf(keeping)).toContain('Terms of use');
  const asking = await testApplication();
  await withPage(asking, false);
  await asking.run('article.readWholePage');
  expect(asking.notices().at(-1)).toBe('A person was asked.');
  expect(textOf(asking)).not.toContain('Terms of use');
});

test('before anything is tagged the whole page takes the place of the article, and undo brings that back', async () => {
  const started = await testApplication();
  await withPage(started, true);
  const before = textOf(started);
  expect(before).not.toContain('Terms of use');
  await started.run('article.readAgain');
  expect(started.notices().at(-1)).toBe('The file reads as before (html@1): nothing has changed.');
  await started.run('article.readWholePage');
  expect(records(started)).toHaveLength(1);
  await started.run('edit.undo');
  expect(textOf(started)).toBe(before);
});

test('once something is tagged the other text comes beside it, and the annotations are offered', async () => {
  const started = await testApplication();
  await withPage(started, true);
  selectWords(started.app, 'The mayor');
  await started.run('annotation.tag1');
  await started.run('article.readWholePage');
  const [old, later] = records(started);
  expect(later?.versionOf).toBe(old?.id);
  expect(textOf(started)).toContain('Terms of use');
  const { dialog } = started.app.interface.getState();
  expect(dialog).toMatchObject({ kind: 'carryOver', offer: { carried: [{ span: { quote: 'The mayor' } }] } });
  expect(spansOf(started.app)).toEqual([]);
});
