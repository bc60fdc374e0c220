import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readDataset } from '../../src/core/formats/read-dataset.ts';
import { formats } from '../../src/core/formats/registry.ts';
import { runIn } from './run-in.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ascribe-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(name: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
}

async function ascribe(...args: string[]) {
  const { code, out, err } = await runIn(folder, args);
  return { code, out, err };
}

function written(name: string) {
  const reading = readDataset({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) });
  if (!reading.ok) throw new Error(reading.reason.message);
  expect(reading.value.faults).toEqual([]);
  return reading.value.dataset;
}

/** A dataset of one article with one span, of which a test changes something. */
function dataset(
  text: string,
  span: Record<string, unknown> = {},
  more: Record<string, unknown> = {},
): string {
  const spans = [{ id: `s-${text}`, tag: 'speaker', start: 0, end: 3, text: text.slice(0, 3), ...span }];
  const articles = [{ id: `a-${text}`, text, spans }];
  const value = { format: 'ascribe-dataset', version: 1, offsetUnit: 'codePoint', articles, ...more };
  return JSON.stringify(value, null, 1);
}

describe('formats', () => {
  test('prints a line each: id, name, what it does, endings', async () => {
    const { code, err, out } = await ascribe('formats');
    expect({ code, err, first: out[0] }).toEqual({
      code: 0,
      err: [],
      first: 'ascribe\tAscribe dataset\treads/writes\t.json',
    });
    expect(out).toHaveLength(formats.length);
    expect(out).toContainEqual(expect.stringContaining('plain-text\tPlain text\treads\t.txt'));
  });
});

