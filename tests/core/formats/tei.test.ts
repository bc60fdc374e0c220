import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DatasetReading } from '../../../src/core/formats/dataset-reading.ts';
import type { Dataset } from '../../../src/core/formats/dataset-schema.ts';
import type { SourceFile } from '../../../src/core/formats/format.ts';
import { readDatasetFiles } from '../../../src/core/formats/open-file.ts';
import { datasetFile } from '../../../src/core/formats/packing.ts';
import { format } from '../../../src/core/formats/tei.format.ts';
import { exportDataset } from '../../../src/core/formats/to-dataset.ts';
import { descendants, textContent, xmlTree } from '../../../src/core/xml/xml-tree.ts';
import { hasSharedData, sharedData, sharedDataNote } from '../arbitraries/shared-data.ts';
import { anyProject, gather } from './random-project.ts';
import { damaged, datasetOf, fileOf, readingOf, roundTripDifference, spanAt, textOf } from './round-trip.ts';
import { teiFaults } from './tei-shape.ts';

const header =
  '<teiHeader><fileDesc><titleStmt><title>A  title</title><author>Ana</author></titleStmt><publicationStmt><publisher>P</publisher><date when="2024-05">May</date></publicationStmt></fileDesc></teiHeader>';
const tei = (body: string, rest = '') =>
  fileOf(
    'a.xml',
    `<?xml version="1.0"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">${rest}\n<text><body>\n${body}\n</body></text></TEI>`,
  );
const spansOf = ({ dataset }: DatasetReading) =>
  dataset.articles.flatMap(({ spans = [] }) =>
    spans.map(({ tag, text, attributes }) => [tag, text, attributes]),
  );
const textIn = ({ dataset }: DatasetReading) => dataset.articles[0]?.text;
const blocksIn = ({ dataset: { articles } }: DatasetReading) =>
  articles[0]?.blocks?.map(({ kind, start, end }) => [
    kind,
    [...(articles[0]?.text ?? '')].slice(start, end).join(''),
  ]);

async function written(dataset: Dataset): Promise<string> {
  const { articles, ...head } = dataset;
  if (format.writer === undefined) throw new Error('it is written');
  return textOf(await gather(datasetFile(format.writer, head, articles, articles.length)));
}

