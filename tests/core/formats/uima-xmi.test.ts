import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DatasetReading } from '../../../src/core/formats/dataset-reading.ts';
import type { SourceFile } from '../../../src/core/formats/format.ts';
import { readDatasetFiles } from '../../../src/core/formats/open-file.ts';
import { format } from '../../../src/core/formats/uima-xmi.format.ts';
import { xmlTree } from '../../../src/core/xml/xml-tree.ts';
import { hasSharedData, sharedData, sharedDataNote } from '../arbitraries/shared-data.ts';
import {
  damagedOne,
  datasetOf,
  fileOf,
  filesOf,
  readingOf,
  roundTripDifference,
  spanAt,
} from './round-trip.ts';

const names = {
  x: 'custom',
  t: 'de/tudarmstadt/ukp/dkpro/core/api/segmentation/type',
  m: 'de/tudarmstadt/ukp/dkpro/core/api/metadata/type',
  w: 'de/tudarmstadt/ukp/clarin/webanno/api/type',
};

/** A CAS with that text in one view, sofa 1, and these structures. */
function xmi(text: string, structures: string, members = ''): SourceFile {
  const spaces = Object.entries(names).map(([prefix, path]) => `xmlns:${prefix}="http:///${path}.ecore"`);
  const view = members === '' ? '' : `<cas:View sofa="1" members="${members}"/>`;
  return fileOf(
    'a.xmi',
    `<?xml version="1.0" encoding="UTF-8"?>
<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:tcas="http:///uima/tcas.ecore" ${spaces.join(' ')} xmi:version="2.0">
<cas:NULL xmi:id="0"/>
${structures}
<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="${text}"/>${view}
</xmi:XMI>`,
  );
}

/** A type system description that types `custom.T` by features and their ranges. */
function typeSystem(
  features: Readonly<Record<string, string>>,
  superType = 'uima.tcas.Annotation',
): SourceFile {
  const described = Object.entries(features).map(
    ([name, range]) =>
      `<featureDescription><name>${name}</name><rangeTypeName>${range}</rangeTypeName></featureDescription>`,
  );
  return fileOf(
    'TypeSystem.xml',
    `<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types><typeDescription><name>custom.T</name><supertypeName>${superType}</supertypeName><features>${described.join('')}</features></typeDescription></types></typeSystemDescription>`,
  );
}

const spansOf = ({ dataset }: DatasetReading) =>
  dataset.articles.flatMap(({ spans = [] }) =>
    spans.map(({ tag, text, attributes }) => [tag, text, attributes]),
  );
const linksOf = ({ dataset }: DatasetReading) =>
  dataset.articles.flatMap(({ relations = [] }) =>
    relations.map(({ type, from, to, attributes }) => [from, type, to, attributes]),
  );

