import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import {
  type ColumnRole,
  chosenRoles,
  guessedRoles,
  roleFault,
} from '../../../src/core/formats/article-table/column-roles.ts';
import type { SourceFile } from '../../../src/core/formats/format.ts';
import {
  type OpenedPart,
  type OpeningOptions,
  readArticles,
} from '../../../src/core/formats/open-articles.ts';

const fileOf = (name: string, text: string): SourceFile => ({ name, bytes: strToU8(text) });

async function parts(file: SourceFile, options?: OpeningOptions): Promise<OpenedPart[]> {
  const found: OpenedPart[] = [];
  for await (const part of readArticles(file, options)) found.push(part);
  return found;
}

/** Each part in a line: title and text of an article, the message of a failure, the columns of a table. */
async function shown(file: SourceFile, options?: OpeningOptions): Promise<string[]> {
  return (await parts(file, options)).map(({ name, content }) => {
    if (content.kind === 'table')
      return `${name}: ${content.outline.columns.map((each) => each.name).join(', ')}?`;
    const { read } = content;
    return read.ok ? `${name}: ${read.value.title}: ${read.value.body.text}` : read.reason.message;
  });
}

const csv =
  'id,headline,body,published,by,Section\r\n7,"A, b","One.\n\nTwo 😀.",2031-03-14,Ann,World\r\n8,C,Three.,,,\r\n';
const roles: ColumnRole[] = ['identifier', 'title', 'text', 'date', 'author', 'other'];
const columns = ['id', 'headline', 'body', 'published', 'by', 'Section'];

describe('a table of articles', () => {
  test('is asked about, with samples, before its columns are said', async () => {
    const [part, ...others] = await parts(fileOf('news.csv', csv));
    expect(others).toEqual([]);
    expect(part).toMatchObject({
      name: 'news.csv',
      content: { kind: 'table', member: 'news.csv', outline: { rowCount: 2 } },
    });
    if (part?.content.kind !== 'table') throw new Error('a table was expected');
    expect(part.content.outline.columns[2]).toEqual({ name: 'body', samples: ['One.\n\nTwo 😀.', 'Three.'] });
  });

  test('is an article a row, with what its columns hold', async () => {
    const found = await parts(fileOf('news.csv', csv), { tables: [{ columns, roles }] });
    const articles = found.map(({ content }) =>
      content.kind === 'article' && content.read.ok ? content.read.value : null,
    );
    expect(articles[0]).toMatchObject({
      title: 'A, b',
      body: { text: 'A, b\n\nOne.\n\nTwo 😀.' },
      metadata: { id: '7', date: '2031-03-14', author: 'Ann', Section: 'World' },
      source: { fileName: 'news.csv · 7', reader: 'article-table@1' },
    });
    expect(articles[1]).toMatchObject({
      title: 'C',
      metadata: { id: '8' },
      source: { fileName: 'news.csv · 8' },
    });
    expect(articles[0]?.source.sha256).not.toBe(articles[1]?.source.sha256);
    expect(found.map(({ done, total }) => [done, total])).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });

  test('may have tabs or semicolons, and an old encoding', async () => {
    const tables = [{ columns: ['titel', 'text'], roles: ['title', 'text'] as const }];
    expect(await shown(fileOf('a.tsv', 'titel\ttext\nÄ\tÖ, ü\n'), { tables })).toEqual([
      'a.tsv: Ä: Ä\n\nÖ, ü',
    ]);
    const old = Uint8Array.from('titel;text\r\nGrüße;Schöne Grüße aus Köln, sagte Müller.\r\n', (c) =>
      c.charCodeAt(0),
    );
    expect(await shown({ name: 'b.csv', bytes: old }, { tables })).toEqual([
      'b.csv: Grüße: Grüße\n\nSchöne Grüße aus Köln, sagte Müller.',
    ]);
  });

  test('reads texts of pages as pages, and joins several columns of text', async () => {
    const tables = [{ columns: ['lead', 'body'], roles: ['text', 'text'] as const }];
    const file = fileOf(
      'a.csv',
      'lead,body\r\nFirst.,<p>A &amp; b</p><script>x()</script><ul><li>c</li></ul>\r\n',
    );
    expect(await shown(file, { tables })).toEqual(['a.csv: First.: First.\n\nA & b\n\nc']);
  });

  test('says which rows have no text, and opens the others', async () => {
    const tables = [{ columns: ['title', 'text'], roles: ['title', 'text'] as const }];
    expect(await shown(fileOf('a.csv', 'title,text\na,\nb,c\n'), { tables })).toEqual([
      'Row 1 of “a.csv” (line 2) has no text.',
      'a.csv: b: b\n\nc',
    ]);
  });

  test('may be lines or a list of JSON, broken lines named', async () => {
    const tables = [{ columns: ['title', 'text', 'tags'], roles: ['title', 'text', 'other'] as const }];
    const lines = '{"title": "A", "text": "b", "tags": ["x", "y"]}\n{"title"\n{"text": "c"}\n';
    expect(await shown(fileOf('a.jsonl', lines), { tables })).toEqual([
      'a.jsonl: A: A\n\nb',
      expect.stringMatching(/^Row 2 of “a\.jsonl” \(line 2\) cannot be read: .*\.$/),
      'a.jsonl: c: c',
    ]);
    expect(
      await shown(fileOf('a.json', '[{"title": "A", "text": "b"}]'), {
        tables: [{ columns: ['title', 'text'], roles: ['title', 'text'] }],
      }),
    ).toEqual(['a.json: A: A\n\nb']);
    const [first] = await parts(fileOf('a.jsonl', lines), { tables });
    expect(first?.content).toMatchObject({ read: { value: { metadata: { tags: 'x, y' } } } });
  });

  test.each([
    ['a.csv', 'a,b\n', '“a.csv” has no rows under the names of its columns.'],
    [
      'a.csv',
      'a,b\n"c',
      '“a.csv” is not a sound table: in line 2, a quotation mark that opens here is never closed.',
    ],
  ])('%s that is none says why', async (name, text, message) => {
    expect(await shown(fileOf(name, text))).toEqual([message]);
  });
});