describe('documents of other programs', () => {
  test('are read as they are read: white space is one space, blocks stand apart, lb is a line end', async () => {
    const reading = await readingOf(
      tei(`<div><head>Head</head>
<p>One   two
three <hi>four</hi>, five.</p><lg><l>Verse</l><l>more</l></lg>
<list><item>a</item><item><p>b</p><p>c</p></item></list><p>x<lb/>y<lb break="no"/>z</p>
<quote><p>said</p></quote><p xml:space="preserve">  k  k </p></div>`),
    );
    expect(textIn(reading)).toBe(
      'Head\n\nOne two three four, five.\n\nVerse\nmore\n\na\n\nb\n\nc\n\nx\nyz\n\nsaid\n\n  k  k ',
    );
    expect(blocksIn(reading)).toEqual([
      ['title', 'Head'],
      ['paragraph', 'One two three four, five.'],
      ['paragraph', 'Verse'],
      ['paragraph', 'more'],
      ['listItem', 'a'],
      ['listItem', 'b'],
      ['listItem', 'c'],
      ['paragraph', 'x\nyz'],
      ['quote', 'said'],
      ['paragraph', '  k  k '],
    ]);
  });

  test('names, dates and speech in the text are spans, with what their elements say', async () => {
    const reading = await readingOf(
      tei(
        '<p>Then <persName xml:id="n1" ref="#ana" key="k"> Ana\n  B.</persName>, of <placeName><settlement>Vejle</settlement><country>Denmark</country></placeName>, on <date when="2024-05-06">Monday</date>: <said who="#ana">“<q>No</q>”</said> <rs type="org"/></p>',
        `<teiHeader><profileDesc><particDesc><listPerson><person xml:id="ana"><persName>Ana  B.</persName><persName>A.</persName><occupation>nurse</occupation></person></listPerson></particDesc></profileDesc></teiHeader>`,
      ),
    );
    expect(spansOf(reading)).toEqual([
      ['persName', 'Ana B.', { ref: '#ana', key: 'k', entity: 'ana' }],
      ['placeName', 'Vejle Denmark', {}],
      [
        'date',
        'Monday',
        {
          when: '2024-05-06',
          value: { type: 'date', value: '2024-05-06', granularity: 'day', modifier: null },
        },
      ],
      ['q', 'No', {}],
      ['said', '“No”', { who: '#ana', entity: 'ana' }],
    ]);
    expect(reading.dataset.articles[0]?.spans?.[0]?.id).toBe('n1');
    expect(reading.dataset.entities).toEqual([
      { id: 'ana', kind: 'person', name: 'Ana B.', aliases: ['A.'], role: 'nurse' },
    ]);
    expect(reading.faults).toMatchObject([{ item: 'span', reason: 'it covers no text' }]);
  });

  test('the header gives title and metadata', async () => {
    const { dataset } = await readingOf(tei('<p>a</p>', header));
    expect(dataset.articles[0]).toMatchObject({
      title: 'A title',
      metadata: { author: 'Ana', publisher: 'P', date: '2024-05' },
    });
  });

  test('of several readings one counts; notes and deletions stay out and are counted', async () => {
    const reading = await readingOf(
      tei(
        '<p>a <choice><sic>teh</sic><corr>the</corr></choice> b<note>no</note> c <del>no</del> <app><lem>d</lem><rdg>e</rdg></app></p>',
      ),
    );
    expect(textIn(reading)).toBe('a the b c d');
    expect(reading.unknownKeys).toEqual([
      { path: 'note', count: 1 },
      { path: 'del', count: 1 },
    ]);
  });

  test('what stands off the text is found by ids and by characters of the elements that have them', async () => {
    const reading = await readingOf(
      tei(
        '<p xml:id="p1">One\n   <w xml:id="w1">two</w> 😀 three</p><p xml:id="p2">end</p>',
        `${header}<standOff>
<spanGrp type="stance"><span target="#w1">pro</span><span from="#w1" to="#p2" ana="#cat"/></spanGrp>
<listAnnotation><annotation xml:id="x" target="#string-range(p1,13,5)" ana="#t"><note>why</note></annotation>
<annotation xml:id="y" target="string-range(#p1, 7, 3) #string-range(p2,0,3)"/>
<annotation xml:id="z" target="#gone"/><annotation target="#string-range(p2,0,9)"/><annotation target="other.xml#p1"/></listAnnotation>
<linkGrp type="rel"><link target="#x #y"/><link target="#x #z"/></linkGrp></standOff>`,
      ),
    );
    expect(textIn(reading)).toBe('One two 😀 three\n\nend');
    expect(spansOf(reading).map(([tag, text]) => [tag, text])).toEqual([
      ['t', 'three'],
      ['annotation', 'two end'],
      ['stance', 'two'],
      ['cat', 'two 😀 three\n\nend'],
    ]);
    expect(reading.dataset.articles[0]).toMatchObject({
      spans: [
        { id: 'x', note: 'why' },
        {
          fragments: [
            { start: 4, end: 7 },
            { start: 17, end: 20 },
          ],
        },
        { note: 'pro' },
        {},
      ],
      relations: [{ type: 'rel', from: 'x', to: 'y' }],
    });
    expect(reading.faults.map(({ item, line, reason }) => [item, line, reason])).toEqual([
      ['span', 6, 'its pointer “#gone” leads to no part of the text'],
      ['span', 6, 'its pointer “#string-range(p2,0,9)” leads beyond its element’s text'],
      ['span', 6, 'its pointer “other.xml#p1” leads elsewhere'],
      ['relation', 7, 'it does not link two spans of this text'],
    ]);
  });

  test('pages are told, corpora are articles', async () => {
    const one = (n: number) =>
      `<TEI xml:id="t${n}"><text><body><pb n="${n}"/><p>text ${n}</p></body></text></TEI>`;
    const { dataset } = await readingOf(
      fileOf(
        'c.tei',
        `<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">${header}${one(1)}<teiCorpus>${one(2)}</teiCorpus></teiCorpus>`,
      ),
    );
    expect(dataset.articles.map(({ id, text, blocks }) => [id, text, blocks?.[0]?.page])).toEqual([
      ['t1', 'text 1', 1],
      ['t2', 'text 2', 2],
    ]);
  });
});

