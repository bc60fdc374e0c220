import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { runIn } from './run-in.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ascribe-inputs-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(name: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
}

const articlesSchema = z.object({
  articles: z.array(
    z.object({ title: z.string(), text: z.string(), metadata: z.record(z.string(), z.string()) }),
  ),
});

/** The articles of what is converted; what is said on standard error where it is not. */
async function converted(...args: string[]) {
  const { code, err } = await runIn(folder, ['convert', ...args, '--out', 'out.json']);
  if (code !== 0) return err;
  return articlesSchema.parse(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'))).articles;
}

const csv = 'headline,body,day\nOne,First.,2031-03-14\nTwo,Second.,2031-03-15\n';

describe('a table of articles', () => {
  test('is an article a row, its columns told by their names or as they are given', async () => {
    put('news.csv', csv);
    expect(await converted('news.csv')).toEqual([
      { title: 'One', text: 'One\n\nFirst.', metadata: { day: '2031-03-14' } },
      { title: 'Two', text: 'Two\n\nSecond.', metadata: { day: '2031-03-15' } },
    ]);
    expect(await converted('news.csv', '--columns', 'text=headline,date=day,none=body')).toEqual([
      { title: 'One', text: 'One', metadata: { date: '2031-03-14' } },
      { title: 'Two', text: 'Two', metadata: { date: '2031-03-15' } },
    ]);
  });

  test('whose text is not clear says which columns there are', async () => {
    put('a.csv', 'x,y\nOne,First.\n');
    expect(await converted('a.csv')).toEqual([
      'a.csv: which of its columns is the text? They are “x”, “y”; say it with --columns text=COLUMN',
    ]);
    expect(await converted('a.csv', '--columns', 'text=z')).toEqual([
      'a.csv: it has no column “z”; there are “x”, “y”',
    ]);
    expect(await converted('a.csv', '--columns', 'title=x')).toEqual([
      'a.csv: No column is the text. Choose the one that the articles stand in',
    ]);
    expect((await converted('a.csv', '--columns', 'words=x'))[0]).toMatch(
      /^ascribe convert: “words=x” says of no column/,
    );
  });

  test('may come on standard input', async () => {
    const lines = '{"title": "A", "text": "b"}\n';
    const args = ['convert', '-', '--from', 'article-lines', '--to', 'ascribe-jsonl', '--out', '-'];
    const { code, bytes } = await runIn(folder, args, lines);
    expect({ code, text: bytes.toString() }).toEqual({
      code: 0,
      text: expect.stringContaining('"A\\n\\nb"'),
    });
  });
});

test('a ZIP is what is in it: articles and tables, or a dataset', async () => {
  put('all.zip', zipSync({ 'b/one.txt': strToU8('One.'), 'news.csv': strToU8(csv) }));
  expect(await converted('all.zip')).toMatchObject([{ title: 'One.' }, { title: 'One' }, { title: 'Two' }]);
  put('brat.zip', zipSync({ 'a.txt': strToU8('Ann said.'), 'a.ann': strToU8('T1\tspeaker 0 3\tAnn\n') }));
  const { out } = await runIn(folder, ['validate', 'brat.zip']);
  expect(out[0]).toBe('brat.zip: dataset, 1 articles, 1 spans, 0 relations');
  put('bad.zip', zipSync({ 'a.txt': strToU8('A'), 'b.txt': new Uint8Array() }));
  expect(await converted('bad.zip')).toEqual([expect.stringMatching(/^bad\.zip: “b\.txt” is empty\./)]);
});

test('patterns stand for files, and those that match none are a fault', async () => {
  put('in/a.txt', 'A');
  put('in/deep/b.txt', 'B');
  put('in/c.md', 'C');
  put('[x].txt', 'X');
  expect(await converted('in/*.txt')).toMatchObject([{ title: 'A' }]);
  expect(await converted('in/**/*.{txt,md}')).toMatchObject([{ title: 'A' }, { title: 'C' }, { title: 'B' }]);
  expect(await converted('[x].txt')).toMatchObject([{ title: 'X' }]);
  expect(await converted('in/*.pdf')).toEqual(['in/*.pdf: no file has such a name']);
});

test('what is found is said as JSON as well', async () => {
  put('news.csv', csv);
  put('a.txt', 'One two.');
  put('e.txt', '');
  const { code, out, err } = await runIn(folder, [
    'validate',
    'news.csv',
    'a.txt',
    'e.txt',
    'gone',
    '--json',
  ]);
  expect({ code, err }).toEqual({ code: 1, err: [] });
  expect(out.map((line): unknown => JSON.parse(line))).toMatchObject([
    { file: 'gone', sound: false, faults: [{ reason: expect.any(String) }] },
    { file: 'news.csv', sound: true, kind: 'articles', articles: 2 },
    { file: 'a.txt', sound: true, articles: 1, words: 2, encoding: 'utf-8' },
    { file: 'e.txt', sound: false, articles: 0 },
  ]);
  const formats = await runIn(folder, ['formats', '--json']);
  expect(JSON.parse(formats.out.join('\n'))).toContainEqual(
    expect.objectContaining({ id: 'docx', holds: 'articles', reads: true, writes: false }),
  );
});

test('the whole can lie beside what cannot hold it, and comes back with it', async () => {
  put(
    'd.json',
    JSON.stringify({
      format: 'ascribe-dataset',
      version: 1,
      offsetUnit: 'codePoint',
      articles: [
        {
          id: 'a',
          title: 'Rain',
          text: 'Ann said it rains.',
          spans: [{ id: 's', tag: 'speaker', start: 0, end: 3, text: 'Ann', note: 'Sure.' }],
        },
      ],
    }),
  );
  const there = await runIn(folder, ['convert', 'd.json', '--out', 'd.conll', '--rest']);
  expect(there).toMatchObject({ code: 0, err: expect.arrayContaining(['lost: 1 notes']) });
  const back = await runIn(folder, ['convert', 'd.conll', '--out', 'back.json']);
  expect(back).toMatchObject({ code: 0, err: [] });
  expect((await runIn(folder, ['diff', 'd.json', 'back.json'])).out).toEqual([
    'articles 0 added, 0 removed, 0 changed; spans 0 added, 0 removed, 0 changed; relations 0 added, 0 removed, 0 changed',
  ]);
  mkdirSync(join(folder, 'in'));
  for (const name of ['d.conll', 'd.rest.json'])
    writeFileSync(join(folder, 'in', name), readFileSync(join(folder, name)));
  expect((await runIn(folder, ['validate', 'in'])).out).toEqual([
    'in/d.conll: dataset, 1 articles, 1 spans, 0 relations',
  ]);
});
