import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { SourceFile } from '../../../src/core/formats/format.ts';
import { readDatasetFile, readDatasetFiles } from '../../../src/core/formats/open-file.ts';
import { bestFormat } from '../../../src/core/formats/registry.ts';
import { format } from '../../../src/core/formats/w3c.format.ts';
import { hasSharedData, sharedData, sharedDataNote } from '../arbitraries/shared-data.ts';
import { differenceOfRoundTrip, fileOf, mutant, readAsDataset, realFile, written } from './real-files.ts';

const context = 'http://www.w3.org/ns/anno.jsonld';
const page = 'http://example.org/page1';
const text = '😀 Ana met Bob. Ana left.';
const source = { id: page, type: 'TextualBody', format: 'text/plain', value: text };

function annotation(more: object) {
  return { '@context': context, type: 'Annotation', ...more };
}

function tag(id: string, value: string, selector: object, more: object = {}) {
  return annotation({
    id,
    motivation: 'tagging',
    body: { type: 'TextualBody', purpose: 'tagging', value },
    target: { source: page, selector },
    ...more,
  });
}

const position = (start: number, end: number) => ({ type: 'TextPositionSelector', start, end });
const withText = annotation({ id: 'http://example.org/about', motivation: 'describing', target: { source } });

function file(value: unknown, name = 'a.jsonld'): SourceFile {
  return fileOf(name, JSON.stringify(value, null, 1));
}

