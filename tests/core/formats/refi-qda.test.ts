import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../../src/core/formats/dataset-schema.ts';
import type { SourceFile } from '../../../src/core/formats/format.ts';
import { readDatasetFiles } from '../../../src/core/formats/open-file.ts';
import { datasetFile } from '../../../src/core/formats/packing.ts';
import { Guids } from '../../../src/core/formats/refi-qda/guids.ts';
import { format } from '../../../src/core/formats/refi-qda.format.ts';
import { exportDataset } from '../../../src/core/formats/to-dataset.ts';
import { unzipFiles } from '../../../src/core/formats/unzip-files.ts';
import { ZipWriter } from '../../../src/core/zip/zip-writer.ts';
import { hasSharedData, sharedData, sharedDataNote } from '../arbitraries/shared-data.ts';
import { anyProject, gather } from './random-project.ts';
import { damaged, datasetOf, fileOf, readingOf, roundTripDifference, spanAt, textOf } from './round-trip.ts';
import { schemaFaults } from './schema-check.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const guid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

function zipOf(files: Readonly<Record<string, string | Uint8Array>>, name = 'p.qdpx'): SourceFile {
  const zip = new ZipWriter();
  for (const [path, content] of Object.entries(files))
    zip.add(path, typeof content === 'string' ? encode(content) : content);
  zip.end();
  return { name, bytes: new Uint8Array(Buffer.concat(zip.take())) };
}

const codes = `<CodeBook><Codes><Code guid="${guid(1)}" name="Food" isCodable="true" color="#F00"><Description>What is eaten</Description></Code></Codes></CodeBook>`;
const project = (content: string) =>
  `<?xml version="1.0" encoding="utf-8"?>\n<Project xmlns="urn:QDA-XML:project:1.0" name="Study">\n${content}\n</Project>`;
/** A selection coded with Food. */
const selection = (n: number, start: number, end: number, name = '', more = '') =>
  `<PlainTextSelection guid="${guid(n)}" startPosition="${start}" endPosition="${end}" name="${name}">${more}<Coding guid="${guid(n + 500)}"><CodeRef targetGUID="${guid(1)}"/></Coding></PlainTextSelection>`;
const textSource = (content: string, text = 'internal://T.txt') =>
  `<TextSource guid="${guid(2)}" name="Talk" plainTextPath="${text}">${content}</TextSource>`;
const studyOf = (text: string, selections: string, rest = '') =>
  zipOf({
    'project.qde': project(`${codes}<Sources>${textSource(selections)}</Sources>${rest}`),
    'Sources/t.TXT': text,
  });

const readSpans = (dataset: Dataset) =>
  dataset.articles.flatMap(({ spans = [] }) => spans.map(({ start, end, text }) => [start, end, text]));

