import { describe, expect, test } from 'vitest';
import { readArticle } from '../../../src/core/formats/open-file.ts';
import { readXmlArticle } from '../../../src/core/formats/xml/read-xml-article.ts';
import { hasSharedData, sharedDataNote } from '../arbitraries/shared-data.ts';
import { articleIn, blocksShown, fileOf, refusalOf } from './extraction-shown.ts';
import { mutant, realFile } from './real-files.ts';

const nitf = `<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf.dtd"><nitf><head><title>Not this</title><docdata><date.issue norm="20310314T1200"/></docdata><pubdata name="The Post" type="print"/></head>
<body><body.head><hedline><hl1>Harbour stays shut</hl1><hl2>No money</hl2></hedline><byline>By <person>Ann Lee</person></byline><dateline><location>Port Carrow</location></dateline></body.head>
<body.content><p>The mayor said <q>no</q>, and <em>left</em>.</p><bq><block><p>Never.</p></block></bq><ul><li>One</li><li><p>Two</p></li></ul></body.content></body></nitf>`;
const jats = `<article><front><journal-meta><journal-title>X</journal-title></journal-meta><article-meta><title-group><article-title>On rain</article-title></title-group><contrib><name>N</name></contrib></article-meta></front><body><sec><title>One</title><p>It <italic>rains</italic><xref>1</xref>.</p></sec></body><back><ref-list><ref>No</ref></ref-list></back></article>`;
const tei = (text: string) =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Rain</title><author>Ann</author></titleStmt></fileDesc></teiHeader><text><body>${text}</body></text></TEI>`;

describe('a document in XML', () => {
  test('of NITF has its headline, byline and paragraphs, and who published it when', async () => {
    const read = await articleIn(readXmlArticle(fileOf('a.xml', nitf)));
    expect(blocksShown(read)).toEqual([
      'title: Harbour stays shut',
      'heading: No money',
      'attribution: By Ann Lee',
      'attribution: Port Carrow',
      'paragraph: The mayor said no, and left.',
      'quote: Never.',
      'listItem: One',
      'listItem: Two',
    ]);
    expect(read).toMatchObject({
      title: 'Harbour stays shut',
      metadata: { date: '2031-03-14', outlet: 'The Post' },
      source: { reader: 'xml@1' },
    });
  });

  test('of JATS has its title and body', async () => {
    const read = await articleIn(readXmlArticle(fileOf('a.nxml', jats)));
    expect(blocksShown(read)).toEqual(['title: On rain', 'heading: One', 'paragraph: It rains1.']);
  });

  test('of any kind is the text of its elements', async () => {
    const text =
      '<r><pubDate>14 March 2031</pubDate><x>One <b>two</b> three<y>four</y> five</x><z/><w>six</w></r>';
    const read = await articleIn(readXmlArticle(fileOf('a.xml', text)));
    expect(blocksShown(read)).toContainEqual('paragraph: One two three');
    expect(read.body.text).toBe('14 March 2031\n\nOne two three\n\nfour\n\nfive\n\nsix');
  });

  test('of TEI without annotations has its blocks, pages and facts; with them it is a dataset', async () => {
    const read = await articleIn(
      readArticle(fileOf('a.xml', tei('<pb n="7"/><head>One</head><p>It rains.</p>'))),
    );
    expect(blocksShown(read).at(-1)).toBe('paragraph: It rains.');
    expect(read).toMatchObject({ title: 'Rain', metadata: { author: 'Ann' } });
    expect(read.body.blocks.at(-1)?.page).toBe(7);
    const marked = await refusalOf(
      readArticle(fileOf('a.xml', tei('<p>In <placeName>Rome</placeName>.</p>'))),
    );
    expect(marked).toMatchObject({
      code: 'is-dataset',
      message: expect.stringContaining('annotations in its text'),
    });
  });

  test.each([
    ['a bomb of entities', '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><r>&b;</r>'],
    ['an entity of a file', '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]><r>&a;</r>'],
    ['deep', `${'<a>'.repeat(100_000)}x`],
    ['cut', '<r><p>words'],
    ['of unknown bytes', '<?xml version="1.0" encoding="x-none"?><r>a</r>'],
  ])('that is %s is refused', async (_, text) => {
    expect((await refusalOf(readXmlArticle(fileOf('a.xml', text)))).code).toBe('damaged');
  });

  test('that is damaged anywhere gives an article or a sentence', async () => {
    for (let seed = 0; seed < 300; seed++) {
      const whole = [nitf, jats, tei('<p>It <hi>rains</hi>.</p>')][seed % 3] ?? nitf;
      const read = await readXmlArticle(mutant(fileOf('a.xml', whole), seed));
      if (read.ok) await articleIn(read);
      else await refusalOf(read);
    }
  });
});

describe.skipIf(!hasSharedData)(`real files${sharedDataNote}`, () => {
  test.each(['testbasic', 'testi18n', 'testminimal', 'testoverlap', 'names-demo-en'])(
    '%s opens or is a dataset',
    async (name) => {
      const read = await readArticle(realFile(`tei/${name}.xml`));
      if (read.ok) await articleIn(read);
      else expect(read.reason.code).toBe('is-dataset');
    },
  );
});