describe('reading', () => {
  test('takes spans with tags, notes, flags, attributes and who made them', async () => {
    const { dataset, faults, unknownKeys } = await readAsDataset(
      file([
        tag('http://example.org/1', 'PER', [position(2, 5), { type: 'TextQuoteSelector', exact: 'Ana' }], {
          creator: { id: 'http://example.org/ana', type: 'Person', name: 'Ana' },
          created: '2015-01-28T12:00:00Z',
          modified: '2015-01-29T09:00:00Z',
          generator: 'http://example.org/client1',
          rights: 'http://example.org/cc0',
          body: [
            { type: 'TextualBody', purpose: 'tagging', value: 'PER' },
            { type: 'TextualBody', purpose: 'commenting', value: 'one' },
            { type: 'TextualBody', purpose: 'describing', value: 'two' },
            { type: 'TextualBody', purpose: 'moderating', value: 'flagged' },
            { type: 'TextualBody', purpose: 'describing', format: 'application/json', value: '{"n":[1]}' },
            'http://example.org/post1',
          ],
        }),
        withText,
      ]),
    );
    expect(faults).toEqual([]);
    expect(dataset.articles).toMatchObject([
      {
        id: page,
        text,
        spans: [
          {
            id: 'http://example.org/1',
            tag: 'PER',
            start: 2,
            end: 5,
            text: 'Ana',
            note: 'one\ntwo',
            flagged: true,
            attributes: { n: [1] },
            annotator: 'http://example.org/ana',
            createdAt: '2015-01-28T12:00:00Z',
            updatedAt: '2015-01-29T09:00:00Z',
          },
        ],
      },
    ]);
    expect(dataset.annotators).toEqual([{ id: 'http://example.org/ana', name: 'Ana' }]);
    expect(unknownKeys).toEqual([
      { path: 'annotation.rights', count: 1 },
      { path: 'body', count: 1 },
      { path: 'generator', count: 1 },
    ]);
  });

  test.each(['{"n":', `{"n":${'['.repeat(20_000)}${']'.repeat(20_000)}}`, '{"__proto__":{}}', '[1]'])(
    'counts bodies in JSON that hold no attributes as notes: %#',
    async (value) => {
      const body = { type: 'TextualBody', purpose: 'describing', format: 'application/json', value };
      const { dataset } = await readAsDataset(file([withText, tag('urn:a:1', '', position(2, 5), { body })]));
      expect(dataset.articles[0]?.spans).toMatchObject([{ note: value, attributes: {} }]);
    },
  );

  test('makes a span of each tag, class and target, and names what has none after its motivation', async () => {
    const { dataset } = await readAsDataset(
      file([
        withText,
        tag('urn:a:1', '', position(2, 5), {
          body: [
            { type: 'TextualBody', purpose: 'tagging', value: 'A' },
            { type: 'SpecificResource', purpose: 'classifying', source: 'http://example.org/vocab#B' },
          ],
        }),
        tag('urn:a:2', 'C', position(0, 1), {
          target: [
            { source: page, selector: position(2, 5) },
            { source: page, selector: position(10, 13) },
          ],
        }),
        annotation({ id: 'urn:a:3', motivation: 'highlighting', target: `${page}#char=6,9` }),
        annotation({
          id: 'urn:a:4',
          bodyValue: 'a word',
          target: { source: page, selector: position(6, 9) },
        }),
      ]),
    );
    expect(
      dataset.articles[0]?.spans?.map(({ id, tag: name, start, note }) => [id, name, start, note]),
    ).toEqual([
      ['urn:a:1', 'A', 2, undefined],
      ['urn:a:1/2', 'http://example.org/vocab#B', 2, undefined],
      ['urn:a:2', 'C', 2, undefined],
      ['urn:a:2/2', 'C', 10, undefined],
      ['urn:a:3', 'highlighting', 6, undefined],
      ['urn:a:4', 'annotation', 6, 'a word'],
    ]);
  });

  test.each(['List', 'Composite', 'oa:List'])('makes a discontinuous span of a %s', async (type) => {
    const items = [
      { source: page, selector: position(10, 13) },
      { source: page, selector: position(2, 5) },
    ];
    const { dataset } = await readAsDataset(
      file([withText, tag('urn:a:1', 'A', {}, { target: { type, items } })]),
    );
    expect(dataset.articles[0]?.spans).toMatchObject([
      {
        start: 2,
        end: 13,
        text: 'Ana Bob',
        fragments: [
          { start: 2, end: 5 },
          { start: 10, end: 13 },
        ],
      },
    ]);
  });

  test('makes one stretch of parts that touch or overlap', async () => {
    const parts = [position(6, 9), position(2, 5), position(5, 7)];
    const items = parts.map((selector) => ({ source: page, selector }));
    const { dataset } = await readAsDataset(
      file([withText, tag('urn:a:1', 'A', {}, { target: { type: 'List', items } })]),
    );
    const [span] = dataset.articles[0]?.spans ?? [];
    expect(span).toMatchObject({ start: 2, end: 9, text: 'Ana met' });
    expect(span).not.toHaveProperty('fragments');
  });

  test('keeps links within a text', async () => {
    const other = { ...source, id: 'urn:t:2' };
    const { dataset, faults } = await readAsDataset(
      file([
        withText,
        annotation({ id: 'urn:about:2', motivation: 'describing', target: { source: other } }),
        tag('urn:a:1', 'A', position(2, 5)),
        tag('urn:a:2', 'A', {}, { target: { source: other, selector: position(2, 5) } }),
        annotation({ id: 'urn:r:1', motivation: 'linking', target: 'urn:a:1', body: 'urn:a:2' }),
      ]),
    );
    expect(dataset.articles.map(({ relations }) => relations)).toEqual([[], []]);
    expect(faults).toMatchObject([{ id: 'urn:r:1', reason: 'it links annotations of different texts' }]);
  });

  test('takes links to a body, and those between two targets', async () => {
    const link = (id: string, more: object) => annotation({ id, motivation: 'linking', ...more });
    const { dataset, faults } = await readAsDataset(
      file([
        link('urn:r:1', {
          target: 'urn:a:1',
          body: [
            { type: 'SpecificResource', purpose: 'linking', source: 'urn:a:2' },
            { type: 'TextualBody', purpose: 'tagging', value: 'knows' },
          ],
        }),
        link('urn:r:2', { target: [{ id: 'urn:a:2' }, { id: 'urn:a:1' }] }),
        link('urn:r:3', { target: 'urn:a:1', body: 'http://example.org/elsewhere' }),
        link('urn:r:4', { target: 'urn:a:1' }),
        withText,
        tag('urn:a:1', 'PER', position(2, 5)),
        tag('urn:a:2', 'PER', position(10, 13)),
      ]),
    );
    expect(dataset.articles[0]?.relations?.map(({ id, type, from, to }) => [id, type, from, to])).toEqual([
      ['urn:r:1', 'knows', 'urn:a:1', 'urn:a:2'],
      ['urn:r:2', 'linking', 'urn:a:2', 'urn:a:1'],
    ]);
    expect(faults).toMatchObject([
      {
        item: 'relation',
        id: 'urn:r:3',
        reason: 'it links http://example.org/elsewhere, which is no span of this file',
      },
      { item: 'relation', id: 'urn:r:4', reason: 'it says not what it links' },
    ]);
  });

  test('takes what is said of the text as a whole', async () => {
    const { dataset } = await readAsDataset(
      file([
        annotation({
          id: 'urn:a:1',
          motivation: 'bookmarking',
          body: [
            { type: 'TextualBody', value: 'readme', purpose: 'tagging' },
            { type: 'TextualBody', value: 'good', purpose: 'commenting' },
          ],
          target: { ...source, textDirection: 'rtl', 'dc:title': 'T' },
        }),
      ]),
    );
    expect(dataset.articles).toMatchObject([
      { title: 'T', direction: 'rtl', labels: ['readme'], note: 'good' },
    ]);
  });

  test('says what was found by its quote, and what is nowhere', async () => {
    const { dataset, faults } = await readAsDataset(
      file([
        withText,
        tag('urn:a:1', 'A', [{ type: 'TextQuoteSelector', exact: 'met' }, position(0, 3)]),
        tag('urn:a:2', 'A', { type: 'XPathSelector', value: '/p' }),
        tag('urn:a:3', 'A', position(0, 99)),
      ]),
    );
    expect(dataset.articles[0]?.spans).toMatchObject([{ start: 6, end: 9 }]);
    expect(faults).toMatchObject([
      {
        effect: 'mended',
        id: 'urn:a:1',
        reason: 'its position does not read what it quotes; it was found by the quote',
      },
      { effect: 'refused', id: 'urn:a:2' },
      { effect: 'refused', id: 'urn:a:3', reason: expect.stringContaining('beyond the text') },
    ]);
  });

  test('takes pages and collections, and says which pages are elsewhere', async () => {
    const items = [withText, tag('urn:a:1', 'A', position(2, 5))];
    const inPage = { '@context': context, id: 'urn:p', type: 'AnnotationPage', next: 'urn:p2', items };
    const inCollection = {
      '@context': context,
      type: 'AnnotationCollection',
      label: 'L',
      created: '2015-01-28T12:00:00Z',
      first: { type: 'AnnotationPage', items, next: 'urn:p2' },
    };
    for (const value of [inPage, inCollection]) {
      const { dataset, faults } = await readAsDataset(file(value));
      expect(dataset.articles[0]?.spans).toHaveLength(1);
      expect(faults).toMatchObject([
        { id: 'urn:p2', reason: 'this page of the collection is not in the file' },
      ]);
    }
    expect((await readAsDataset(file(inCollection))).dataset.project).toEqual({
      name: 'L',
      createdAt: '2015-01-28T12:00:00Z',
    });
  });

  test('names the line of each annotation that cannot come in', async () => {
    const value = {
      '@context': context,
      type: 'AnnotationPage',
      items: [withText, tag('urn:a:1', 'A', { type: 'X' }), 7, { type: 'Annotation' }],
    };
    const { faults } = await readAsDataset(file(value));
    const lines = JSON.stringify(value, null, 1).split('\n');
    const lineOf = (part: string) => lines.findIndex((line) => line.includes(part)) + 1;
    expect(faults.map(({ line, reason }) => [line, reason])).toEqual([
      [lineOf(' 7,'), expect.stringContaining('expected object')],
      [lineOf(' 7,') + 1, 'it has no target'],
      [lineOf('"urn:a:1"') - 3, expect.stringContaining('it is selected by X')],
    ]);
  });
});