describe('projects of other programs', () => {
  test('codes are tags, sources articles, selections spans, users annotators', async () => {
    const file = zipOf({
      'project.qde': project(
        `<Users><User guid="${guid(9)}" name="Ana"/></Users>${codes}<Variables><Variable guid="${guid(7)}" name="Age" typeOfVariable="Integer"/></Variables>
<Sources><TextSource guid="${guid(2)}" name="Talk" plainTextPath="internal://t.txt" creationDateTime="2024-01-15T10:05:00"><Description>By phone</Description>
<PlainTextSelection guid="${guid(3)}" startPosition="1" endPosition="3"><Description>Why?</Description><Coding guid="${guid(4)}" creatingUser="${guid(9).toUpperCase()}" creationDateTime="2024-01-16T10:05:00Z"><CodeRef targetGUID="${guid(1)}"/><NoteRef targetGUID="${guid(8)}"/></Coding></PlainTextSelection>
<VariableValue><VariableRef targetGUID="${guid(7)}"/><IntegerValue>34</IntegerValue></VariableValue></TextSource></Sources>
<Notes><Note guid="${guid(8)}"><PlainTextContent>Because.</PlainTextContent></Note></Notes><Sets><Set guid="${guid(6)}" name="North"><MemberSource targetGUID="${guid(2)}"/></Set></Sets>`,
      ),
      'sources/t.txt': 'abcd',
    });
    const { dataset, faults, unknownKeys } = await readingOf(file);
    expect([faults, unknownKeys]).toEqual([[], []]);
    expect(dataset).toMatchObject({
      project: { name: 'Study' },
      annotators: [{ id: guid(9), name: 'Ana' }],
      tagSet: {
        tags: [
          {
            id: 'Food',
            name: 'Food',
            guideline: 'What is eaten',
            colour: { dark: expect.stringMatching(/^#/) },
          },
        ],
      },
      articles: [
        {
          id: guid(2),
          title: 'Talk',
          note: 'By phone',
          createdAt: '2024-01-15T10:05:00Z',
          metadata: { Age: '34' },
          labels: ['North'],
          spans: [
            {
              id: guid(3),
              tag: 'Food',
              text: 'bc',
              note: 'Why?\n\nBecause.',
              annotator: guid(9),
              createdAt: '2024-01-16T10:05:00Z',
            },
          ],
        },
      ],
    });
  });

  test('offsets count characters, unless more names show UTF-16 units or line ends as one', async () => {
    const astral = await readingOf(studyOf('😀😀 bread and butter', selection(3, 3, 8, 'bread')));
    expect(readSpans(astral.dataset)).toEqual([[3, 8, 'bread']]);
    const utf16 = await readingOf(studyOf('😀😀 bread and butter', selection(3, 5, 10, 'bread')));
    expect(readSpans(utf16.dataset)).toEqual([[3, 8, 'bread']]);
    expect(utf16.faults).toMatchObject([
      { effect: 'mended', item: 'article', reason: expect.stringMatching(/UTF-16/) },
    ]);
    const long = await readingOf(studyOf('😀\r\n\r\nbread', selection(3, 5, 10, 'bread')));
    expect(readSpans(long.dataset)).toEqual([[3, 8, 'bread']]);
    const short = await readingOf(studyOf('😀\r\n\r\nbread', selection(3, 3, 8, 'bread')));
    expect(readSpans(short.dataset)).toEqual([[3, 8, 'bread']]);
    const both = await readingOf(studyOf('😀\r\n\r\nbread', selection(3, 4, 9, 'bread')));
    expect(readSpans(both.dataset)).toEqual([[3, 8, 'bread']]);
    expect([short, both].map(({ faults }) => faults[0]?.reason)).toEqual([
      expect.stringMatching(/in characters, line ends as one/),
      expect.stringMatching(/in UTF-16 units, line ends as one/),
    ]);
  });

  test('a name that stands elsewhere is told, one that stands nowhere is kept, one cut short is the text', async () => {
    const text = 'Milk and honey, bread and butter';
    const { dataset, faults } = await readingOf(
      studyOf(
        text,
        selection(3, 0, 4, 'honey') +
          '\n' +
          selection(4, 0, 4, 'Quote 7') +
          selection(5, 0, 22, 'Milk and honey,…'),
      ),
    );
    expect(faults).toMatchObject([
      {
        effect: 'mended',
        item: 'span',
        id: guid(3),
        line: 3,
        reason: expect.stringMatching(/“honey”.*“Milk”/),
      },
    ]);
    expect(dataset.articles[0]?.spans?.map(({ text: quote, attributes }) => [quote, attributes])).toEqual([
      ['Milk', {}],
      ['Milk', { name: 'Quote 7' }],
      ['Milk and honey, bread ', {}],
    ]);
  });

  test('links between selections are relations, links from notes are notes', async () => {
    const { dataset, faults } = await readingOf(
      studyOf(
        'abcd',
        selection(3, 0, 1) + selection(4, 1, 2),
        `<Notes><Note guid="${guid(5)}"><PlainTextContent>See.</PlainTextContent></Note></Notes><Links><Link guid="${guid(6)}" name="leads to" direction="OneWay" originGUID="${guid(3)}" targetGUID="${guid(4)}"/>
<Link guid="${guid(7)}" originGUID="${guid(4)}" targetGUID="${guid(3)}"/><Link guid="${guid(8)}" originGUID="${guid(5)}" targetGUID="${guid(4)}"/>
<Link guid="${guid(9)}" originGUID="${guid(3)}" targetGUID="${guid(1)}"/></Links>`,
      ),
    );
    expect(dataset.articles[0]).toMatchObject({
      spans: [{ note: '' }, { note: 'See.' }],
      relations: [
        { type: 'leads to', from: guid(3), to: guid(4), attributes: {} },
        { type: 'link', from: guid(4), to: guid(3), attributes: { direction: 'Associative' } },
      ],
    });
    expect(faults).toMatchObject([{ item: 'relation', id: guid(9), line: 5, effect: 'refused' }]);
  });

  test('cases are the cast, and their selections mention them', async () => {
    const { dataset } = await readingOf(
      zipOf({
        'project.qde': project(
          `${codes}<Cases><Case guid="${guid(6)}" name="Mabel"><Description>A nurse</Description><SelectionRef targetGUID="${guid(3)}"/></Case></Cases><Sources>${textSource(selection(3, 0, 1))}</Sources>`,
        ),
        'sources/t.txt': 'ab',
      }),
    );
    expect(dataset.entities).toEqual([{ id: guid(6), name: 'Mabel', note: 'A nurse', kind: 'other' }]);
    expect(dataset.articles[0]?.spans).toMatchObject([{ attributes: { entity: guid(6) } }]);
  });

  test('codes within codes are told apart by their path where need be; categories are no tags', async () => {
    const code = (n: number, name: string, within = '', isCodable = true) =>
      `<Code guid="${guid(n)}" name="${name}" isCodable="${isCodable}">${within}</Code>`;
    const book = `<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>${code(1, 'A', code(2, 'x') + code(3, 'y'), false)}${code(4, 'B', code(5, 'x'))}</Codes></CodeBook>`;
    const { dataset, unknownKeys } = await readingOf(fileOf('b.qdc', book));
    expect(dataset.tagSet?.tags.map(({ id }) => id)).toEqual(['A/x', 'y', 'B', 'B/x']);
    expect(dataset.articles).toEqual([]);
    expect(unknownKeys).toEqual([{ path: 'CodeBook.Codes.Code.Code', count: 3 }]);
  });

  test('what has no text here is refused, each with its reason and line', async () => {
    const file = zipOf({
      'project.qde': project(
        `${codes}<Sources>
${textSource(selection(3, 0, 9), 'internal://gone.txt')}
<TextSource guid="${guid(10)}" name="Far" plainTextPath="relative:///x.txt"/>
<PictureSource guid="${guid(11)}" name="Pic"><PictureSelection guid="${guid(12)}" firstX="0" firstY="0" secondX="1" secondY="1"/></PictureSource>
<AudioSource guid="${guid(13)}" name="Tape"/>
<TextSource guid="${guid(14)}" name="Inline"><PlainTextContent>ab</PlainTextContent>${selection(15, 0, 9)}<PlainTextSelection guid="${guid(16)}" startPosition="0" endPosition="1"/>${selection(17, 0, 1).replace(guid(1), guid(99))}</TextSource>
</Sources>`,
      ),
    });
    const { faults, dataset } = await readingOf(file);
    expect(faults.map(({ item, id, line, reason }) => [item, id, line, reason])).toEqual([
      ['article', 'Talk', 4, 'its text “internal://gone.txt” is missing in the project'],
      ['article', 'Far', 5, 'its text stands outside the project, at “relative:///x.txt”'],
      ['span', guid(12), 6, 'it marks a part of a page, picture or recording, not of a text'],
      ['article', 'Pic', 6, 'it is a picture, not a text'],
      ['article', 'Tape', 7, 'it is a recording without a transcript'],
      ['span', guid(15), 8, 'it stands at 0 to 9, which is no part of the text of 2 characters'],
      ['span', guid(16), 8, 'it has no code'],
      ['span', guid(17), 8, 'its code is not in the code book'],
    ]);
    expect(dataset.articles.map(({ title }) => title)).toEqual(['Inline']);
  });

  test('texts in other encodings, with marks and Windows line ends', async () => {
    const utf16 = new Uint8Array(Buffer.from('\ufeffé\r\nbread', 'utf16le'));
    const { dataset } = await readingOf(
      zipOf({
        'project.qde': project(`${codes}<Sources>${textSource(selection(3, 3, 8))}</Sources>`),
        'sources/t.txt': utf16,
      }),
    );
    expect(dataset.articles[0]).toMatchObject({
      text: 'é\nbread',
      spans: [{ start: 2, end: 7, text: 'bread' }],
    });
  });
});

describe('files as a whole', () => {
  test('are recognised by what is in them', () => {
    const study = studyOf('ab', '');
    expect(format.recognise({ ...study, name: 'x.zip' })).toBe('content');
    expect(format.recognise(zipOf({ 'a.txt': 'b' }))).toBe('no');
    expect(format.recognise(fileOf('a.xml', project('')))).toBe('content');
    expect(format.recognise(fileOf('a.xml', '<Project xmlns="maven"/>'))).toBe('no');
  });

  test('are refused with a sentence', async () => {
    const message = async (file: SourceFile) => {
      const read = await readDatasetFiles([file]);
      return read.ok ? '' : read.reason.message;
    };
    expect(
      await message(fileOf('a.qde', '<Project xmlns="urn:QDA-XML:project:1.0" >\n<a></Project>')),
    ).toMatch(/“a\.qde” cannot be read: in line 2/);
    expect(await message(fileOf('a.qde', '<a/>'))).toMatch(/no REFI-QDA project/);
    expect(await message({ ...zipOf({ 'a.txt': '' }), name: 'a.qdpx' })).toMatch(/“a/);
  });

  test('GUIDs stay, other ids become one, always the same, and no two are alike', () => {
    const guids = new Guids();
    expect(guids.of('source', guid(1))).toBe(guid(1));
    expect(guids.of('selection', guid(1))).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(guids.of('selection', guid(1))).not.toBe(guid(1));
    expect(guids.of('code', 'claim')).toBe(new Guids().of('code', 'claim'));
    expect(guids.of('code', 'claim')).not.toBe(guids.of('user', 'claim'));
  });

  test('other programs find texts, codes and places; pieces of one span are selections each', async () => {
    const text = '\ufeff😀 one two three';
    const one: Dataset = {
      ...datasetOf({
        text,
        title: 'T',
        spans: [
          spanAt('s1', 'claim', 'one', 3),
          {
            ...spanAt('s2', 'claim', 'one three', 3),
            end: 16,
            fragments: [
              { start: 3, end: 6 },
              { start: 11, end: 16 },
            ],
          },
        ],
      }),
      tagSet: {
        tags: [
          {
            id: 'claim',
            name: 'Claim',
            colour: { light: '#9a5b00', dark: '#e8b25a' },
            guideline: 'What is said',
          },
        ],
      },
    };
    const files = await unzipped(one);
    const document = textOf(files.get('project.qde') ?? new Uint8Array());
    expect(document).toMatch(/<Code guid="[^"]+" name="Claim" isCodable="true" color="#9a5b00">/);
    expect(document.match(/startPosition="\d+" endPosition="\d+"/g)).toEqual([
      'startPosition="3" endPosition="6"',
      'startPosition="3" endPosition="6"',
      'startPosition="11" endPosition="16"',
    ]);
    const path = /plainTextPath="internal:\/\/([^"]+)"/.exec(document)?.[1];
    expect(textOf(files.get(`sources/${path}`) ?? new Uint8Array())).toBe(`\ufeff${text}`);
    // Without what only Ascribe reads, a program finds the same spans, piece by piece.
    const plain = zipOf({
      'project.qde': document.replace(/<\?ascribe .*?\?>/g, ''),
      [`sources/${path}`]: `\ufeff${text}`,
    });
    const { dataset, faults } = await readingOf(plain);
    expect(faults).toEqual([]);
    expect(dataset.tagSet?.tags).toMatchObject([{ id: 'Claim', guideline: 'What is said' }]);
    expect(dataset.articles[0]?.spans?.map((span) => span.text)).toEqual(['one', 'one', 'three']);
  });
});

