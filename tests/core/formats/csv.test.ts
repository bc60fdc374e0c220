import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { csvFiles } from '../../../src/core/formats/csv/write-csv.ts';
import { format } from '../../../src/core/formats/csv.format.ts';
import { contentDifference } from '../../../src/core/formats/dataset-content.ts';
import { faultLine } from '../../../src/core/formats/dataset-reading.ts';
import type { DatasetArticle, DatasetHead } from '../../../src/core/formats/dataset-schema.ts';
import { everything } from '../../../src/core/formats/holdings.ts';
import { readDatasetFiles } from '../../../src/core/formats/open-file.ts';
import { exportDataset } from '../../../src/core/formats/to-dataset.ts';
import { anyProject, stateOf } from './random-project.ts';
import { fileOf, mutant } from './real-files.ts';

const head: DatasetHead = {
  format: 'ascribe-dataset',
  version: 1,
  offsetUnit: 'codePoint',
  entities: [{ id: 'e1', name: 'Ana Ruiz' }],
  annotators: [],
};
const article: DatasetArticle = {
  id: 'a',
  title: 'No',
  text: '😀 Ana said: “No, never.”',
  metadata: { outlet: '=HYPERLINK("x")' },
  spans: [
    { id: 's', tag: 'speaker', start: 2, end: 5, text: 'Ana', attributes: { entity: 'e1' } },
    {
      id: 'c',
      tag: 'claim',
      start: 13,
      end: 23,
      text: 'No never.',
      fragments: [
        { start: 13, end: 15 },
        { start: 17, end: 23 },
      ],
      note: '-5, “maybe”',
      flagged: true,
      attributes: { cue: 'said', sure: 0.5, value: { type: 'date' } },
    },
  ],
  relations: [{ id: 'r', type: 'says', from: 's', to: 'c' }],
};

async function writtenFiles(articles: readonly DatasetArticle[], of: DatasetHead = head) {
  const files: { name: string; bytes: Uint8Array }[] = [];
  for await (const file of csvFiles(of, articles)) files.push(file);
  return files;
}

const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
/** A file of the tables, its text changed. */
const changed = (file: { name: string; bytes: Uint8Array }, change: (text: string) => string) =>
  fileOf(file.name, change(textOf(file.bytes)));

async function read(files: readonly { name: string; bytes: Uint8Array }[]) {
  const reading = await readDatasetFiles(files);
  if (!reading.ok) throw new Error(reading.reason.message);
  return reading.value;
}

describe('writing', () => {
  test('makes a file a table, those of the head where there is something to say', async () => {
    const files = await writtenFiles([article]);
    expect(files.map(({ name }) => name)).toEqual([
      'spans.csv',
      'relations.csv',
      'articles.csv',
      'entities.csv',
    ]);
  });

  test('makes columns that one can read, and harmless ones', async () => {
    const [spans, relations, articles] = (await writtenFiles([article])).map(({ bytes }) => textOf(bytes));
    expect(spans).toBe(
      [
        '\ufeffarticle_id,article_title,id,tag,start,end,text,fragments,entity_name,note,flagged,annotator,origin,created_at,updated_at,attribute.entity,attribute.cue,attribute.sure,attribute.value',
        'a,No,s,speaker,2,5,Ana,,Ana Ruiz,,,,,,,e1,,,',
        'a,No,c,claim,13,23,No never.,"[{""start"":13,""end"":15},{""start"":17,""end"":23}]",,"\'-5, “maybe”",true,,,,,,said,0.5,"{""type"":""date""}"',
        '',
      ].join('\r\n'),
    );
    expect(relations).toContain('\r\na,No,r,says,s,speaker,Ana,c,claim,No never.,');
    expect(articles).toMatch(/,metadata\.outlet\r\n.*,"'=HYPERLINK\(""x""\)"\r\n$/s);
  });

  test('gives Papa Parse the rows that are meant', async () => {
    for (const state of fc.sample(anyProject, { numRuns: 20, seed: 9 })) {
      const { articles, ...of } = exportDataset(state, { kind: 'handOver' });
      const [spans] = await writtenFiles(articles, of);
      if (spans === undefined) throw new Error('spans are there always');
      const { data, errors } = Papa.parse<string[]>(textOf(spans.bytes).slice(1), {
        delimiter: ',',
        newline: '\r\n',
      });
      const wanted = articles.flatMap((each) => each.spans ?? []);
      expect(errors).toEqual([]);
      expect(data.slice(1, -1).map((row) => [Number(row[4]), Number(row[5])])).toEqual(
        wanted.map(({ start, end }) => [start, end]),
      );
      expect(new Set(data.slice(0, -1).map((row) => row.length)).size).toBe(1);
    }
  });
});