describe('columns', () => {
  const named = (...names: string[]) => names.map((name) => ({ name, samples: ['x'.repeat(name.length)] }));

  test('are guessed by their names', () => {
    expect(
      guessedRoles(named('', 'ID', 'Headline', 'Full Text', 'pub_date', 'byline', 'Source', 'Link', 'topic')),
    ).toEqual({
      roles: ['none', 'identifier', 'title', 'text', 'date', 'author', 'outlet', 'url', 'other'],
      isSure: true,
    });
  });

  test('the longest is the text where none is called one, and of two for a role the first counts', () => {
    expect(guessedRoles(named('date', 'published', 'longestofall'))).toEqual({
      roles: ['date', 'other', 'text'],
      isSure: false,
    });
  });

  test('are remembered for tables that have just these', () => {
    const choices = [{ columns: ['a', 'b'], roles: ['text', 'none'] as const }];
    expect(chosenRoles(['a', 'b'], choices)).toEqual(['text', 'none']);
    expect(chosenRoles(['b', 'a'], choices)).toBeUndefined();
    expect(chosenRoles(['a', 'b', 'c'], choices)).toBeUndefined();
  });

  test('need a text, and one of the others at most', () => {
    expect(roleFault(['title', 'other'])).toMatch(/^No column is the text/);
    expect(roleFault(['text', 'date', 'date'])).toBe('Two columns are the date. Choose one of them.');
    expect(roleFault(['text', 'text', 'other', 'other'])).toBeUndefined();
  });
});

describe('a ZIP of articles', () => {
  const zip = (files: Record<string, string>): SourceFile => ({
    name: 'all.zip',
    bytes: zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
  });

  test('is all the articles in it, whatever else is', async () => {
    const file = zip({
      'a/one.txt': 'One.',
      'two.md': '# Two\n\nWords.',
      'news.csv': csv,
      '.hidden': 'x',
      'pixel.png': '\x89PNG\r\n\x1a\n\0\0\0',
    });
    expect(await shown(file)).toEqual([
      'all.zip › a/one.txt: One.: One.',
      'all.zip › two.md: Two: Two\n\nWords.',
      `all.zip › news.csv: ${columns.join(', ')}?`,
      expect.stringContaining('“pixel.png”'),
    ]);
    expect(await shown(file, { member: 'news.csv', tables: [{ columns, roles }] })).toHaveLength(2);
  });

  test('of a dataset is one', async () => {
    const file = zip({ 'a.txt': 'Ann said.', 'a.ann': 'T1\tspeaker 0 3\tAnn\n' });
    expect(await shown(file)).toEqual([
      expect.stringMatching(/^“all\.zip” is a dataset \(.*\), not an article/),
    ]);
  });

  test('with another ZIP in it names that', async () => {
    const inner = zipSync({ 'a.txt': strToU8('A') });
    const file = { name: 'all.zip', bytes: zipSync({ 'b.zip': inner, 'c.txt': strToU8('C') }) };
    expect(await shown(file)).toEqual([
      '“b.zip” is a ZIP within “all.zip”. Unpack that first, then open this one.',
      'all.zip › c.txt: C: C',
    ]);
  });

  test('that is a document of another program is no folder', async () => {
    const file = zip({ mimetype: 'application/x-other', 'content.xml': '<a>b</a>' });
    expect(await shown(file)).toEqual([expect.stringContaining('“all.zip”')]);
  });

  test('that is broken or empty says so', async () => {
    const whole = zip({ 'a.txt': 'words' });
    const [broken] = await shown({ ...whole, bytes: whole.bytes.slice(0, -10) });
    expect(broken).toMatch(/^“all\.zip” /);
    expect(await shown({ name: 'all.zip', bytes: zipSync({}) })).toEqual(['“all.zip” holds no files.']);
  });
});
