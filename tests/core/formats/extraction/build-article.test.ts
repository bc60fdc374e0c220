import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildArticle } from '../../../../src/core/formats/extraction/build-article.ts';
import type { ExtractedBlock } from '../../../../src/core/formats/extraction/extraction.ts';
import { unicodeText } from '../../arbitraries/unicode-text.ts';
import { articleIn, blocksShown, fileOf, refusalOf } from '../extraction-shown.ts';

const file = fileOf('folder/a.x', 'bytes');
const built = (blocks: readonly ExtractedBlock[], more = {}) =>
  articleIn(buildArticle(file, { reader: 'x@1' }, { blocks, ...more }));

test('blocks stand apart, rows and items of a list below one another', async () => {
  const article = await built([
    { kind: 'title', text: ' Title \r\n' },
    { kind: 'paragraph', text: '\n' },
    { kind: 'paragraph', text: 'One\r\ntwo 👩‍👩‍👧‍👦', page: 2 },
    { kind: 'listItem', text: 'a' },
    { kind: 'listItem', text: 'b' },
    { kind: 'paragraph', text: 'c\td' },
    { kind: 'paragraph', text: 'e\tf', isTight: true, from: 0, to: 9 },
  ]);
  expect(article.body.text).toBe('Title\n\nOne\ntwo 👩‍👩‍👧‍👦\n\na\nb\n\nc\td\ne\tf');
  expect(blocksShown(article)).toEqual([
    'title: Title',
    'paragraph: One⏎two 👩‍👩‍👧‍👦',
    'listItem: a',
    'listItem: b',
    'paragraph: c⇥d',
    'paragraph: e⇥f',
  ]);
  expect(article.body.blocks[1]).toMatchObject({ page: 2 });
  expect(article.body.blocks.at(-1)).toMatchObject({ from: 0, to: 9 });
  expect(article.title).toBe('Title');
  expect(article.source).toMatchObject({ fileName: 'a.x', reader: 'x@1', encoding: 'utf-8', byteLength: 5 });
});

test('a block too long to be drawn goes on, on its page', async () => {
  const { body } = await built([{ kind: 'quote', text: 'Much was said. '.repeat(2_000), page: 7 }]);
  expect(body.blocks.map(({ kind }) => kind)).toEqual(['quote', ...Array(3).fill('continuation')]);
  expect(body.blocks.every(({ page }) => page === 7)).toBe(true);
});

test('the title is the one that was given, else the first line', async () => {
  const blocks: ExtractedBlock[] = [{ kind: 'paragraph', text: 'One.\nTwo.' }];
  expect((await built(blocks, { title: ' A \n title' })).title).toBe('A title');
  expect((await built(blocks, { title: ' ' })).title).toBe('One.');
});

test('lone surrogates are replaced and counted', async () => {
  const article = await built([{ kind: 'paragraph', text: 'a\ud800b' }]);
  expect([article.body.text, article.source.replacements]).toEqual(['a\ufffdb', 1]);
});

test('what is blank or beyond all measure is no metadata', async () => {
  const metadata = { a: ' \n', b: ' x\n y ', c: undefined, d: 'd'.repeat(9_000) };
  Object.defineProperty(metadata, '__proto__', { value: 'x', enumerable: true });
  const article = await built([{ kind: 'paragraph', text: 'a' }], { metadata });
  expect(article.metadata).toEqual({ b: 'x y', d: 'd'.repeat(2_000) });
});

test('a document without text is refused', async () => {
  const nothing = buildArticle(file, { reader: 'x@1' }, { blocks: [{ kind: 'heading', text: ' ' }] });
  expect((await refusalOf(nothing)).code).toBe('empty');
});

test('any blocks make a sound article', async () => {
  const kind = fc.constantFrom('title', 'heading', 'paragraph', 'attribution', 'listItem', 'quote' as const);
  const block = fc.record({ kind, text: unicodeText(), isTight: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(block, { maxLength: 6 }), async (blocks) => {
      await built([...blocks, { kind: 'paragraph', text: 'end' }]);
    }),
    { numRuns: 200 },
  );
});
