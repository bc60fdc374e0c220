import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { ArticleReadingOptions } from '../../../src/core/formats/format.ts';
import { htmlBlocks } from '../../../src/core/formats/html/html-blocks.ts';
import { parsePage } from '../../../src/core/formats/html/parse-page.ts';
import { readHtml } from '../../../src/core/formats/html/read-html.ts';
import { format } from '../../../src/core/formats/html.format.ts';
import { hasSharedData, sharedData, sharedDataNote } from '../arbitraries/shared-data.ts';
import { tokenAgreement } from '../arbitraries/token-agreement.ts';
import { articleIn, blocksShown, fileOf, refusalOf } from './extraction-shown.ts';

const page = (html: string, options?: ArticleReadingOptions) =>
  articleIn(readHtml(fileOf('page.html', html), options));
const shown = async (html: string, options?: ArticleReadingOptions) => blocksShown(await page(html, options));
const blocks = (html: string) =>
  htmlBlocks(parsePage(html).documentElement).map(
    ({ kind, text }) => `${kind}: ${text.replaceAll('\n', '⏎').replaceAll('\t', '⇥')}`,
  );

const words =
  'The harbour master said on Thursday that no ship had left the port since the storm, and none would.';
const paragraphs = (count: number) =>
  Array.from({ length: count }, (_, i) => `<p>${words} Paragraph ${i + 1}, and more, and more.</p>`).join('');

describe('blocks', () => {
  test('are headings, paragraphs, items, quotations', () => {
    expect(
      blocks(
        '<h1>Storm</h1><p>One <b>two</b>\n three</p><ul><li>a<li>b<p>c</p></ul><blockquote><p>“No,”</p></blockquote>',
      ),
    ).toEqual([
      'heading: Storm',
      'paragraph: One two three',
      'listItem: a',
      'listItem: b',
      'listItem: c',
      'quote: “No,”',
    ]);
  });

  test('end at empty lines, and keep lines otherwise', () => {
    expect(blocks('<div>one<br>two<br><br>three <br/> four</div>tail')).toEqual([
      'paragraph: one⏎two',
      'paragraph: three⏎four',
      'paragraph: tail',
    ]);
    expect(blocks('<pre>a  b\n  c\n\nd</pre>')).toEqual(['paragraph: a  b⏎  c', 'paragraph: d']);
  });

  test('collapse white space as it is drawn, and keep no-break spaces', () => {
    expect(blocks('<p> a <i> b</i> \n c\u00a0\u00a0d </p>')).toEqual(['paragraph: a b c\u00a0\u00a0d ']);
  });

  test('are one for each row of a table that has rows, cells parted by tabs', () => {
    expect(
      blocks(
        '<table><caption>Ships</caption><tr><th>Name</th><th>Left</th></tr><tr><td>Ann\n<br>Lee<td></td><td>no</table>',
      ),
    ).toEqual(['paragraph: Ships', 'paragraph: Name⇥Left', 'paragraph: Ann Lee⇥⇥no']);
  });

  test('of a table that only lays out the page are its content', () => {
    expect(
      blocks(
        '<table><tr><td><h2>Menu</h2></td><td><p>One.</p><p>Two.</p><table><tr><td>x<td>y</table></td></tr></table>',
      ),
    ).toEqual(['heading: Menu', 'paragraph: One.', 'paragraph: Two.', 'paragraph: x⇥y']);
  });

  test('have what quotation marks are drawn around', () => {
    expect(blocks('<p>He said <q>no</q>.</p>')).toEqual(['paragraph: He said “no”.']);
  });

  test('have nothing that is run, filled in or hidden', () => {
    expect(
      blocks(
        '<p>a</p><script>b()</script><style>c{}</style><noscript>d</noscript><template>e</template><p hidden>f</p><p style="display: none">g</p><select><option>h</select><textarea>i</textarea><iframe src="https://x.example">j</iframe><svg><text>k</text></svg><!-- l -->',
      ),
    ).toEqual(['paragraph: a']);
  });

  test.each([
    ['no tags at all', 'text &amp; more', ['paragraph: text & more']],
    ['tags for head and body left out', '<title>t</title><p>a<p>b', ['paragraph: a', 'paragraph: b']],
    ['two bodies', '<html><body><p>a</p></body><body><p>b</p></html>', ['paragraph: a', 'paragraph: b']],
    ['text behind its end', '<html><p>a</html>b', ['paragraph: a', 'paragraph: b']],
  ])('are found in a page with %s', (_what, html, expected) => {
    expect(blocks(html)).toEqual(expected);
  });
});