describe('a text beside the file', () => {
  const quoted = (id: string, exact: string, start: number, more: object = {}) =>
    annotation({
      id,
      target: { selector: [{ type: 'TextQuoteSelector', exact }, position(start, start + exact.length)] },
      ...more,
    });

  test('is what annotations without a source are about', async () => {
    const files = [file([quoted('urn:a:1', 'Bob', 10)], 'dir/a.w3c.json'), fileOf('dir/a.txt', text)];
    const reading = await readDatasetFiles(files);
    expect(reading.ok && reading.value.dataset.articles).toMatchObject([
      { id: 'a', text, spans: [{ start: 10, end: 13, text: 'Bob' }] },
    ]);
  });

  test('is what those of its name, or of the one source that is missing, are about', async () => {
    const at = (id: string, iri: string) =>
      annotation({ id, target: { source: iri, selector: position(2, 5) } });
    const read = async (...annotations: object[]) => {
      const reading = await readDatasetFiles([file(annotations), fileOf('a.txt', text)]);
      if (!reading.ok) throw new Error(reading.reason.message);
      return reading.value;
    };
    expect((await read(at('urn:1', 'http://x.org/other'))).dataset.articles).toHaveLength(1);
    const two = await read(at('urn:1', 'http://x.org/other'), at('urn:2', 'http://x.org/a.txt'));
    expect(two.dataset.articles.map(({ id }) => id)).toEqual(['http://x.org/a.txt']);
    expect(two.faults).toMatchObject([
      { id: 'urn:1', reason: 'its source http://x.org/other is not included in the file' },
    ]);
  });
});