describe('files as a whole', () => {
  test('are sure to be datasets only with annotations beside the text', () => {
    expect(format.recognise(tei('<p/>', '<standOff>'))).toBe('content');
    expect(format.recognise(tei('<p/>'))).toBe('ending');
    expect(format.recognise(fileOf('a.xml', '<html xmlns="http://www.w3.org/1999/xhtml"/>'))).toBe('no');
    expect(format.recognise(fileOf('a.tei', ''))).toBe('ending');
  });

  test('are refused with a sentence', async () => {
    const message = async (file: SourceFile) => {
      const read = await readDatasetFiles([file]);
      return read.ok ? '' : read.reason.message;
    };
    expect(await message(tei('<p>'))).toMatch(/“a\.xml” cannot be read: in line 5, it is not well-formed/);
    expect(await message(tei(''))).toMatch(/“a\.xml” holds no text/);
    expect(await message(fileOf('a.tei', '<!DOCTYPE a [<!ENTITY x "y">]><TEI>&x;</TEI>'))).toMatch(/entity/);
  });

  test('ours have the text in elements, its white space between them, and marks where they nest', async () => {
    const text = 'Title\n\nBy me\n• one\n\u2028• two\nAna said no.\n';
    const at = (words: string) => [...text.slice(0, text.indexOf(words))].length;
    const dataset: Dataset = {
      ...datasetOf({
        text,
        title: 'Title',
        spans: [
          spanAt('s1', 'speaker', 'Ana', at('Ana'), { attributes: { entity: 'e' } }),
          spanAt('c1', 'claim', 'no', at('no.'), { attributes: { form: 'direct', odd: [1] } }),
          spanAt('x1', 'claim', 'said no', at('said')),
          spanAt('x2', 'location', 'Ana said', at('Ana')),
          {
            ...spanAt('x3', 'claim', 'Ana no.', at('Ana')),
            end: at('no.') + 3,
            fragments: [
              { start: at('Ana'), end: at('Ana') + 3 },
              { start: at('no.'), end: at('no.') + 3 },
            ],
          },
          {
            ...spanAt('two', 'mood', 'one', at('one')),
            text: 'one Ana',
            end: at('Ana') + 3,
            fragments: [
              { start: at('one'), end: at('one') + 3 },
              { start: at('Ana'), end: at('Ana') + 3 },
            ],
          },
        ],
        relations: [{ id: 'r', type: 'says', from: 's1', to: 'c1' }],
      }),
      entities: [{ id: 'e', kind: 'person', name: 'Ana' }],
      tagSet: {
        tags: [
          { id: 'claim', name: 'Claim', guideline: 'What is said' },
          ...['speaker', 'location', 'mood'].map((id) => ({ id, name: id })),
        ],
        relationTypes: [],
      },
    };
    const [article] = dataset.articles;
    const kinds = ['title', 'attribution', 'listItem', 'listItem', 'paragraph'] as const;
    const lines = ['Title', 'By me', '• one', '• two', 'Ana said no.'];
    const blocks = lines.map((line, i) => ({
      kind: kinds[i] ?? 'paragraph',
      start: at(line),
      end: at(line) + line.length,
    }));
    if (article === undefined) throw new Error('it has one');
    const document = await written({ ...dataset, articles: [{ ...article, blocks }] });
    expect(document).toContain(
      '<body xml:id="text-1" xml:space="preserve"><head type="title">Title</head>\n\n<byline>By me</byline>\n<list><item>• one</item></list><ab type="space">\n&#8232;</ab><list><item>• two</item></list>\n<p><placeName corresp="#x2"><persName corresp="#s1" ref="#e">Ana</persName> said</placeName> <said corresp="#c1" who="#e" direct="true">no</said>.</p>\n</body>',
    );
    expect(document).toContain(
      `target="#string-range(text-1,${at('one')},3) #string-range(text-1,${at('Ana')},3)"`,
    );
    expect(document).toContain('<note type="attribute" subtype="json" n="odd">[1]</note>');
    expect(teiFaults(document)).toEqual([]);
    const tree = xmlTree(document);
    if (!tree.ok) throw new Error(tree.reason.reason);
    expect([...descendants(tree.value, 'body')].map(textContent)).toEqual([text]);
    expect(
      await roundTripDifference(format, { ...dataset, articles: [{ ...article, blocks }] }),
    ).toBeUndefined();
  });

  test('ours are TEI whatever is in them, and the characters of their bodies are the texts', async () => {
    await fc.assert(
      fc.asyncProperty(anyProject, async (state) => {
        const dataset = exportDataset(state, { kind: 'snapshot' });
        const document = await written(dataset);
        expect(teiFaults(document)).toEqual([]);
        const tree = xmlTree(document);
        if (!tree.ok) throw new Error(tree.reason.reason);
        const texts = dataset.articles.map(({ text }) => text.replaceAll('\0', '\ufffd'));
        expect([...descendants(tree.value, 'body')].map(textContent)).toEqual(texts);
      }),
      { numRuns: 50 },
    );
  });

  test('what another program finds in ours without our own data are the same stretches', async () => {
    const dataset = datasetOf({
      text: 'Ana said no 😀.',
      spans: [spanAt('s', 'claim', 'no 😀', 9, { note: 'n' })],
    });
    const document = (await written(dataset))
      .replace(/<application[\s\S]*?<\/application>/, '')
      .replace(/<\?ascribe.*?\?>/g, '');
    const reading = await readingOf(fileOf('a.tei', document));
    expect(spansOf(reading)).toEqual([
      ['said', 'no 😀', { corresp: '#s' }],
      ['annotation', 'no 😀', {}],
    ]);
    expect(reading.faults).toEqual([]);
  });
});

