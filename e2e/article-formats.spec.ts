import { writeFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { samples } from '../bench/fuzz/samples.ts';
import { madePdf } from '../tests/core/formats/pdf-made.ts';
import { articleFile } from './gestures/article-files.ts';
import { articles } from './gestures/article-list.ts';
import { articleText } from './gestures/text-places.ts';
import { answerOpenDialog } from './harness/dialogs.ts';
import { expect, test } from './harness/fixtures.ts';
import { menu } from './harness/menu.ts';
import { resize } from './harness/resize.ts';
import { waitSaved } from './harness/saved.ts';

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const packageOf = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const docx = zipSync({
  '[Content_Types].xml': strToU8(
    `<Types xmlns="${packageOf}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
  ),
  '_rels/.rels': strToU8(
    `<Relationships xmlns="${packageOf}/relationships"><Relationship Id="r" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
  ),
  'word/document.xml': strToU8(
    `<w:document xmlns:w="${word}"><w:body><w:p><w:r><w:t>Rain</w:t></w:r></w:p><w:p><w:r><w:t>It rains.</w:t></w:r></w:p></w:body></w:document>`,
  ),
});

test('one file of each kind opens, all in one gesture, and a broken one leaves the others be', async ({
  launch,
}) => {
  const put = (name: string, bytes: Uint8Array): string => {
    const path = articleFile(name, '');
    writeFileSync(path, bytes);
    return path;
  };
  const single = samples.filter(({ name }) => !/\.(?:csv|jsonl)$/.test(name));
  const files = [
    ...single.map(({ name, bytes }) => put(name, bytes)),
    put('a.docx', docx),
    put('a.pdf', madePdf([[{ x: 50, y: 700, text: 'It rains.' }]]).bytes),
    put('a.rtf', strToU8("{\\rtf1\\ansi Rain\\par It r\\'61ins.}")),
    put('broken.docx', strToU8('PK no document')),
  ];
  const running = await launch();
  const { app, page } = running;
  // So that all of the list is drawn.
  await resize(running, 1280, 2400);
  await answerOpenDialog(app, files);
  await menu(app, 'file.open');
  const failures = page.getByRole('alertdialog', { name: '1 file could not be opened' });
  await expect(failures).toContainText('broken.docx');
  await failures.getByRole('button', { name: 'Close' }).click();
  await expect(articles(page)).toHaveCount(files.length);
  for (const name of [...single.map((each) => each.name), 'a.docx', 'a.pdf', 'a.rtf']) {
    await articles(page).filter({ hasText: name }).click();
    await expect(articleText(page), name).toContainText(/r(?:a|ä)ins/);
  }
  await waitSaved(page);
});