async function unzipped({ articles, ...head }: Dataset): Promise<ReadonlyMap<string, Uint8Array>> {
  if (format.writer === undefined) throw new Error('it is written');
  const files = unzipFiles(await gather(datasetFile(format.writer, head, articles, articles.length)));
  if (!files.ok) throw new Error(files.reason);
  return new Map(files.value.map(({ name, bytes }) => [name, bytes]));
}

const load = (path: string): SourceFile => ({
  name: path.slice(path.lastIndexOf('/') + 1),
  bytes: new Uint8Array(readFileSync(sharedData(`refi-qda/${path}`))),
});
const handAuthored = () =>
  zipOf({
    'project.qde': load('hand_authored/project.qde').bytes,
    'sources/11111111-1111-1111-1111-111111111111.txt': load(
      'hand_authored/sources/11111111-1111-1111-1111-111111111111.txt',
    ).bytes,
  });

describe.skipIf(!hasSharedData)(`real files${sharedDataNote}`, () => {
  const schemaPath = () => sharedData('refi-qda/src/Project.xsd');

  test('a whole project comes in with its code book, cast and overlapping selections', async () => {
    const { dataset, faults, unknownKeys } = await readingOf(handAuthored());
    expect(dataset.tagSet?.tags.map(({ name }) => name)).toEqual(['Health', 'Diet', 'Wellbeing']);
    expect(dataset.entities).toMatchObject([
      { name: 'Participant 1', note: 'A pseudonymised interview participant.\nAge: 34\nConsented: true' },
    ]);
    const found = dataset.articles.map(({ title, spans }) => [
      title,
      spans?.map(({ tag, text }) => [tag, text]),
    ]);
    expect(found).toEqual([
      [
        'Interview 1.txt',
        [
          ['Health', 'Diet and health'],
          ['Diet', 'health are clo'],
        ],
      ],
      ['doc.pdf', []],
      ['interview.m4a', [['Diet', 'Diet and health are ']]],
    ]);
    expect(dataset.articles[0]).toMatchObject({
      labels: ['Diet-related'],
      spans: [
        {
          note: 'Remember to follow up on diet-related comments.',
          attributes: { entity: dataset.entities?.[0]?.id },
        },
        { note: '' },
      ],
    });
    expect(faults.map(({ effect, item, line }) => [effect, item, line])).toEqual([
      // Its name is not what stands at its place, which is kept.
      ['mended', 'span', 58],
      ['refused', 'span', 68],
      ['refused', 'article', 66],
      ['refused', 'span', 77],
      ['refused', 'span', 104],
      ['refused', 'span', 112],
      ['refused', 'article', 110],
    ]);
    expect(unknownKeys).toContainEqual({ path: 'Graphs.Graph', count: 1 });
    expect(await roundTripDifference(format, dataset)).toBeUndefined();
  });

  test('of the ATLAS.ti project, whose texts are missing, the codes come in and every source is refused', async () => {
    const packed = await readingOf(load('TestProject.qdpx'));
    expect(await readingOf(load('Project.qde'))).toEqual(packed);
    expect(packed.dataset.articles).toEqual([]);
    expect(packed.dataset.tagSet?.tags).toHaveLength(14);
    expect(packed.dataset.annotators?.map(({ name }) => name)).toEqual([
      'ATLAS.ti',
      'Friedrich Markgraf',
      'Sebastian Petrausch',
    ]);
    const articles = packed.faults.filter(({ item }) => item === 'article');
    expect(articles.filter(({ reason }) => / is missing in the project$/.test(reason))).toHaveLength(11);
    expect(articles.map(({ reason }) => reason)).toContain('it is a picture, not a text');
    expect(packed.faults.every(({ effect, line }) => effect === 'refused' && line !== undefined)).toBe(true);
  });

  test('what is written is valid by the published schema', async () => {
    const schema = readFileSync(schemaPath(), 'utf8');
    const hand = await readingOf(handAuthored());
    const states = fc.sample(anyProject, { numRuns: 40, seed: 5 });
    const datasets = [hand.dataset, ...states.map((state) => exportDataset(state, { kind: 'snapshot' }))];
    // The check itself knows what is valid.
    expect(schemaFaults(schema, textOf(load('hand_authored/project.qde').bytes))).toEqual([]);
    expect(schemaFaults(schema, textOf(load('Project.qde').bytes))).toEqual([]);
    expect(schemaFaults(schema, project('<Users/><Sources><TextSource/></Sources>'))).toHaveLength(2);
    expect(schemaFaults(schema, project(`<Users><User guid="${guid(1)}">\n</User></Users>`))).toHaveLength(1);
    const documents: string[] = [];
    for (const dataset of datasets) {
      const document = textOf((await unzipped(dataset)).get('project.qde') ?? new Uint8Array());
      expect(schemaFaults(schema, document)).toEqual([]);
      documents.push(document);
    }
    checkWithXmllint(documents, schemaPath());
  });

  test('damaged ones are read or refused, and nothing is thrown', async () => {
    const files = [handAuthored(), load('hand_authored/project.qde'), load('Project.qde')];
    await fc.assert(
      fc.asyncProperty(
        fc
          .constantFrom(...files)
          .chain(({ name, bytes }) => damaged(bytes).map((broken) => ({ name, bytes: broken }))),
        async (file) => {
          expect(await format.datasets?.read(file)).toHaveProperty('ok');
        },
      ),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 150), seed: 4 },
    );
  }, 3_600_000);
});

/** The same once more with libxml2, where its program is installed. */
function checkWithXmllint(documents: readonly string[], schema: string): void {
  if (spawnSync('xmllint', ['--version']).error !== undefined) return;
  const folder = mkdtempSync(join(tmpdir(), 'refi-qda-'));
  try {
    const paths = documents.map((document, i) => {
      const path = join(folder, `${i}.qde`);
      writeFileSync(path, document);
      return path;
    });
    const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', schema, ...paths], {
      encoding: 'utf8',
    });
    expect({
      status,
      fault: stderr.split('\n').find((line) => !line.endsWith(' validates') && line !== ''),
    }).toEqual({ status: 0, fault: undefined });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