describe('annotations of other programs', () => {
  test('offsets are UTF-16 units; one inside a character is moved outwards and said', async () => {
    const reading = await readingOf(
      xmi(
        '&#x1F600;ab',
        '<x:T xmi:id="2" sofa="1" begin="2" end="3"/>\n<x:T xmi:id="3" sofa="1" begin="1" end="3"/>',
      ),
    );
    expect(reading.dataset.articles[0]?.spans).toMatchObject([
      { start: 1, end: 2, text: 'a' },
      { start: 0, end: 2, text: '😀a' },
    ]);
    expect(reading.faults).toMatchObject([{ effect: 'mended', item: 'span', id: '3', line: 5 }]);
  });

  test('the tag is the label, else the short name of the type; addresses of concepts are no labels', async () => {
    const reading = await readingOf(
      xmi(
        'abcd',
        `<x:T xmi:id="2" sofa="1" begin="0" end="1" value="PER"/><x:T xmi:id="3" sofa="1" begin="1" end="2"/>
<x:T xmi:id="4" sofa="1" begin="2" end="3" identifier="http://w.org/Q1"/><x:T xmi:id="5" sofa="1" begin="3" end="4" identifier="Q1" note="n"/>`,
      ),
    );
    expect(spansOf(reading)).toEqual([
      ['PER', 'a', { layer: 'custom.T' }],
      ['T', 'b', {}],
      ['T', 'c', { identifier: 'http://w.org/Q1' }],
      ['Q1', 'd', { layer: 'custom.T', note: 'n' }],
    ]);
  });

  test('the type system tells numbers, booleans, arrays and references from texts', async () => {
    const cas = xmi(
      'abc',
      `<x:T xmi:id="2" sofa="1" begin="0" end="1" n="3" f="1.5" b="true" s="7" many="1 2" other="3"><texts>x y</texts><texts/></x:T>
<x:T xmi:id="3" sofa="1" begin="1" end="2" n="many"/>`,
    );
    const types = typeSystem({
      n: 'uima.cas.Integer',
      f: 'uima.cas.Double',
      b: 'uima.cas.Boolean',
      s: 'uima.cas.String',
      many: 'uima.cas.IntegerArray',
      texts: 'uima.cas.StringArray',
      other: 'uima.tcas.Annotation',
    });
    const reading = await readingOf(cas, types);
    expect(spansOf(reading)).toEqual([
      ['T', 'a', { n: 3, f: 1.5, b: true, s: '7', many: [1, 2], texts: ['x y', ''] }],
      ['T', 'b', { n: 'many' }],
    ]);
    expect(linksOf(reading)).toEqual([['2', 'other', '3', {}]]);
    // Without it every one of them is a text.
    expect(spansOf(await readingOf(cas))[0]).toEqual([
      'T',
      'a',
      { n: '3', f: '1.5', b: 'true', s: '7', many: '1 2', other: '3', texts: ['x y', ''] },
    ]);
  });

  test('arrays and lists may be structures of their own', async () => {
    const reading = await readingOf(
      xmi(
        'abc',
        `<x:T xmi:id="2" sofa="1" begin="0" end="1" refs="4" list="5"/><x:T xmi:id="3" sofa="1" begin="1" end="2"/>
<cas:FSArray xmi:id="4" elements="3 2"/>
<cas:NonEmptyFSList xmi:id="5" head="3" tail="6"/><cas:NonEmptyFSList xmi:id="6" head="3" tail="5"/>`,
      ),
      typeSystem({ refs: 'uima.cas.FSArray', list: 'uima.cas.FSList' }),
    );
    expect(linksOf(reading)).toEqual([
      ['2', 'refs', '3', {}],
      ['2', 'refs', '2', {}],
      ['2', 'list', '3', {}],
      ['2', 'list', '3', {}],
    ]);
  });

  test('relations link spans; a token that one links becomes a span; tokens are counted otherwise', async () => {
    const reading = await readingOf(
      xmi(
        'ab c',
        `<t:Token xmi:id="2" sofa="1" begin="0" end="2"/><t:Token xmi:id="3" sofa="1" begin="3" end="4"/>
<x:T xmi:id="4" sofa="1" begin="0" end="1"/>
<x:R xmi:id="5" sofa="1" begin="0" end="1" Governor="4" Dependent="3" value="says" weight="1"/>
<x:R xmi:id="6" sofa="1" begin="0" end="1" Governor="99" Dependent="3"/>`,
      ),
    );
    expect(spansOf(reading)).toEqual([
      ['T', 'a', {}],
      ['Token', 'c', {}],
    ]);
    expect(linksOf(reading)).toEqual([['4', 'says', '3', { layer: 'custom.R', weight: '1' }]]);
    expect(reading.faults).toMatchObject([{ item: 'relation', id: '6', effect: 'refused', line: 7 }]);
    expect(reading.unknownKeys).toEqual([{ path: `${names.t.replaceAll('/', '.')}.Token`, count: 2 }]);
  });

  test('slots are relations named by their role, chains by “next”', async () => {
    const reading = await readingOf(
      xmi(
        'abcd',
        `<x:T xmi:id="2" sofa="1" begin="0" end="1" args="4 5"/><x:T xmi:id="3" sofa="1" begin="1" end="2"/>
<x:Link xmi:id="4" role="Agent" target="3"/><x:Link xmi:id="5" target="3"/>
<x:L xmi:id="6" sofa="1" begin="2" end="3" next="7"/><x:L xmi:id="7" sofa="1" begin="3" end="4"/><x:Chain xmi:id="8" sofa="1" first="6"/>`,
      ),
    );
    expect(linksOf(reading)).toEqual([
      ['2', 'Agent', '3', { slot: 'args' }],
      ['2', 'args', '3', {}],
      ['6', 'next', '7', {}],
    ]);
    expect(reading.unknownKeys).toEqual([]);
  });

  test('the document gives id, title and metadata, INCEpTION’s note of it the annotator', async () => {
    const reading = await readingOf(
      xmi(
        'ab',
        `<m:DocumentMetaData xmi:id="2" sofa="1" begin="0" end="2" language="de" documentId="d.txt" documentTitle="T" collectionId="c" isLastSegment="false" odd="1"/>
<w:CASMetadata xmi:id="3" username="ana"/><x:T xmi:id="4" sofa="1" begin="0" end="1"/>`,
        '2 3 4',
      ),
    );
    expect(reading.dataset.annotators).toEqual([{ id: 'ana', name: 'ana' }]);
    expect(reading.dataset.articles).toMatchObject([
      {
        id: 'd.txt',
        title: 'T',
        metadata: { language: 'de', collectionId: 'c' },
        spans: [{ annotator: 'ana' }],
      },
    ]);
    expect(reading.unknownKeys.map(({ path }) => path)).toContain('DocumentMetaData.odd');
  });

  test('what is not indexed in the view is not there; each view with a text is an article', async () => {
    const two = xmi(
      'ab',
      `<x:T xmi:id="2" sofa="1" begin="0" end="1"/><x:T xmi:id="3" sofa="1" begin="0" end="2"/>
<cas:Sofa xmi:id="9" sofaNum="2" sofaID="Other" sofaString="xy"/><x:T xmi:id="4" sofa="9" begin="1" end="2"/>`,
      '3',
    );
    const { dataset } = await readingOf(two);
    expect(
      dataset.articles.map(({ id, text, spans = [] }) => [id, text, spans.map((span) => span.text)]),
    ).toEqual([
      ['a/Other', 'xy', ['y']],
      ['a/_InitialView', 'ab', ['ab']],
    ]);
  });

  test('what cannot be a span is refused with its line', async () => {
    const { faults, dataset } = await readingOf(
      xmi(
        'ab',
        '<x:T xmi:id="2" sofa="1" begin="1" end="1"/>\n<x:T xmi:id="3" sofa="1" begin="0" end="9"/>\n<tcas:Annotation xmi:id="4" sofa="1" begin="x" end="9"/>',
      ),
    );
    expect(dataset.articles[0]?.spans).toEqual([]);
    expect(faults.map(({ id, line, reason }) => [id, line, reason])).toEqual([
      ['2', 4, 'it covers no text: it begins at 1 and ends at 1'],
      ['3', 5, 'it ends at 9, beyond the text’s 2 UTF-16 units'],
      ['4', 6, 'it does not say where it begins and ends'],
    ]);
  });

  test('carriage returns in the text become line feeds, and the places move with them', async () => {
    const { dataset } = await readingOf(xmi('a&#13;&#10;b', '<x:T xmi:id="2" sofa="1" begin="3" end="4"/>'));
    expect(dataset.articles[0]).toMatchObject({ text: 'a\nb', spans: [{ start: 2, end: 3, text: 'b' }] });
  });
});

