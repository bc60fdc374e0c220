import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readEpub } from '../../../src/core/formats/epub/read-epub.ts';
import { format } from '../../../src/core/formats/epub.format.ts';
import { articleIn, blocksShown, fileOf, refusalOf } from './extraction-shown.ts';

const container =
  '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/book.opf"/><rootfile full-path="other.opf"/></rootfiles></container>';
const packageDocument = (items: string, spine: string) =>
  `<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Storms</dc:title><dc:creator>Ann Lee</dc:creator><dc:creator>Bo Ek</dc:creator><dc:publisher>Harbour Press</dc:publisher><dc:date>2031-03-14</dc:date><dc:language>en</dc:language></metadata><manifest>${items}</manifest>${spine}</package>`;
const item = (id: string, href: string, more = '') =>
  `<item id="${id}" href="${href}" media-type="application/xhtml+xml" ${more}/>`;

function epub(files: Record<string, string>, items: string, spine: string, more: Zippable = {}) {
  const parts = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
  const bytes = zipSync({
    mimetype: strToU8('application/epub+zip'),
    'META-INF/container.xml': strToU8(container),
    'OPS/book.opf': strToU8(packageDocument(items, spine)),
    ...parts,
    ...more,
  });
  return { name: 'a.epub', bytes };
}

const chapters = {
  'OPS/text/one.xhtml':
    '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><h1>One</h1><p>First&nbsp;words.</p><script>no()</script></body></html>',
  'OPS/text/two words.xhtml': '<html><body><p>Second words.</p></body></html>',
  'OPS/notes.xhtml': '<html><body><p>Aside.</p></body></html>',
};
const items =
  item('b', 'text/two%20words.xhtml') +
  item('a', 'text/one.xhtml') +
  item('n', 'notes.xhtml') +
  item('gone', 'gone.xhtml');
const spine = (attributes = '') =>
  `<spine ${attributes}><itemref idref="a"/><itemref idref="b"/><itemref idref="n" linear="no"/><itemref idref="gone"/><itemref idref="unknown"/></spine>`;

describe('a book', () => {
  test('is its chapters in their order', async () => {
    const article = await articleIn(readEpub(epub(chapters, items, spine())));
    expect(blocksShown(article)).toEqual([
      'title: Storms',
      'heading: One',
      'paragraph: First\u00a0words.',
      'paragraph: Second words.',
    ]);
    expect(article.metadata).toEqual({
      author: 'Ann Lee, Bo Ek',
      outlet: 'Harbour Press',
      date: '2031-03-14',
      language: 'en',
    });
    expect(article.source.reader).toBe('epub@1');
  });

  test('has the headings of its table of contents where a chapter has none', async () => {
    const nav =
      '<html xmlns:epub="x"><body><nav epub:type="toc"><ol><li><a href="text/one.xhtml">Not this</a></li><li><a href="text/two%20words.xhtml#top">The <i>second</i></a></li></ol></nav></body></html>';
    const withNav = epub(
      { ...chapters, 'OPS/nav.xhtml': nav },
      items + item('nav', 'nav.xhtml', 'properties="nav"'),
      `<spine><itemref idref="nav"/>${spine().slice(8)}`,
    );
    expect(blocksShown(await articleIn(readEpub(withNav))).slice(3)).toEqual([
      'heading: The second',
      'paragraph: Second words.',
    ]);
    const ncx =
      '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>Two</text></navLabel><content src="text/two%20words.xhtml"/></navPoint></navMap></ncx>';
    const withNcx = epub(
      { ...chapters, 'OPS/toc.ncx': ncx },
      `${items}<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>`,
      spine('toc="ncx"'),
    );
    expect(blocksShown(await articleIn(readEpub(withNcx))).slice(3)).toEqual([
      'heading: Two',
      'paragraph: Second words.',
    ]);
  });

  test('whose fonts alone are encrypted is read', async () => {
    const encryption = (uri: string) => ({
      'META-INF/encryption.xml': strToU8(`<encryption><CipherReference URI="${uri}"/></encryption>`),
    });
    expect((await articleIn(readEpub(epub(chapters, items, spine(), encryption('OPS/a.otf'))))).title).toBe(
      'Storms',
    );
    expect(
      (await refusalOf(readEpub(epub(chapters, items, spine(), encryption('OPS/text/two%20words.xhtml')))))
        .code,
    ).toBe('protected');
  });
});

describe('a file', () => {
  test('is recognised by what is in it', () => {
    expect(format.recognise({ ...epub({}, '', ''), name: 'a.zip' })).toBe('content');
    expect(format.recognise(fileOf('a.epub', 'x'))).toBe('ending');
    expect(format.recognise(fileOf('a.txt', 'x'))).toBe('no');
  });

  test.each([
    ['no ZIP', strToU8('x'), 'damaged'],
    ['without contents', zipSync({ 'META-INF/container.xml': strToU8('<container/>') }), 'damaged'],
    ['without its package', zipSync({ 'META-INF/container.xml': strToU8(container) }), 'damaged'],
    ['without chapters', epub({}, '', '<spine/>').bytes, 'empty'],
    [
      'of a chapter that is no text',
      epub({}, item('a', 'a.xhtml'), '<spine><itemref idref="a"/></spine>', {
        'OPS/a.xhtml': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0),
      }).bytes,
      'damaged',
    ],
    [
      'of a chapter nested without end',
      epub(
        { 'OPS/a.xhtml': '<div>'.repeat(9_000) },
        item('a', 'a.xhtml'),
        '<spine><itemref idref="a"/></spine>',
      ).bytes,
      'damaged',
    ],
  ])('that is %s is refused by name', async (_what, bytes, code) => {
    expect((await refusalOf(readEpub({ name: 'a.epub', bytes }))).code).toBe(code);
  });
});
