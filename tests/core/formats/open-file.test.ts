import { describe, expect, test } from 'vitest';
import { largestArticleFile } from '../../../src/core/formats/article-file-limit.ts';
import { newArticle } from '../../../src/core/formats/new-article.ts';
import { readArticle, readDatasetFile } from '../../../src/core/formats/open-file.ts';
import { Sha256 } from '../../../src/core/formats/sha256.ts';
import { articleSchema } from '../../../src/core/model/article.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const dataset = '{"format": "ascribe-dataset", "version": 1, "offsetUnit": "codePoint", "articles": []}';

async function failureOf(reading: ReturnType<typeof readArticle | typeof readDatasetFile>) {
  const read = await reading;
  if (read.ok) throw new Error('a failure was expected');
  return read.reason;
}

describe('an article', () => {
  test('is what the bytes say, and nothing that only a project knows', async () => {
    const bytes = bytesOf('\ufeffThe title\r\n\r\nHe said: “Ω”.\r\n');
    const read = await readArticle({ name: 'a.txt', bytes });
    if (!read.ok) throw new Error(read.reason.message);
    expect(read.value).toMatchObject({
      title: 'The title',
      direction: 'ltr',
      body: { text: 'The title\n\nHe said: “Ω”.\n' },
      source: {
        fileName: 'a.txt',
        sha256: Sha256.of(bytes),
        encoding: 'utf-8',
        byteLength: bytes.length,
        reader: 'plain-text@1',
        byteOrderMark: true,
        replacements: 0,
      },
    });
    const article = newArticle(read.value, { id: 'x', now: '2024-01-01T00:00:00.000Z', versionOf: 'y' });
    expect(articleSchema.parse(article)).toEqual(article);
    expect(article.record).toMatchObject({ id: 'x', versionOf: 'y', textLength: 25, trashedAt: null });
  });

  test('is read in the encoding that was chosen', async () => {
    const read = await readArticle(
      { name: 'a.txt', bytes: Uint8Array.of(0xcf, 0xf0, 0xe8) },
      { encoding: 'windows-1251' },
    );
    expect(read.ok && read.value.body.text).toBe('При');
  });

  test.each(['notes.json', 'README', 'a.csv'])('may be any text: %s', async (name) => {
    expect((await readArticle({ name, bytes: bytesOf('{"a": "plain words"}') })).ok).toBe(true);
  });

  test.each([
    ['empty', new Uint8Array(), 'empty'],
    ['white space', bytesOf(' \n'), 'empty'],
    ['binary', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0), 'not-text'],
    ['too large', new Uint8Array(largestArticleFile + 1), 'too-large'],
    ['a dataset', bytesOf(dataset), 'is-dataset'],
  ])('is not what is %s, and the sentence names the file', async (_, bytes, code) => {
    const failure = await failureOf(readArticle({ name: 'ä.txt', bytes }));
    expect(failure.code).toBe(code);
    expect(failure.message).toMatch(/“ä\.txt”.*\.$/);
  });

  test('of an unknown encoding is refused by name', async () => {
    const failure = await failureOf(
      readArticle({ name: 'a.txt', bytes: bytesOf('a') }, { encoding: 'ebcdic' }),
    );
    expect(failure).toMatchObject({ code: 'unknown-encoding' });
    expect(failure.message).toContain('“a.txt”');
  });
});

describe('a dataset', () => {
  test.each(['d.json', 'd.txt', 'd'])('is known by its content: %s', async (name) => {
    expect((await readDatasetFile({ name, bytes: bytesOf(dataset) })).ok).toBe(true);
  });

  test('is known when its format is not its first key', async () => {
    const bytes = bytesOf(
      '\ufeff{"version": 1, "format" : "ascribe-dataset", "offsetUnit": "codePoint", "articles": []}',
    );
    expect((await readDatasetFile({ name: 'd', bytes })).ok).toBe(true);
  });

  test.each([
    ['an article', 'a.txt', 'The text.', 'not-a-dataset'],
    ['other JSON', 'a.json', '{"a": 1}', 'not-a-dataset'],
    ['broken JSON', 'a.json', '{"a": 1', 'damaged'],
    ['nothing', 'a.json', '', 'empty'],
  ])('is not %s', async (_, name, text, code) => {
    const failure = await failureOf(readDatasetFile({ name, bytes: bytesOf(text) }));
    expect(failure.code).toBe(code);
    expect(failure.message).toContain(`“${name}”`);
  });
});
