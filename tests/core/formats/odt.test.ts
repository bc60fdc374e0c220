import { readFileSync } from 'node:fs';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readOdt } from '../../../src/core/formats/odt/read-odt.ts';
import { format } from '../../../src/core/formats/odt.format.ts';
import { hasSharedData, sharedData, sharedDataNote } from '../arbitraries/shared-data.ts';
import { articleIn, blocksShown, fileOf, refusalOf } from './extraction-shown.ts';

const namespaces = ['office', 'text', 'style', 'table', 'draw', 'meta']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');
const automatic =
  '<office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/><style:style style:name="P2" style:parent-style-name="Quotations"/><style:style style:name="P3" style:parent-style-name="P3"/></office:automatic-styles>';
const content = (body: string) =>
  `<?xml version="1.0"?><office:document-content ${namespaces} xmlns:dc="http://purl.org/dc/elements/1.1/">${automatic}<office:body><office:text>${body}</office:text></office:body></office:document-content>`;
const odt = (body: string, more: Zippable = {}) => ({
  name: 'a.odt',
  bytes: zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(content(body)),
    ...more,
  }),
});
const shown = async (body: string) => blocksShown(await articleIn(readOdt(odt(body))));

describe('a document', () => {
  test('has its paragraphs, of the kinds of their styles', async () => {
    expect(
      await shown(
        '<text:p text:style-name="P1">Storm</text:p><text:h text:outline-level="2">One</text:h><text:p text:style-name="P2">“No.”</text:p><text:list><text:list-item><text:p>a</text:p><text:list><text:list-item><text:p>b</text:p></text:list-item></text:list></text:list-item></text:list><text:p text:style-name="P3">c</text:p>',
      ),
    ).toEqual(['title: Storm', 'heading: One', 'quote: “No.”', 'listItem: a', 'listItem: b', 'paragraph: c']);
  });

  test('has white space as the format means it', async () => {
    expect(
      await shown(
        '<text:p> a\n  <text:span>b </text:span> c<text:s text:c="3"/>d<text:s/><text:tab/>e<text:line-break/> f<text:s text:c="999999999"/>g</text:p>',
      ),
    ).toEqual([`paragraph: a b c   d ⇥e⏎f${' '.repeat(100)}g`]);
  });

  test('has the rows of its tables, text boxes after their paragraph, and notes at the end', async () => {
    const cell = (text: string) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`;
    expect(
      await shown(
        `<table:table><table:table-header-rows><table:table-row>${cell('Ship')}${cell('Left')}</table:table-row></table:table-header-rows><table:table-row>${cell('Ann')}<table:covered-table-cell/>${cell('no')}</table:table-row></table:table>
        <text:p>A<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>a note</text:p><text:p>of two</text:p></text:note-body></text:note> and<draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame> B<text:note><text:note-citation>i</text:note-citation><text:note-body><text:p>end</text:p></text:note-body></text:note></text:p>`,
      ),
    ).toEqual([
      'paragraph: Ship⇥Left',
      'paragraph: Ann⇥⇥no',
      'paragraph: A[1] and B[2]',
      'paragraph: boxed',
      'paragraph: [1] a note',
      'paragraph: of two',
      'paragraph: [2] end',
    ]);
  });

  test('has nothing that was deleted; comments are counted', async () => {
    const meta = `<office:document-meta ${namespaces} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><dc:title>Storm</dc:title><meta:initial-creator>Ann</meta:initial-creator><dc:creator>Bo Ek</dc:creator><meta:creation-date>2031-03-14T10:00:00</meta:creation-date><meta:keyword>port</meta:keyword><meta:keyword>storm</meta:keyword></office:meta></office:document-meta>`;
    const body =
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>old</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>new<office:annotation><dc:creator>x</dc:creator><text:p>why?</text:p></office:annotation></text:p>';
    const article = await articleIn(readOdt(odt(body, { 'meta.xml': strToU8(meta) })));
    expect(article.body.text).toBe('new');
    expect(article.title).toBe('Storm');
    expect(article.metadata).toEqual({
      author: 'Bo Ek',
      created: '2031-03-14',
      keywords: 'port, storm',
      comments: '1',
    });
  });

  test('may be a single file', async () => {
    const flat = `<?xml version="1.0"?><office:document ${namespaces} xmlns:dc="http://purl.org/dc/elements/1.1/" office:mimetype="application/vnd.oasis.opendocument.text"><office:meta><dc:creator>Ann Lee</dc:creator></office:meta><office:body><office:text><text:p>No ship left.</text:p></office:text></office:body></office:document>`;
    const file = fileOf('a.xml', flat);
    expect(format.recognise(file)).toBe('content');
    const article = await articleIn(readOdt(file));
    expect([article.body.text, article.metadata]).toEqual(['No ship left.', { author: 'Ann Lee' }]);
  });
});

describe('a file', () => {
  test('is recognised by what is in it', () => {
    expect(format.recognise({ ...odt(''), name: 'a.zip' })).toBe('content');
    expect(format.recognise(fileOf('a.odt', 'x'))).toBe('ending');
    expect(format.recognise(fileOf('a.zip', 'x'))).toBe('no');
  });

  test.each([
    ['no ZIP', strToU8('word'), 'damaged'],
    [
      'encrypted',
      odt('', { 'META-INF/manifest.xml': strToU8('<m><encryption-data/></m>') }).bytes,
      'protected',
    ],
    ['without its content', zipSync({ 'a.txt': strToU8('a') }), 'damaged'],
    ['not well-formed', zipSync({ 'content.xml': strToU8('<a') }), 'damaged'],
    ['nested without end', odt('<text:section>'.repeat(100_000)).bytes, 'damaged'],
    ['without text', odt('<text:p/>').bytes, 'empty'],
  ])('that is %s is refused by name', async (_what, bytes, code) => {
    expect((await refusalOf(readOdt({ name: 'a.odt', bytes }))).code).toBe(code);
  });
});

test.skipIf(!hasSharedData)(`a real file${sharedDataNote}`, async () => {
  const bytes = new Uint8Array(readFileSync(sharedData('pdf/005-libreoffice-writer-password/source.odt')));
  const article = await articleIn(readOdt({ name: 'source.odt', bytes }));
  expect(article.body.text).toMatch(/^Lorem ipsum dolor sit amet, .* est Lorem ipsum dolor sit amet\.$/);
});