describe('convert', () => {
  test('makes one dataset of files and folders, sorted', async () => {
    put('b.txt', 'Second.');
    put('in/z.txt', 'Fourth.');
    put('in/deep/a.md', 'Third.');
    put('in/.hidden.txt', 'Never.');
    put('a.txt', 'First.\r\n');
    expect(await ascribe('convert', 'a.txt', 'b.txt', 'in', '--out', 'o.json')).toEqual({
      code: 0,
      out: [],
      err: [],
    });
    const { articles, project } = written('o.json');
    expect(articles.map(({ text }) => text)).toEqual(['First.\n', 'Second.', 'Third.', 'Fourth.']);
    expect(project?.name).toBe('o');
    expect(readdirSync(folder).sort()).toEqual(['a.txt', 'b.txt', 'in', 'o.json']);
  });

  test('gives the same articles the same ids each time, and equal texts one article', async () => {
    put('a.txt', 'Same.');
    put('b.txt', 'Same.');
    await ascribe('convert', 'a.txt', '--out', 'o1.json');
    await ascribe('convert', 'a.txt', 'b.txt', '--out', 'o2.json');
    expect(written('o2.json').articles.map(({ id }) => id)).toEqual(
      written('o1.json').articles.map(({ id }) => id),
    );
  });

  test('merges datasets', async () => {
    put('1.json', dataset('Ana spoke.'));
    put('2.json', dataset('Bob spoke.', { tag: 'mood' }));
    expect((await ascribe('convert', '1.json', '2.json', '--out', 'o.json')).code).toBe(0);
    const { articles, tagSet } = written('o.json');
    expect(articles.map(({ spans }) => spans?.map((span) => span.text))).toEqual([['Ana'], ['Bob']]);
    expect(tagSet?.tags.map(({ id }) => id)).toContain('mood');
  });

  test('of a dataset that Ascribe wrote, gives the same bytes', async () => {
    const sample = readFileSync(join(import.meta.dirname, '../../resources/sample/sample.ascribe.json'));
    put('sample.json', sample);
    expect(await ascribe('convert', 'sample.json', '--out', 'o.json')).toEqual({ code: 0, out: [], err: [] });
    expect(readFileSync(join(folder, 'o.json')).equals(sample)).toBe(true);
  });

  test('says what is lost', async () => {
    const trashed = { id: 't', text: 'Gone.', trashedAt: '2024-01-01T00:00:00Z' };
    put('1.json', dataset('Ana', {}, { articles: [{ id: 'a', text: 'Ana', mood: 'good' }, trashed] }));
    expect(await ascribe('convert', '1.json', '--out', 'o.json')).toEqual({
      code: 0,
      out: [],
      err: ['lost: 1 articles in the trash', 'lost: 1 unknown keys articles.mood'],
    });
  });

  test('writes nothing when an input is at fault, and names each', async () => {
    put('o.json', 'old');
    put('good.txt', 'Good.');
    put('bad.pdf', '%PDF-1.7');
    put('bad.json', dataset('Ana spoke.', { text: 'Bob' }));
    mkdirSync(join(folder, 'empty'));
    const { code, out, err } = await ascribe(
      'convert',
      'good.txt',
      'bad.pdf',
      'bad.json',
      'gone.txt',
      'empty',
      '--out',
      'o.json',
    );
    expect({ code, out }).toEqual({ code: 1, out: [] });
    expect(err).toEqual([
      'gone.txt: there is no such file or folder',
      'empty: the folder holds no files',
      expect.stringMatching(/^bad\.pdf: “bad\.pdf” cannot be read as a PDF/),
      expect.stringMatching(
        /^bad\.json:10: article "a-Ana spoke\.", span "s-Ana spoke\.": its text "Bob" is not/,
      ),
    ]);
    expect(readFileSync(join(folder, 'o.json'), 'utf8')).toBe('old');
    expect(readdirSync(folder)).toHaveLength(5);
  });

  test('follows a link to the old output', async () => {
    put('a.txt', 'Text.');
    put('real/o.json', 'old');
    symlinkSync(join(folder, 'real/o.json'), join(folder, 'o.json'));
    expect((await ascribe('convert', 'a.txt', '--out', 'o.json')).code).toBe(0);
    expect(written('real/o.json').articles).toHaveLength(1);
    expect(readdirSync(join(folder, 'real'))).toEqual(['o.json']);
  });

  test('reads every input in the format that is named', async () => {
    put('a.json', dataset('Ana'));
    expect((await ascribe('convert', 'a.json', '--from', 'plain-text', '--out', 'o.json')).code).toBe(0);
    expect(written('o.json').articles[0]?.text).toContain('"ascribe-dataset"');
  });

  test.each([
    [['convert', '--out', 'o.json'], 'no input is named'],
    [['convert', 'a.txt'], '--out is missing'],
    [['convert', 'a.txt', '--out', 'o.xyz'], 'no format writes “.xyz” files'],
    [['convert', 'a.txt', '--out', 'o', '--to', 'nothing'], 'there is no format “nothing”'],
    [
      ['convert', 'a.txt', '--out', 'o.txt', '--to', 'plain-text'],
      '“plain-text” is a format that is not written',
    ],
    [['convert', 'a.txt', '--out', 'o.json', '--from', 'nothing'], 'there is no format “nothing”'],
    [['convert', 'a.txt', '--out', 'none/o.json'], 'the folder of none/o.json does not exist'],
    [['convert', 'a.txt', '--out', '.', '--to', 'ascribe'], '. is a folder'],
    [['convert', 'a.txt', '--out', 'o.json', '--out', 'p.json'], '--out is given twice'],
    [['convert', 'a.txt', '--into', 'o.json'], "Unknown option '--into'"],
    [['validate'], 'no file is named'],
    [['formats', 'x'], 'it takes no operands'],
  ])('%j is wrong usage', async (args, reason) => {
    const { code, out, err } = await ascribe(...args);
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(err[0]).toContain(reason);
    expect(err.at(-1)).toMatch(/^Usage: ascribe/);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('validate', () => {
  test('says what is sound', async () => {
    put('d.json', dataset('Ana spoke.'));
    put('a.txt', Uint8Array.of(0xff, 0xfe, 0x41, 0));
    expect(await ascribe('validate', 'd.json', 'a.txt')).toEqual({
      code: 0,
      err: [],
      out: ['d.json: dataset, 1 articles, 1 spans, 0 relations', 'a.txt: article, utf-16le, 1 words'],
    });
  });

  test('lists every fault with its line', async () => {
    put('d.json', dataset('Ana spoke.', { end: 99 }));
    put('broken.json', '{\n"format": "ascribe-dataset",\n}');
    put('other.json', '{"a": 1}');
    const { code, out, err } = await ascribe('validate', 'd.json', 'broken.json', 'other.json');
    expect({ code, out }).toEqual({ code: 1, out: [] });
    expect(err).toEqual([
      expect.stringMatching(/^d\.json:10: .*beyond the text/),
      expect.stringMatching(/^broken\.json:3: .*a key in quotation marks was expected/),
      expect.stringMatching(/^other\.json: .*not an Ascribe dataset/),
    ]);
  });
});

describe('help', () => {
  test('is printed when it is asked for', async () => {
    for (const args of [['--help'], ['-h'], ['help'], ['convert', '--help'], ['validate', 'x', '-h']]) {
      const { code, out, err } = await ascribe(...args);
      expect({ code, err }).toEqual({ code: 0, err: [] });
      expect(out[0]).toMatch(/^Usage: ascribe/);
    }
  });

  test.each([[[]], [['nonsense']], [['--nonsense']]])('is an error when it is not: %j', async (args) => {
    const { code, out, err } = await ascribe(...args);
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(err.join('\n')).toContain('convert INPUT…');
  });
});

describe('stats', () => {
  test('counts what is there, as lines and as JSON', async () => {
    put('a.json', dataset('One two.'));
    put('b.txt', 'Three words here.');
    const { code, out } = await ascribe('stats', 'a.json', 'b.txt');
    expect(code).toBe(0);
    expect(out).toEqual(expect.arrayContaining(['articles\t2', 'words\t5', 'spans\t1', 'tag speaker\t1']));
    const json = JSON.parse((await ascribe('stats', 'a.json', '--json')).out.join('\n'));
    expect(json).toMatchObject({ articles: 1, spans: 1, tags: { speaker: 1 }, claims: { total: 0 } });
  });

  test('an input at fault is reported and nothing is counted', async () => {
    put('a.json', dataset('One two.', { text: 'Two' }));
    expect(await ascribe('stats', 'a.json')).toMatchObject({ code: 1, out: [] });
  });
});

describe('diff', () => {
  test('tells what was added, removed and changed, and counts it', async () => {
    put('a.json', dataset('One two.'));
    put('b.json', dataset('One two.', { tag: 'claim' }));
    put('c.json', dataset('One two.', { id: 'other', end: 4, text: 'One ' }));
    expect((await ascribe('diff', 'a.json', 'a.json')).out).toEqual([
      'articles 0 added, 0 removed, 0 changed; spans 0 added, 0 removed, 0 changed; relations 0 added, 0 removed, 0 changed',
    ]);
    expect((await ascribe('diff', 'a.json', 'b.json')).out).toEqual([
      expect.stringContaining('~ article'),
      '  ~ span speaker 0-3 "One": tag "speaker" → "claim"',
      expect.stringContaining('spans 0 added, 0 removed, 1 changed'),
    ]);
    expect((await ascribe('diff', 'a.json', 'c.json')).out.slice(1)).toEqual([
      '  - span speaker 0-3 "One"',
      '  + span speaker 0-4 "One "',
      expect.stringContaining('spans 1 added, 1 removed, 0 changed'),
    ]);
  });

  test('takes two datasets and no more', async () => {
    put('a.json', dataset('One two.'));
    expect(await ascribe('diff', 'a.json')).toMatchObject({ code: 2 });
  });
});
