import { readdirSync, readFileSync } from 'node:fs';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readDocx } from '../../../src/core/formats/docx/read-docx.ts';
import { format } from '../../../src/core/formats/docx.format.ts';
import { hasSharedData, sharedData, sharedDataNote } from '../arbitraries/shared-data.ts';
import { articleIn, blocksShown, fileOf, refusalOf } from './extraction-shown.ts';

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';
const part = (root: string, content: string) =>
  strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:${root} ${namespaces}>${content}</w:${root}>`);

const styles = part(
  'styles',
  `<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
   <w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
   <w:style w:type="paragraph" w:styleId="Own"><w:name w:val="My own"/><w:basedOn w:val="berschrift1"/></w:style>
   <w:style w:type="paragraph" w:styleId="Level"><w:name w:val="Level"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
   <w:style w:type="paragraph" w:styleId="Bullets"><w:name w:val="Bullets"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
   <w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style>
   <w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>`,
);

function docx(body: string, more: Zippable = {}) {
  const bytes = zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    'word/styles.xml': styles,
    ...more,
  });
  return { name: 'a.docx', bytes };
}

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (content: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const styled = (style: string, text: string) => p(run(text), `<w:pStyle w:val="${style}"/>`);
const shown = async (body: string, more?: Zippable) =>
  blocksShown(await articleIn(readDocx(docx(body, more))));

describe('paragraphs', () => {
  test('are of the kinds of their styles, whatever language Word speaks', async () => {
    const numbered = '<w:numPr><w:numId w:val="1"/></w:numPr>';
    expect(
      await shown(
        styled('Titel', 'Storm') +
          styled('berschrift1', 'One') +
          styled('Own', 'Two') +
          styled('Level', 'Three') +
          styled('Bullets', 'a') +
          p(run('b'), numbered) +
          p(run('c'), '<w:numPr><w:numId w:val="0"/></w:numPr>') +
          styled('Q', 'd') +
          styled('Loop', 'e') +
          p(run('f'), `<w:pStyle w:val="Own"/>${numbered}`) +
          p(run('g'), '<w:outlineLvl w:val="9"/>'),
      ),
    ).toEqual([
      'title: Storm',
      'heading: One',
      'heading: Two',
      'heading: Three',
      'listItem: a',
      'listItem: b',
      'paragraph: c',
      'quote: d',
      'paragraph: e',
      'heading: f',
      'paragraph: g',
    ]);
  });

  test('are found without styles', async () => {
    const bytes = zipSync({
      'word/document.xml': part('document', `<w:body>${styled('Heading2', 'One')}${p(run('two'))}</w:body>`),
    });
    expect(blocksShown(await articleIn(readDocx({ name: 'a.docx', bytes })))).toEqual([
      'title: One',
      'paragraph: two',
    ]);
  });

  test('have what stands in runs: tabs, lines, hyphens, symbols, fields, formulas, links', async () => {
    expect(
      await shown(
        p(
          `${run('a')}<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:sym w:font="Symbol" w:char="F0B7"/><w:sym w:char="zz"/></w:r>
          <w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DATE</w:instrText></w:r><w:hyperlink>${run(' today 😀')}</w:hyperlink><m:oMath><m:r><m:t> x²</m:t></m:r></m:oMath>`,
          '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>',
        ),
      ),
    ).toEqual(['paragraph: a⇥b⏎c\u2011d\u00ad\uf0b7 today 😀 x²']);
  });

  test('have what was inserted and not what was deleted or hidden', async () => {
    const hidden =
      '<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>, shown</w:t></w:r>';
    expect(
      await shown(
        p(
          `${run('no')}<w:ins w:id="1">${run(' new')}</w:ins><w:del w:id="2"><w:r><w:delText>old</w:delText></w:r></w:del><w:moveFrom>${run('moved')}</w:moveFrom><w:moveTo>${run(' here')}</w:moveTo>${hidden}`,
          '<w:pPrChange><w:pPr><w:pStyle w:val="Titel"/></w:pPr></w:pPrChange>',
        ) +
          p(run('first half,'), '<w:rPr><w:del w:id="3"/></w:rPr>') +
          p(run(' second half')),
      ),
    ).toEqual(['paragraph: no new here, shown', 'paragraph: first half, second half']);
  });
});

describe('a document', () => {
  const cell = (...paragraphs: string[]) =>
    `<w:tc><w:tcPr/>${paragraphs.map((text) => p(run(text))).join('')}</w:tc>`;
  const table = (...rows: string[]) =>
    `<w:tbl><w:tblPr/>${rows.map((cells) => `<w:tr>${cells}</w:tr>`).join('')}</w:tbl>`;

  test('has the rows of its tables', async () => {
    expect(
      await shown(
        table(cell('Ship') + cell('Left'), cell('Ann', 'Lee') + cell(''), cell('') + cell('no')) +
          p(run('end')),
      ),
    ).toEqual(['paragraph: Ship⇥Left', 'paragraph: Ann Lee', 'paragraph: no', 'paragraph: end']);
  });

  test('has what stands in tables that only lay it out', async () => {
    const inner = table(cell('a') + cell('b'));
    expect(
      await shown(table(`<w:tc>${styled('berschrift1', 'Head')}${inner}${p(run('c'))}</w:tc>`, cell('d'))),
    ).toEqual(['title: Head', 'paragraph: a⇥b', 'paragraph: c', 'paragraph: d']);
    expect(await shown(table(cell('1', '2', '3', '4') + cell('5')))).toHaveLength(5);
  });

  test('has text boxes once, after the paragraph in which they are anchored', async () => {
    const box = (text: string) => `<w:txbxContent>${p(run(text))}${p(run('and more'))}</w:txbxContent>`;
    const shape = `<w:r><mc:AlternateContent><mc:Choice>${box('In a box')}</mc:Choice><mc:Fallback>${box('In a box')}</mc:Fallback></mc:AlternateContent></w:r>`;
    expect(await shown(p(`${run('before ')}${shape}${run('after')}`) + p(run('end')))).toEqual([
      'paragraph: before after',
      'paragraph: In a box',
      'paragraph: and more',
      'paragraph: end',
    ]);
    expect(
      await shown(
        p(`<w:r><mc:AlternateContent><mc:Fallback>${box('Old')}</mc:Fallback></mc:AlternateContent></w:r>`),
      ),
    ).toContain('paragraph: Old');
  });

  test('has its notes at the end, in the order in which it refers to them', async () => {
    const notes = (kind: string, texts: Record<string, string>) =>
      part(
        `${kind}s`,
        `<w:${kind} w:type="separator" w:id="-1">${p(run('---'))}</w:${kind}>${Object.entries(texts)
          .map(([id, text]) => `<w:${kind} w:id="${id}">${p(run(text))}</w:${kind}>`)
          .join('')}`,
      );
    expect(
      await shown(
        p(
          `${run('a')}<w:r><w:endnoteReference w:id="1"/></w:r>${run('b')}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:footnoteReference w:id="9"/></w:r>`,
        ),
        {
          'word/footnotes.xml': notes('footnote', { 1: 'unused', 2: ' foot' }),
          'word/endnotes.xml': notes('endnote', { 1: 'end' }),
        },
      ),
    ).toEqual(['paragraph: a[1]b[2][3]', 'paragraph: [1] end', 'paragraph: [2] foot']);
  });

  test('says what it is; its comments are counted', async () => {
    const core =
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Storm</dc:title><dc:creator>Ann Lee</dc:creator><cp:keywords>port</cp:keywords><dcterms:created>2031-03-14T10:00:00Z</dcterms:created></cp:coreProperties>';
    const article = await articleIn(
      readDocx(
        docx(p(run('No ship left.')), {
          'docProps/core.xml': strToU8(core),
          'word/comments.xml': part('comments', `<w:comment w:id="0">${p(run('Really?'))}</w:comment>`),
        }),
      ),
    );
    expect(article.title).toBe('Storm');
    expect(article.body.text).toBe('No ship left.');
    expect(article.metadata).toEqual({
      author: 'Ann Lee',
      keywords: 'port',
      created: '2031-03-14',
      comments: '1',
    });
    expect(article.source.reader).toBe('docx@1');
  });

  test('may have its parts elsewhere', async () => {
    const relationships = (target: string, type: string) =>
      strToU8(
        `<Relationships xmlns="x"><Relationship Id="1" Type="http://x/${type}" Target="${target}"/><Relationship Id="2" TargetMode="External" Type="http://x/styles" Target="https://x.example"/></Relationships>`,
      );
    const bytes = zipSync({
      '_rels/.rels': relationships('/doc/main.xml', 'officeDocument'),
      'doc/main.xml': part('document', `<w:body>${styled('Titel', 'Storm')}</w:body>`),
      'doc/_rels/main.xml.rels': relationships('../shared/styles.xml', 'styles'),
      'shared/styles.xml': styles,
    });
    expect(blocksShown(await articleIn(readDocx({ name: 'a.docx', bytes })))).toEqual(['title: Storm']);
  });
});

describe('a file', () => {
  test('is recognised by what is in it', () => {
    expect(format.recognise({ ...docx(''), name: 'a.zip' })).toBe('content');
    expect(format.recognise(fileOf('a.docx', 'x'))).toBe('ending');
    expect(format.recognise({ name: 'a.zip', bytes: zipSync({ 'a.txt': strToU8('a') }) })).toBe('no');
  });

  test.each([
    ['no ZIP', strToU8('word'), 'damaged'],
    ['encrypted', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0), 'protected'],
    ['without its document', zipSync({ 'a.txt': strToU8('a') }), 'damaged'],
    ['not well-formed', zipSync({ 'word/document.xml': strToU8('<w:document') }), 'damaged'],
    [
      'full of entities',
      zipSync({
        'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><a>&b;</a>'),
      }),
      'damaged',
    ],
    ['nested without end', docx('<w:p>'.repeat(100_000)).bytes, 'damaged'],
    [
      'a bomb',
      zipSync({ 'word/document.xml': new Uint8Array(300 * 1024 * 1024) }, { level: 9 }),
      'too-large',
    ],
    ['without text', docx(p('')).bytes, 'empty'],
  ])('that is %s is refused by name', async (_what, bytes, code) => {
    expect((await refusalOf(readDocx({ name: 'a.docx', bytes }))).code).toBe(code);
  });
});

describe.skipIf(!hasSharedData)(`real files${sharedDataNote}`, () => {
  const expected: Record<string, string[] | string> = {
    'comments.docx': ['paragraph: Ouch.'],
    'empty.docx': 'empty',
    'footnotes.docx': [
      'paragraph: Ouch[1].[2]',
      'paragraph: [1] A tachyon walks into a bar.',
      'paragraph: [2] Fin.',
    ],
    'simple-list.docx': ['listItem: Apple', 'listItem: Banana'],
    'single-paragraph.docx': ['paragraph: Walking on imported air'],
    'tables.docx': [
      'paragraph: Above',
      'paragraph: Top left⇥Top right',
      'paragraph: Bottom left⇥Bottom right',
      'paragraph: Below',
    ],
    'text-box.docx': ['paragraph: Datum plane'],
    'utf8-bom.docx': ['paragraph: This XML has a byte order mark.'],
  };
  const files = hasSharedData ? readdirSync(sharedData('docx')).filter((name) => name.endsWith('.docx')) : [];

  test.each(files)('%s', async (name) => {
    const read = readDocx({ name, bytes: new Uint8Array(readFileSync(sharedData(`docx/${name}`))) });
    const found = read.ok ? blocksShown(await articleIn(read)) : read.reason.code;
    expect(found).toEqual(expected[name]);
  });
});