describe('a page', () => {
  const blog = `<!doctype html><html><head><title>Storm closes port – The Harbour Post</title>
    <meta property="og:site_name" content="The Harbour Post"><link rel="canonical" href="https://post.example/storm">
    <meta property="article:published_time" content="2031-03-14T09:30:00+02:00"><meta name="author" content="By Ann Lee">
    <meta property="og:title" content="Storm closes port"></head>
    <body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
    <article class="post"><h1>Storm closes port</h1><div class="entry">${paragraphs(6)}</div></article>
    <div id="comments"><h2>3 thoughts on “Storm closes port”</h2><ol><li>Bad news for all of us here, says a reader.</li></ol>
    <h3 id="reply-title">Leave a Reply</h3><form><p>Your email address will not be published.</p></form></div>
    <footer>© The Harbour Post</footer></body></html>`;

  test('gives its article, its title first, and says what it is', async () => {
    const article = await page(blog);
    expect(blocksShown(article)[0]).toBe('title: Storm closes port');
    expect(article.title).toBe('Storm closes port');
    expect(article.body.blocks).toHaveLength(7);
    expect(article.metadata).toEqual({
      date: '2031-03-14',
      published: '2031-03-14T09:30:00+02:00',
      outlet: 'The Harbour Post',
      author: 'Ann Lee',
      url: 'https://post.example/storm',
    });
    expect(article.source).toMatchObject({ reader: 'html@1', encoding: 'utf-8', fileName: 'page.html' });
  });

  test('gives what readers wrote, and all else, when the whole page is asked for', async () => {
    const left = await shown(blog);
    const whole = await shown(blog, { wholePage: true });
    expect(left.join('\n')).not.toMatch(/Leave a Reply|Bad news|Home|email address|©/);
    expect(whole.join('\n')).toMatch(/Home.*Paragraph 6.*Bad news.*Leave a Reply.*email address.*©/s);
  });

  test('that is short keeps its comments out as well', async () => {
    const html = `<html><body><div><h1>Port shut</h1><p>${words}</p><h3>Leave a Reply</h3><p>Your email address will not be published.</p></div></body></html>`;
    expect(await shown(html)).toEqual(['title: Port shut', `paragraph: ${words}`]);
  });

  test('about comments is not cut at its heading', async () => {
    const html = `<body><article><p>${words}</p><h2>Comments</h2>${paragraphs(9)}</article>`;
    expect((await shown(html)).length).toBeGreaterThan(10);
  });

  test('in which no article can be found is taken whole', async () => {
    const deep = `${'<div>'.repeat(300)}Hi${'</div>'.repeat(300)}`;
    expect(await shown(`<title>Note</title><body>${deep}<footer>By us</footer>`)).toEqual([
      'paragraph: Hi',
      'paragraph: By us',
    ]);
  });

  test('takes date and author from JSON-LD and from elements made for them', async () => {
    const linked = {
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: 'Storm',
      datePublished: '2031-03-14',
      author: [
        { '@type': 'Person', name: 'Ann Lee' },
        { '@type': 'Person', name: 'Bo Ek' },
      ],
      publisher: { name: 'The Harbour Post' },
    };
    const ld = await page(
      `<head><script type="application/ld+json">${JSON.stringify(linked)}</script></head><body><article>${paragraphs(5)}</article>`,
    );
    expect(ld.metadata).toEqual({ date: '2031-03-14', author: 'Ann Lee, Bo Ek', outlet: 'The Harbour Post' });
    const timed = await page(
      `<body><article><time itemprop="datePublished" datetime="2031-03-13T23:59:00-11:00">yesterday</time>${paragraphs(5)}</article>`,
    );
    expect(timed.metadata.date).toBe('2031-03-13');
    const other = await page(
      `<body><article><time datetime="1999-01-01">1999</time>${paragraphs(5)}</article>`,
    );
    expect(other.metadata).toEqual({});
  });

  test('never gives an address that is none, nor a key of its own', async () => {
    const html = `<head><link rel="canonical" href="javascript:alert(1)"><meta name="__proto__" content="x"><meta property="article:author" content="https://social.example/ann"></head><body>${paragraphs(5)}`;
    expect((await page(html)).metadata).toEqual({});
  });
});