describe('files as a whole', () => {
  test('are refused with a sentence that names them', async () => {
    const message = async (...files: SourceFile[]) => {
      const read = await readDatasetFiles(files);
      return read.ok ? '' : read.reason.message;
    };
    expect(await message(fileOf('a.xmi', '<xmi:XMI xmlns:xmi="x"'))).toMatch(
      /“a\.xmi” cannot be read: in line 1/,
    );
    expect(await message(fileOf('b.xmi', '<a/>'))).toMatch(/first element is not XMI/);
    expect(await message(fileOf('c.xmi', '<XMI/>'))).toMatch(/“c\.xmi” holds no text/);
    expect(await message(xmi('ab', ''), fileOf('TypeSystem.xml', '<a>'))).toMatch(
      /“TypeSystem\.xml” cannot be read/,
    );
  });

  test('are given up where arrays are shared beyond all use', async () => {
    const spans = Array.from(
      { length: 5_000 },
      (_, i) => `<x:T xmi:id="${i + 10}" sofa="1" begin="0" end="1" refs="2"/>`,
    );
    const array = `<cas:FSArray xmi:id="2" elements="${'10 '.repeat(5_000).trim()}"/>`;
    const file = xmi('ab', array + spans.join(''));
    const started = performance.now();
    const read = await readDatasetFiles([file, typeSystem({ refs: 'uima.cas.FSArray' })]);
    expect(read).toMatchObject({
      ok: false,
      reason: { message: expect.stringMatching(/share more elements/) },
    });
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test('are recognised by what is in them, and other XML is left to others', () => {
    const { bytes } = xmi('ab', '');
    expect(format.recognise({ name: 'a.xmi', bytes })).toBe('content');
    expect(format.recognise({ name: 'a.xml', bytes })).toBe('content');
    expect(format.recognise(fileOf('a.xml', '<TEI/>'))).toBe('no');
    expect(format.recognise(fileOf('a.xmi', 'x'))).toBe('ending');
  });

  test('are written with the type system of all that is in them beside them', async () => {
    const files = await filesOf(
      format,
      datasetOf({
        text: '😀 ab',
        title: 'T',
        spans: [spanAt('s', 'claim', 'ab', 2, { attributes: { n: 1, 'k\0': 'v' } })],
      }),
    );
    expect([...files.keys()]).toEqual(['TypeSystem.xml', 'a.xmi']);
    const document = files.get('a.xmi') ?? '';
    expect(document).toContain('begin="3" end="5" attributes="');
    expect(document).toContain('documentId="a" documentTitle="T"');
    // UIMA makes 0 of numbers that are not there.
    expect(files.get('TypeSystem.xml')).not.toMatch(/uima\.cas\.(?:Integer|Long|Double)</);
    const described = new Set(
      [...(files.get('TypeSystem.xml') ?? '').matchAll(/<name>([\w.]+)<\/name>/g)].map(([, name]) => name),
    );
    const tree = xmlTree(document);
    if (!tree.ok) throw new Error(tree.reason.reason);
    for (const child of tree.value.children) {
      if (typeof child === 'string' || child.uri === 'http:///uima/cas.ecore') continue;
      expect(described).toContain(`${child.uri.slice(8, -6).replaceAll('/', '.')}.${child.local}`);
      for (const name of child.attributes.keys()) {
        if (!/^(?:sofa|begin|end|language|\{.*)$/.test(name)) expect(described, name).toContain(name);
      }
    }
  });
});

const suite = 'webanno-tsv/tsv3-suite';
const load = (path: string, name = path): SourceFile => ({
  name,
  bytes: new Uint8Array(readFileSync(sharedData(path))),
});
const casesOf = () =>
  readdirSync(sharedData(suite)).filter((name) => existsSync(sharedData(`${suite}/${name}/reference.xmi`)));

describe.skipIf(!hasSharedData)(`real files${sharedDataNote}`, () => {
  const types = () => load('webanno-tsv/desc/type/webannoTestTypes.xml', 'TypeSystem.xml');

  test('the cases of WebAnno come back the same, with and without their type system', async () => {
    const cases = casesOf();
    expect(cases).toHaveLength(24);
    for (const name of cases) {
      for (const beside of [[types()], []]) {
        const reading = await readingOf(load(`${suite}/${name}/reference.xmi`, 'a.xmi'), ...beside);
        expect(await roundTripDifference(format, reading.dataset), name).toBeUndefined();
        // Only annotations of no width, which a span cannot be, stay out.
        expect(
          reading.faults.filter(({ reason }) => !reason.startsWith('it covers no text')),
          name,
        ).toEqual([]);
      }
    }
  });

  test('what each case of WebAnno is about is read', async () => {
    const read = async (name: string) => readingOf(load(`${suite}/${name}/reference.xmi`, 'a.xmi'), types());
    expect(spansOf(await read('testSentenceWithEmoji'))).toEqual([['NamedEntity', '😊', {}]]);
    expect(linksOf(await read('testSingleTokenRelationWithFeatureValue'))).toEqual([
      ['19', 'nsubj', '55', { layer: 'webanno.custom.Relation' }],
    ]);
    expect(linksOf(await read('testSimpleChain'))).toEqual([
      ['82', 'next', '75', {}],
      ['75', 'next', '68', {}],
    ]);
    expect(linksOf(await read('testSimpleSlotFeature'))).toEqual([
      ['82', 'p1', '68', { slot: 'links' }],
      ['82', 'p2', '72', { slot: 'links' }],
    ]);
  });

  test('those of dkpro-cassis come back the same', async () => {
    const beside = load('uima-cas/typesystems/webanno_types.xml', 'TypeSystem.xml');
    for (const name of [
      'cas_with_two_sofas',
      'empty_cas',
      'small_cas',
      'cas_with_references',
      'cas_with_inheritance',
    ]) {
      const reading = await readingOf(load(`uima-cas/xmi/${name}.xmi`, 'a.xmi'), beside);
      expect(reading.faults, name).toEqual([]);
      expect(await roundTripDifference(format, reading.dataset), name).toBeUndefined();
    }
  });

  test('damaged ones are read or refused, and nothing is thrown', async () => {
    const groups = casesOf().map((name) => [load(`${suite}/${name}/reference.xmi`, 'a.xmi'), types()]);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...groups).chain(damagedOne), async (files) => {
        expect(
          await format.datasets?.read(files[0] ?? fileOf('', ''), { companions: files.slice(1) }),
        ).toHaveProperty('ok');
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 150), seed: 4 },
    );
  }, 3_600_000);
});