describe('writing', () => {
  test('gives a collection in which texts stand once and spans say what they quote', async () => {
    const reading = await readAsDataset(file([withText, tag('urn:a:1', 'PER', position(2, 5))]));
    const { bytes, name } = await written(format, reading);
    expect(name).toBe('again.jsonld');
    expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual({
      '@context': context,
      id: 'urn:x-ascribe:annotations',
      type: 'AnnotationCollection',
      creator: [],
      first: {
        id: 'urn:x-ascribe:page:1',
        type: 'AnnotationPage',
        startIndex: 0,
        items: [
          {
            id: expect.stringContaining('urn:x-ascribe:about:'),
            type: 'Annotation',
            motivation: 'describing',
            target: { source: { ...source } },
          },
          {
            id: 'urn:a:1',
            type: 'Annotation',
            motivation: 'tagging',
            body: [{ type: 'TextualBody', purpose: 'tagging', value: 'PER' }],
            target: {
              source: page,
              selector: [
                { type: 'TextQuoteSelector', exact: 'Ana', prefix: '😀 ', suffix: ' met Bob. Ana left.' },
                { type: 'TextPositionSelector', start: 2, end: 5 },
              ],
            },
          },
        ],
      },
      total: 2,
    });
  });
});

test('a quote has 32 code points of context on each side', async () => {
  const long = { ...source, value: `${'😀'.repeat(100)}Ana${'x'.repeat(100)}` };
  const about = annotation({ id: 'urn:about', motivation: 'describing', target: { source: long } });
  const reading = await readAsDataset(file([about, tag('urn:a:1', 'PER', position(100, 103))]));
  const { bytes } = await written(format, reading);
  const [, annotated] = JSON.parse(new TextDecoder().decode(bytes)).first.items;
  expect(annotated.target.selector[0]).toEqual({
    type: 'TextQuoteSelector',
    exact: 'Ana',
    prefix: '😀'.repeat(32),
    suffix: 'x'.repeat(32),
  });
});