describe('reading', () => {
  test('gives back what was written, in whatever way a program saved it', async () => {
    const files = await writtenFiles([article]);
    const expected = { ...head, articles: [article] };
    const withoutTimes = await read(files);
    expect(withoutTimes.faults).toEqual([]);
    expect(withoutTimes.dataset.articles[0]).toMatchObject({ ...article, relations: article.relations });
    for (const change of [
      (text: string) => text.replace('\ufeff', ''),
      (text: string) => text.replaceAll('\r\n', '\n'),
      (text: string) => text.replaceAll(',true,', ',TRUE,'),
    ]) {
      const again = await read(files.map((file) => changed(file, change)));
      expect(contentDifference(withoutTimes.dataset, again.dataset, everything)).toBeUndefined();
    }
    expect(expected.articles[0]?.spans).toHaveLength(2);
  });

  test('of semicolons and UTF-16, as some spreadsheet programs write them', async () => {
    const articles = fileOf('articles.csv', 'id;text\r\na;"Ana; said"\r\n');
    const spans = 'article_id\tid\ttag\tstart\tend\ttext\r\na\ts\tspeaker\t0\t3\tAna\r\n';
    const utf16 = { name: 'spans.csv', bytes: new Uint8Array(Buffer.from(`\ufeff${spans}`, 'utf16le')) };
    const { dataset, faults } = await read([articles, utf16]);
    expect(faults).toEqual([]);
    expect(dataset.articles).toMatchObject([{ id: 'a', text: 'Ana; said', spans: [{ id: 's', start: 0 }] }]);
  });

  test('of files with a name before that of the table', async () => {
    const files = (await writtenFiles([article])).map(({ name, bytes }) => ({
      name: `out/news-${name}`,
      bytes,
    }));
    expect((await read(files)).dataset.articles).toHaveLength(1);
  });

  test('of articles alone', async () => {
    const files = await writtenFiles([article]);
    const { dataset } = await read(files.filter(({ name }) => name === 'articles.csv'));
    expect(dataset.articles).toMatchObject([{ id: 'a', spans: [], relations: [] }]);
  });

  test('names the file and line of what does not fit', async () => {
    const files = await writtenFiles([
      article,
      { ...article, id: 'b', text: 'x\ny', spans: [], relations: [] },
    ]);
    const broken = files.map((file) => {
      if (file.name === 'spans.csv')
        return changed(file, (text) => `${text.replace(',2,5,', ',2,x,')}z,,q,claim,0,1,x\r\n`);
      if (file.name === 'articles.csv') return changed(file, (text) => text.replace('b,No,', ',No,'));
      return file;
    });
    const { faults } = await read(broken);
    expect(faults.map(({ file, line, ...fault }) => [file, line, faultLine({ ...fault })])).toEqual([
      [undefined, 2, 'article "a", span "s": end: expected number, received string (left out)'],
      ['relations.csv', 2, 'article "a", relation "r": it links span "s", which is not there (left out)'],
      ['articles.csv', 3, 'article "#2": id: expected string, received undefined (left out)'],
      [undefined, 4, 'span "q": the article that it names is not among the articles (left out)'],
    ]);
  });

  test('counts columns that it does not know', async () => {
    const files = await writtenFiles([article]);
    const wider = files.map((file) =>
      file.name === 'spans.csv'
        ? changed(file, (text) =>
            text
              .replace('article_id', 'mood,article_id')
              .replace('\r\na,', '\r\ngood,a,')
              .replace('\r\na,', '\r\n,a,'),
          )
        : file,
    );
    expect((await read(wider)).unknownKeys).toEqual([{ path: 'spans.mood', count: 1 }]);
  });

  test('takes no key for a prototype', async () => {
    const files = [
      fileOf('articles.csv', 'id,text\na,Ana\n'),
      fileOf('spans.csv', 'article_id,id,tag,start,end,text,attribute.__proto__\na,s,x,0,3,Ana,1\n'),
    ];
    const { faults, dataset } = await read(files);
    expect(faults).toMatchObject([{ item: 'span', reason: 'it has a key named __proto__' }]);
    expect(dataset.articles).toMatchObject([{ spans: [] }]);
  });
});

describe('what is no such dataset', () => {
  test('spans without their articles', async () => {
    const files = await writtenFiles([article]);
    const reading = await readDatasetFiles(files.filter(({ name }) => name === 'spans.csv'));
    expect(reading).toMatchObject({
      ok: false,
      reason: { code: 'cannot-read', message: expect.stringContaining('Put articles.csv beside spans.csv') },
    });
  });

  test.each([
    [
      'articles.csv',
      '“articles.csv” is no sound CSV: in line 3, something follows',
      'id,text\na,x\n"b"x,y\n',
    ],
    ['articles.csv', '“articles.csv” is not in UTF-8', 'id,text\na,\ud800'],
  ])('a broken %s: %s', async (name, message, text) => {
    const spans = fileOf('spans.csv', 'article_id,id,tag,start,end,text\n');
    const broken = fileOf(name, text);
    if (text.includes('\ud800')) broken.bytes[broken.bytes.length - 1] = 0xff;
    const reading = await readDatasetFiles([spans, broken]);
    expect(reading).toMatchObject({ ok: false, reason: { message: expect.stringContaining(message) } });
  });

  test('other tables', () => {
    const recognise = (name: string, text: string) => format.recognise(fileOf(name, text));
    expect(recognise('news.csv', 'id,title,text\n1,a,b\n')).toBe('no');
    expect(recognise('spans.txt', 'article_id,id,tag,start,end,text\n')).toBe('no');
    expect(recognise('any.csv', '\ufeff"article_id";id;tag;start;end;text\n')).toBe('content');
  });
});

test('no mutated file makes the reader throw', async () => {
  const states = fc.sample(anyProject, { numRuns: 6, seed: 2 });
  const sets = await Promise.all(
    [stateOf([]), ...states].map((state) => {
      const { articles, ...of } = exportDataset(state, { kind: 'handOver' });
      return writtenFiles(articles, of);
    }),
  );
  for (let seed = 0; seed < 400; seed++) {
    const files = sets[seed % sets.length] ?? [];
    const mutated = files.map((file, i) => (i === (seed >> 3) % files.length ? mutant(file, seed) : file));
    const reading = await readDatasetFiles(mutated);
    expect(typeof reading.ok).toBe('boolean');
  }
});
