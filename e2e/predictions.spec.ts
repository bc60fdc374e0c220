import { readFileSync } from 'node:fs';
import { expectAnnotations } from './gestures/annotations.ts';
import { articleFile } from './gestures/article-files.ts';
import { offerDataset } from './gestures/datasets.ts';
import { expectText, selectWords } from './gestures/drawn-text.ts';
import { expect, test } from './harness/fixtures.ts';
import { menu } from './harness/menu.ts';
import { waitSaved } from './harness/saved.ts';

const bread = 'A toll on bread\n\n“This is a toll on bread,” said Marek Ode.';

test('suggestions go out as predictions where that was chosen, and come back as no annotations', async ({
  launch,
}) => {
  const first = await launch({ files: [articleFile('bread.txt', bread)] });
  const { app, page } = first;
  await expectText(page, bread);
  await selectWords(page, bread, 'Marek Ode');
  await page.keyboard.press('1');
  await waitSaved(page);
  const path = test.info().outputPath('tasks.json');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
  await menu(app, 'file.export');
  const dialog = page.getByRole('dialog', { name: 'Export dataset' });
  await expect(dialog).toContainText('Ascribe dataset has no place for suggestions');
  await dialog.getByRole('combobox', { name: 'Format' }).selectOption('Label Studio JSON');
  await dialog.getByRole('radio', { name: 'This article' }).check();
  const choice = dialog.getByRole('checkbox', { name: /^Suggestions that nobody has decided about/ });
  await expect(choice).not.toBeChecked();
  await choice.check();
  await page.screenshot({ path: test.info().outputPath('dialog.png') });
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByRole('log', { name: 'Messages' })).toContainText('“tasks.json” written');
  const [task] = JSON.parse(readFileSync(path, 'utf8'));
  const words = (result: { value?: { text: string } }[]) => result.flatMap(({ value }) => value?.text ?? []);
  expect(words(task.annotations[0].result)).toEqual(['Marek Ode']);
  expect(words(task.predictions[0].result)).toEqual(['“This is a toll on bread,”', 'Marek Ode']);
  await expectAnnotations(page, ['Speaker: Marek Ode']);
  await first.close();

  const second = await launch({ files: [articleFile('other.txt', 'Nothing is said here.')] });
  const offer = await offerDataset(second, path);
  await expect(offer).toContainText('holds 1 article, 1 annotation, 0 links');
  await expect(offer).toContainText('2 suggestions stay out');
});