describe.skipIf(!hasSharedData)(`the test suite of the W3C${sharedDataNote}`, () => {
  const namesIn = (folder: string) =>
    hasSharedData
      ? readdirSync(sharedData(`w3c-annotation/${folder}`)).map((name) => `w3c-annotation/${folder}/${name}`)
      : [];
  const correct = namesIn('correct');
  const incorrect = namesIn('incorrect');

  test('is there', () => expect([correct.length, incorrect.length]).toEqual([22, 19]));

  test.each(correct)(
    '%s is read, and each annotation reported, since its source is elsewhere',
    async (path) => {
      const real = realFile(path);
      expect(bestFormat(real, () => true)?.id).toBe('w3c');
      const reading = await readAsDataset(real);
      const count = path.endsWith('collection1.json') ? 41 : 1;
      expect(reading.dataset.articles).toEqual([]);
      expect(reading.faults.length).toBeGreaterThanOrEqual(count);
      for (const { id, effect, reason } of reading.faults) {
        expect(effect).toBe('refused');
        expect(id).toMatch(/^http:\/\/example\.org\/(?:anno\d+|page1)$/);
        expect(reason).toMatch(
          /is not included in the file$|is not in the file$|which is no span of this file$/,
        );
      }
    },
  );

  test.each(incorrect)('%s fails with a word on why', async (path) => {
    const reading = await readDatasetFile(realFile(path));
    expect(reading.ok).toBe(false);
    expect(reading.ok ? '' : reading.reason.message).toMatch(/^“anno\d+\.json” .+\.$/);
  });

  test('those of the incorrect that are JSON fail for what is wrong with them', async () => {
    const reasons = await Promise.all(
      ['3', '4', '5', '6', '7', '8', '9', '11'].map(async (number) => {
        const reading = await readDatasetFile(realFile(`w3c-annotation/incorrect/anno${number}.json`));
        return reading.ok
          ? ''
          : reading.reason.message.replace(/^.*Annotations: /, '').replace(/\. Have.*$/, '');
      }),
    );
    const noContext = 'its @context is not http://www.w3.org/ns/anno.jsonld';
    expect(reasons).toEqual([
      noContext,
      noContext,
      noContext,
      'its id "not a uri" is no IRI',
      'it has several ids',
      'it has several ids',
      'it has several ids',
      'it has several ids',
    ]);
  });

  test('annotations of INCEpTION say that there is no text beside them, and come in where there is', async () => {
    const real = realFile('w3c-annotation/annotations.w3c.json');
    expect(bestFormat(real, () => true)?.id).toBe('w3c');
    const alone = await readAsDataset(real);
    expect(alone.faults.map(({ item, reason }) => [item, reason])).toEqual([
      ...Array.from({ length: 3 }, () => ['span', 'it names no source, and no text lies beside the file']),
      ['relation', expect.stringContaining('which is no span of this file')],
    ]);
    const told = `${' '.repeat(124)}Troy${' '.repeat(518)}death in battle${' '.repeat(302)}Ithaca.`;
    const reading = await readAsDataset(real, fileOf('annotations.txt', told));
    const [article] = reading.dataset.articles;
    expect(article?.spans?.map(({ tag: name, start, end, note }) => [name, start, end, note])).toEqual([
      ['A Tag', 124, 128, 'This is a comment'],
      ['Another Tag', 124, 128, 'This is a comment'],
      ['annotation', 646, 661, 'Another comment'],
      ['annotation', 963, 969, 'Comment...'],
    ]);
    expect(article?.relations).toMatchObject([{ type: 'isRelatedTo' }]);
    // Its last position is one longer than what it quotes.
    expect(reading.faults).toMatchObject([{ effect: 'mended' }]);
    expect(await differenceOfRoundTrip(format, reading)).toBeUndefined();
  });

  test('no mutated file makes the reader throw', async () => {
    const files = [...correct, ...incorrect, 'w3c-annotation/annotations.w3c.json'].map((path) =>
      realFile(path),
    );
    const ours = await written(
      format,
      await readAsDataset(file([withText, tag('urn:a:1', 'PER', position(2, 5))])),
    );
    for (let seed = 0; seed < 400; seed++) {
      const real = seed % 2 === 0 ? ours : files[seed % files.length];
      if (real === undefined) throw new Error('there are files');
      const reading = await format.datasets?.read(mutant(real, seed), {
        companions: [fileOf('a.txt', text)],
      });
      expect(typeof reading?.ok).toBe('boolean');
    }
  });
});