describe('encodings', () => {
  const bytesOf = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

  test('are those that the page declares, where its bytes do not know better', async () => {
    const cyrillic = bytesOf(
      '<meta charset="windows-1251"><p>\xcf\xf0\xe8\xe2\xe5\xf2, \xef\xee\xf0\xf2</p>',
    );
    expect((await articleIn(readHtml({ name: 'a.html', bytes: cyrillic }))).body.text).toBe('Привет, порт');
    const saved = fileOf(
      'a.html',
      '<meta http-equiv=content-type content="text/html; charset=windows-1251"><p>Привет</p>',
    );
    expect((await articleIn(readHtml(saved))).source).toMatchObject({ encoding: 'utf-8' });
    const chosen = await articleIn(readHtml({ name: 'a.html', bytes: cyrillic }, { encoding: 'iso-8859-5' }));
    expect(chosen.body.text).toContain('Я№');
  });

  test('of UTF-16 are told by their mark', async () => {
    const text = '<html><p>Порт</p></html>';
    const bytes = Uint8Array.from([
      0xff,
      0xfe,
      ...[...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
    ]);
    expect(format.recognise({ name: 'x', bytes })).toBe('content');
    expect((await articleIn(readHtml({ name: 'a.html', bytes }))).body.text).toBe('Порт');
  });
});

describe('a file', () => {
  test.each([
    ['<!DOCTYPE html><p>', 'a.txt', 'content'],
    ['\n<!-- saved --> <!-- from --><HTML lang=en>', 'a', 'content'],
    ['<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html>', 'a.xml', 'content'],
    ['<p>a', 'a.HTM', 'ending'],
    ['<p>a', 'a.txt', 'no'],
    ['<htmlx>', 'a', 'no'],
    ['<!-- <html>', 'a', 'no'],
  ])('%s in %s is recognised: %s', (text, name, recognition) => {
    expect(format.recognise(fileOf(name, text))).toBe(recognition);
  });

  test.each([
    ['empty', '', 'empty'],
    ['without text', '<html><body><img src="a.png"></body></html>', 'empty'],
    ['nested beyond reason', '<div>'.repeat(100_000), 'too-complex'],
    ['of a million tags', '<b></b>'.repeat(500_000), 'too-complex'],
    ['of a million references', '&'.repeat(1_000_000), 'too-complex'],
    [
      'whose element has endless attributes',
      `<p ${Array.from({ length: 20_000 }, (_, i) => `a${i}=1`).join(' ')}>`,
      'too-complex',
    ],
  ])('that is %s is refused by name', async (_what, html, code) => {
    expect((await refusalOf(readHtml(fileOf('odd.html', html)))).code).toBe(code);
  });

  test('with pictures and NULs in it is read', async () => {
    const picture = `<img src="data:image/png;base64,${'abc/def+'.repeat(50_000)}">`;
    expect(await shown(`<body>${picture}<p>a\u0000b</p>`)).toEqual(['paragraph: a\u0000b']);
  });

  test('of one endless line is read', async () => {
    const article = await page(`<p>${'word '.repeat(200_000)}</p>`);
    expect(article.wordCount).toBe(200_000);
    expect(article.body.blocks.length).toBeGreaterThan(100);
  });
});

describe.skipIf(!hasSharedData)(`real pages${sharedDataNote}`, () => {
  const folders = hasSharedData
    ? readdirSync(sharedData('readability')).filter((name) => !name.includes('.'))
    : [];
  const metadataSchema = z.object({
    title: z.string(),
    byline: z.string().nullish(),
    siteName: z.string().nullish(),
  });

  test.each(folders)('%s has the text and says what was expected', async (folder) => {
    const bytes = (name: string) => new Uint8Array(readFileSync(sharedData(`readability/${folder}/${name}`)));
    const article = await articleIn(readHtml({ name: 'source.html', bytes: bytes('source.html') }));
    const [first] = article.body.blocks;
    const text = first?.kind === 'title' ? article.body.text.slice(first.end) : article.body.text;
    const decode = (name: string) => new TextDecoder().decode(bytes(name));
    const expected = parsePage(
      decode('expected.html').replace(/<\/?(?:p|div|li|h\d|td|br|pre|section|figcaption)\b/g, ' $&'),
    );
    const { precision, f1 } = tokenAgreement(expected.documentElement.textContent ?? '', text);
    expect(precision).toBeGreaterThan(0.99);
    // The comments of its readers stand in what was expected of the one.
    expect(f1).toBeGreaterThan(folder === 'firefox-nightly-blog' ? 0.9 : 0.99);
    const { title, byline, siteName } = metadataSchema.parse(JSON.parse(decode('expected-metadata.json')));
    if (title !== '') expect(article.title).toBe(title);
    expect(article.metadata.author ?? null).toBe(byline ?? null);
    expect(article.metadata.outlet ?? null).toBe(siteName ?? null);
  });
});
