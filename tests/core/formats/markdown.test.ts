import { describe, expect, test } from 'vitest';
import { frontMatter } from '../../../src/core/formats/markdown/front-matter.ts';
import { readMarkdown } from '../../../src/core/formats/markdown/read-markdown.ts';
import { articleIn, blocksShown, fileOf, refusalOf } from './extraction-shown.ts';

const markdown = (text: string) => articleIn(readMarkdown(fileOf('a.md', text)));
const shown = async (text: string) => blocksShown(await markdown(text));

describe('a text', () => {
  test('has its blocks and none of its marks', async () => {
    expect(
      await shown(
        '# Storm *closes* port\n\nShe said **no**, and\nmeant `it`[^1]; see [here](https://x.example "t") ![pic](p.png).\n\n> “Quite.”\n\n- one\n- two\n  1. three\n\nAfter\\*\n===\n\n```js\nlet a;\n\nb\n```\n<div>raw &amp; <script>x</script></div>\n',
      ),
    ).toEqual([
      'title: Storm closes port',
      'paragraph: She said no, and meant it[^1]; see here .',
      'quote: “Quite.”',
      'listItem: one',
      'listItem: two',
      'listItem: three',
      'heading: After*',
      'paragraph: let a;',
      'paragraph: b',
      'paragraph: raw &',
    ]);
  });

  test('has the rows of its tables', async () => {
    expect(await shown('| a | b |\n|---|:-:|\n| 1 | **2** |\n')).toEqual([
      'paragraph: a⇥b',
      'paragraph: 1⇥2',
    ]);
  });

  test('keeps emoji and other letters beyond the basic plane whole', async () => {
    expect(await shown('# 👩‍👩‍👧‍👦 **𝕏**\n\nקול *e\u0301*')).toEqual([
      'title: 👩‍👩‍👧‍👦 𝕏',
      'paragraph: קול e\u0301',
    ]);
  });

  test('says in front what it is', async () => {
    const article = await markdown(
      '---\ntitle: "Storm: the port"\ndate: 2031-03-14 09:30\nauthors:\n  - Ann Lee\n  - Bo Ek\ntags: [port, "storm"]\nsource: The Harbour Post # daily\nlink: https://post.example/storm\n---\n\nNo ship left.\n',
    );
    expect(article.title).toBe('Storm: the port');
    expect(blocksShown(article)).toEqual(['title: Storm: the port', 'paragraph: No ship left.']);
    expect(article.metadata).toEqual({
      date: '2031-03-14',
      published: '2031-03-14 09:30',
      author: 'Ann Lee, Bo Ek',
      tags: 'port, storm',
      outlet: 'The Harbour Post',
      url: 'https://post.example/storm',
    });
  });

  test.each([
    ['a rule, not a head', '---\n\nText\n\n---\n'],
    ['a head without an end', '---\ntitle: a\n\nText'],
  ])('begins with %s', async (_what, text) => {
    expect(frontMatter(text)).toEqual({ fields: [], rest: text });
    expect((await markdown(text)).body.text).toContain('Text');
  });

  test.each([
    ['quotations without end', `${'> '.repeat(5000)}a`],
    ['lists without end', `${'- '.repeat(5000)}a`],
    ['an address without end', `${'a.'.repeat(200_000)}@`],
    ['emphasis without end', '_a'.repeat(100_000)],
    ['a line without end', 'word '.repeat(300_000)],
    ['brackets without end', '['.repeat(200_000)],
  ])('of %s is read all the same', async (_what, text) => {
    const started = performance.now();
    expect((await markdown(text)).body.text.length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  test('without words is refused by name', async () => {
    expect((await refusalOf(readMarkdown(fileOf('a.md', '![](a.png)')))).code).toBe('empty');
  });
});
