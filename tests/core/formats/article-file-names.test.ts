import { expect, test } from 'vitest';
import { ArticleFileNames } from '../../../src/core/formats/article-file-names.ts';

const uuid = '3f0c5a0e-9d1b-4c0a-8b8e-0a1b2c3d4e5f';

test('readable ids name their files as they are', () => {
  const names = new ArticleFileNames();
  expect(['000-introduction', 'GUM_news_afghan'].map((id) => names.nameOf({ id }))).toEqual([
    '000-introduction',
    'GUM_news_afghan',
  ]);
});

test('articles with made-up ids are named by place and title', () => {
  const names = new ArticleFileNames();
  const named = ['Ministers say: “no”?', '', '../..\\etc\u0000/passwd', undefined, 'Ministers say'].map(
    (title) => names.nameOf({ id: uuid, ...(title !== undefined && { title }) }),
  );
  expect(named).toEqual([
    '0001 Ministers say- “no”',
    '0002',
    '0003 etc-passwd',
    '0004',
    '0005 Ministers say',
  ]);
  expect([...named].sort()).toEqual(named);
});

test('no two names differ in case or composition alone', () => {
  const names = new ArticleFileNames();
  const named = ['Ä', 'ä', 'a\u0308', 'ä (2)', 'a:b', 'a|b'].map((id) => names.nameOf({ id }));
  expect(named).toEqual(['Ä', 'ä (2)', 'ä (3)', 'ä (2) (2)', 'a-b', 'a-b (2)']);
});

test('names are allowed on every system', () => {
  const names = new ArticleFileNames();
  expect(names.nameOf({ id: 'con' })).toBe('_con');
  expect(names.nameOf({ id: 'LPT1.txt' })).toBe('_LPT1.txt');
  expect(names.nameOf({ id: '. .' })).toBe('0003');
  const long = names.nameOf({ id: '😀'.repeat(128) });
  expect(new TextEncoder().encode(long).length).toBeLessThanOrEqual(120);
  expect(long).toMatch(/^(😀)+$/u);
});