const load = (name: string): SourceFile => ({
  name,
  bytes: new Uint8Array(readFileSync(sharedData(`tei/${name}`))),
});
const real = ['testminimal.xml', 'testoverlap.xml', 'testbasic.xml', 'testi18n.xml', 'names-demo-en.xml'];

describe.skipIf(!hasSharedData)(`real files${sharedDataNote}`, () => {
  test('come in without a fault and come back the same', async () => {
    for (const name of real) {
      const { dataset, faults } = await readingOf(load(name));
      expect(faults, name).toEqual([]);
      expect(dataset.articles, name).toHaveLength(1);
      expect(await roundTripDifference(format, dataset), name).toBeUndefined();
      expect(teiFaults(await written(dataset)), name).toEqual([]);
    }
  });

  test('give the spans and texts that are in them', async () => {
    const people = await readingOf(load('names-demo-en.xml'));
    const count = (tag: string) => spansOf(people).filter(([of]) => of === tag).length;
    expect([count('persName'), count('placeName'), count('date')]).toEqual([133, 123, 29]);
    expect(textIn(await readingOf(load('testminimal.xml')))).toBe(
      'Section heading\n\nthe words\n\nthe words\n\nsubsection heading\n\nhello',
    );
    expect(textIn(await readingOf(load('testi18n.xml')))).not.toContain('Filesize');
    const overlap = await readingOf(load('testoverlap.xml'));
    expect(overlap.dataset.articles[0]?.blocks?.map(({ page }) => page)).toEqual([
      undefined,
      1,
      2,
      2,
      3,
      3,
      4,
    ]);
  });

  test('damaged ones are read or refused, and nothing is thrown', async () => {
    const files = real.map(load);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files).chain(({ bytes }) => damaged(bytes)),
        async (bytes) => {
          expect(await format.datasets?.read({ name: 'a.xml', bytes })).toHaveProperty('ok');
        },
      ),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 150), seed: 4 },
    );
  }, 3_600_000);
});
